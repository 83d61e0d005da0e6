import type { Order } from '../order/order.ts';
import type { Visit } from './visit.ts';
import { isVisitOpen } from './visit-open.ts';

/** The trip under way, or null. */
export function currentVisit(order: Order): Visit | null {
  const last = order.visits.at(-1);
  return last && isVisitOpen(last) ? last : null;
}

/** The last trip that ended with the work done, or null. */
export function finishedVisit(order: Order): Visit | null {
  const last = order.visits.at(-1);
  return last && last.status === 'done' ? last : null;
}
