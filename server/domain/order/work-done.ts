import type { Instant } from '../base/brand.ts';
import type { Order } from './order.ts';

/** When the customer had what the order is about: a restored or live service, else the end of the work. Null before. */
export function doneAt(order: Order): Instant | null {
  return (order.type === 'fault' ? order.restoredAt : order.activatedAt) ?? order.completedAt;
}
