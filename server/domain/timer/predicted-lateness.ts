import type { Appointment } from '../appointment/appointment.ts';
import { currentAppointment } from '../appointment/current.ts';
import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import type { ExpectedVisit } from '../scheduling/expected-day.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { MINUTE } from '../time/zone.ts';
import type { Alarm } from './alarm.ts';
import { type AlarmLevel, audienceOf } from './audience.ts';
import { arrivalFor } from './promise-timers.ts';

/** Whether the day, left as it is, breaks the promise: somebody comes too late, or nobody. */
export function breaksPromise(expected: ExpectedVisit | undefined): boolean {
  return expected !== undefined && (expected.beginAt === null || expected.lateMin > 0);
}

/** The promise whose customer has not been told of anything and at whose door nobody stands yet; null when there is none. */
export function unannounced(order: Order): Appointment | null {
  const awaited = order.status === 'appointed' || order.status === 'in_progress';
  const promise = awaited ? currentAppointment(order) : null;
  if (!promise || promise.lateness !== null || order.changeRequest?.state === 'notifying') return null;
  return arrivalFor(order, promise) ? null : promise;
}

/**
 * T_LATE_NOTICE before anybody has said a word (TRAV-03): as soon as the running day lets expect the visit late, inside the two hours in
 * which lateness may be declared (CHG-05), and again once the customer should have heard of it. One run for each version of the promise,
 * named by the instant at which it was confirmed.
 */
export function latenessAlarms(
  order: Order,
  expected: ExpectedVisit | undefined,
  standard: ResolvedStandard,
  now: Instant,
): readonly Alarm[] {
  const promise = breaksPromise(expected) ? unannounced(order) : null;
  if (!promise || promise.start - now > standard.get('late.declareWithinMin') * MINUTE) return [];
  const due = promise.start - standard.get('late.noticeMin') * MINUTE;
  const alarm = (level: AlarmLevel, at: Instant): Alarm => ({
    timer: 'T_LATE_NOTICE',
    rule: 'TRAV-03',
    level,
    startedAt: promise.confirmedAt,
    at,
    dueLiteral: due,
    dueEffective: due,
    audience: audienceOf('T_LATE_NOTICE', level, order),
  });
  return [now > due ? alarm('due', due) : alarm('warning', now)];
}
