import type { OrderId, PlanId } from '../base/brand.ts';
import type { OrderEvent } from './order-event.ts';

/** A published plan: one event that holds what happens to every order it moves; each list folds like single events do. */
export interface PlanPublished {
  planId: PlanId;
  orders: readonly { orderId: OrderId; version: number; events: readonly OrderEvent[] }[];
}
