import type { Appointment } from '#domain/appointment/appointment.ts';
import type { ChangeWish } from '#domain/appointment/judge-change.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Cause } from '#domain/order/order-type.ts';
import { instantOf } from '#domain/time/zone.ts';
import { clock, isoDay, ZONE } from '../../ui/time.ts';
import { typedClock } from './time-field.tsx';

/** The change dialog's fields as they stand, typed or chosen; nothing is assumed that was not said. */
export interface ChangeForm {
  readonly date: string;
  readonly clock: string;
  readonly cause: Cause | null;
  readonly reason: string;
  /** How the customer was told: just now, at a time, or not yet; null = not said. */
  readonly notified: 'now' | 'at' | 'not_yet' | null;
  readonly notifiedDate: string;
  readonly notifiedClock: string;
  readonly agreed: boolean;
}

/** The form as it opens: at the promised time, or where the order was dropped. */
export function openingForm(promise: Appointment, dropped: Instant | null, now: Instant): ChangeForm {
  const start = dropped ?? promise.start;
  return {
    date: isoDay(start),
    clock: clock(start),
    cause: null,
    reason: '',
    notified: null,
    notifiedDate: isoDay(now),
    notifiedClock: clock(now),
    agreed: true,
  };
}

/** The start that the form names; null while it names none. */
export function startOfForm(form: Pick<ChangeForm, 'date' | 'clock'>): Instant | null {
  const time = typedClock(form.clock);
  return time === null || form.date === '' ? null : instantOf(form.date, time, ZONE);
}

/** The wish that the rules judge and the server is sent; a promised window keeps its length. Null without a time. */
export function wishOf(
  form: ChangeForm,
  promise: Appointment,
  now: Instant,
): (ChangeWish & { cause?: Cause }) | null {
  const start = startOfForm(form);
  if (start === null) return null;
  const notifiedAt =
    form.notified === 'now'
      ? // A screen's clock may be a little behind the server's: "just now" is never before the promise itself.
        Math.max(now, promise.confirmedAt)
      : form.notified === 'at'
        ? startOfForm({ date: form.notifiedDate, clock: form.notifiedClock })
        : null;
  return {
    start,
    end: start + (promise.end - promise.start),
    ...(form.cause && { cause: form.cause }),
    ...(form.reason.trim() && { reason: form.reason.trim() }),
    ...(form.notified === 'not_yet' ? { reached: false } : { agreed: form.agreed }),
    ...(notifiedAt !== null && { notifiedAt }),
    appointmentVersion: promise.version,
  };
}

export type Lack = 'needTime' | 'needCause' | 'needReason' | 'needNotified';

/** What must still be said before the change can be sent, in the order of the fields. */
export function lacksOf(form: ChangeForm): readonly Lack[] {
  const lacks: Lack[] = [];
  if (startOfForm(form) === null) lacks.push('needTime');
  if (form.cause === null) lacks.push('needCause');
  if (form.reason.trim() === '') lacks.push('needReason');
  const atUnread =
    form.notified === 'at' && startOfForm({ date: form.notifiedDate, clock: form.notifiedClock }) === null;
  if (form.notified === null || atUnread) lacks.push('needNotified');
  return lacks;
}
