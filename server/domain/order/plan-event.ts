import type { OrderId, PlanId } from '../base/brand.ts';
import type { OrderEvent } from './order-event.ts';

/** A suggestion appears, is put aside by somebody, or is taken back because it no longer holds. No order changes by it. */
export interface PlanSuggested {
  type: 'plan.suggested' | 'plan.dismissed' | 'plan.withdrawn';
  data: { planId: PlanId; orders: readonly [] };
}

/** A published plan: one event that holds what happens to every order it moves; each list folds like single events do. */
export interface PlanPublished {
  planId: PlanId;
  orders: readonly { orderId: OrderId; version: number; events: readonly OrderEvent[] }[];
}
