import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import type { Visit } from './visit.ts';

/** The promise that a trip serves. */
export function promiseServed(order: Order, visit: Visit) {
  return order.appointments.find(({ version }) => version === visit.promiseVersion) ?? null;
}

/** From when the ten minutes count: the first knock, but not before the promised start (NOAN-01). Null before any knock. */
export function noAnswerClock(order: Order, visit: Visit): Instant | null {
  if (visit.firstKnockAt === null) return null;
  return Math.max(visit.firstKnockAt, promiseServed(order, visit)?.start ?? visit.firstKnockAt);
}
