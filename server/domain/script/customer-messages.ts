import { currentAppointment } from '../appointment/current.ts';
import type { Instant } from '../base/brand.ts';
import { newcomerOf } from '../contact/newcomer.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { addDays, instantOf, localDate } from '../time/zone.ts';
import { currentVisit } from '../visit/current-visit.ts';

/** A reminder of a promise: when it may be given, by when it should be, and the promise itself. */
export interface Reminder {
  opensAt: Instant;
  closesAt: Instant;
  startAt: Instant;
}

/**
 * APPT-17 (our choice): on the evening before, the customer is reminded of the promise. Not when it was agreed on that evening or
 * later, and not when the customer has been spoken or written to since it began.
 */
export function reminderOf(order: Order, standard: ResolvedStandard): Reminder | null {
  // who is called about a new time need not hear of the old one
  if (order.status !== 'appointed' || order.changeRequest?.state === 'notifying') return null;
  const promise = currentAppointment(order);
  if (!promise) return null;
  const tz = standard.get('tz');
  const evening = addDays(localDate(promise.start, tz), -1);
  const opensAt = instantOf(evening, standard.get('reminder.opensAt'), tz);
  const reminded = order.contacts.some(
    ({ at, outcome, channel }) => at >= opensAt && (outcome === 'connected' || channel !== 'phone'),
  );
  if (promise.confirmedAt >= opensAt || reminded) return null;
  return {
    opensAt,
    closesAt: instantOf(evening, standard.get('contact.hours')[1], tz),
    startAt: promise.start,
  };
}

/** What should be written to the customer now, by the step of its phrase (script/scripts.ts). */
export type CustomerMessage = 'newcomer' | 'reminder' | 'departure';

/** CHG-06: who comes instead, which reminds as well; APPT-17: the reminder on the evening before, and word that the technician has set out. */
export function messagesOf(
  order: Order,
  standard: ResolvedStandard,
  now: Instant,
): readonly CustomerMessage[] {
  if (newcomerOf(order)) return ['newcomer'];
  const reminder = reminderOf(order, standard);
  const due = reminder !== null && now >= reminder.opensAt && now < reminder.startAt;
  const underWay = currentVisit(order)?.status === 'en_route';
  return [...(due ? (['reminder'] as const) : []), ...(underWay ? (['departure'] as const) : [])];
}
