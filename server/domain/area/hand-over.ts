import type { OrderId, TechnicianId } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommand } from '../order/order-command.ts';
import { TERMINAL_STATUSES, WORK_DONE_STATUSES } from '../order/order-status.ts';

/** Whether there is still something to do at the customer's for whoever has the order. */
export function isInHand({ status }: Order): boolean {
  return !TERMINAL_STATUSES.has(status) && !WORK_DONE_STATUSES.has(status);
}

/**
 * What becomes of an order whose technician leaves the area (RESP-02): the successor has it; of the last member it goes back to be
 * dispatched. Where nobody gives a reason the rule is one.
 */
export function handingOver(
  orderId: OrderId,
  successorId: TechnicianId | null,
  reason: string | null,
): OrderCommand {
  const why = reason ?? 'RESP-02';
  return successorId === null
    ? { type: 'order.unassign', payload: { orderId, reason: why } }
    : { type: 'order.reassign', payload: { orderId, technicianId: successorId, reason: why } };
}
