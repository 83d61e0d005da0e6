import type { Instant } from '../base/brand.ts';
import type { RuleId } from '../base/rule-id.ts';
import { openNumberDoubt } from '../hold/number-doubt.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { firstInside } from '../time/window.ts';
import { addDays, HOUR, instantOf, localDate } from '../time/zone.ts';

/** A call to be tried again: from when on, and the last contact hour of that day. */
export interface Retry {
  rule: Extract<RuleId, 'NOAN-05' | 'APPT-16'>;
  opensAt: Instant;
  closesAt: Instant;
}

/** Since when a customer is waited for who could not be reached, and under which rule; null where nobody is. */
export interface UnreachedSince {
  rule: Retry['rule'];
  since: Instant;
}

/** Whoever did not answer the door or the telephone, and whom nobody has reached since; a wish or a named day is the customer's own. */
export function unreachedSince(order: Order): UnreachedSince | null {
  const { hold } = order;
  const last = order.visits.at(-1);
  if (order.status === 'on_hold_customer' && hold?.until === null) {
    if (hold.reason === 'customer_absent' || isTurnedAway(order))
      return { rule: 'NOAN-05', since: hold.since };
    if (hold.reason === 'unreachable') return { rule: 'APPT-16', since: hold.since };
  }
  const since = last?.status === 'no_answer_left' ? last.leftAt : null;
  if (order.status !== 'pending_appointment' || since === null) return null;
  const reached = order.contacts.some(({ at, outcome }) => at >= since && outcome === 'connected');
  return reached ? null : { rule: 'NOAN-05', since };
}

/** The wait began at a door that did not open to the crew: no wish that was agreed, so that somebody asks again. */
function isTurnedAway({ hold, visits }: Order): boolean {
  const last = visits.at(-1);
  return last?.turnedAway !== undefined && last.leftAt === hold?.since;
}

/**
 * NOAN-05, APPT-16 (our choice): a customer who was not at home is called two hours after the note, in the evening of that day, and as
 * one who cannot be reached at all on each of the next days; after the last of them the supervisor decides. An attempt made since a
 * retry opened has served it. Null while none is open, and while the number itself is looked into (E-55).
 */
export function retryOf(order: Order, standard: ResolvedStandard, now: Instant): Retry | null {
  const waited = unreachedSince(order);
  if (!waited || now > lastRetryOf(waited.since, standard) || openNumberDoubt(order)) return null;
  const open = opensOf(waited, standard).findLast((at) => at <= now);
  if (open === undefined || order.contacts.some(({ at }) => at >= open)) return null;
  const tz = standard.get('tz');
  const [, closes] = standard.get('contact.hours');
  return { rule: waited.rule, opensAt: open, closesAt: instantOf(localDate(open, tz), closes, tz) };
}

/** The end of the last day on which somebody who cannot be reached is tried by itself (APPT-16). */
export function lastRetryOf(since: Instant, standard: ResolvedStandard): Instant {
  const tz = standard.get('tz');
  const [, closes] = standard.get('contact.hours');
  return instantOf(addDays(localDate(since, tz), standard.get('unreachable.maxDays')), closes, tz);
}

/** When each retry opens, earliest first. */
function opensOf({ rule, since }: UnreachedSince, standard: ResolvedStandard): readonly Instant[] {
  const tz = standard.get('tz');
  const hours = standard.get('contact.hours');
  const date = localDate(since, tz);
  const days = Array.from({ length: standard.get('unreachable.maxDays') }, (_, day) =>
    instantOf(addDays(date, day + 1), hours[0], tz),
  );
  if (rule === 'APPT-16') return days;
  const first = firstInside(since + standard.get('noAnswer.retryAfterH') * HOUR, hours, tz);
  const evening = instantOf(date, standard.get('reminder.opensAt'), tz);
  const thatDay = localDate(first, tz) === date ? [first, Math.max(first, evening)] : [];
  return [...thatDay, ...days];
}
