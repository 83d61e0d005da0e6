import type { Order } from '../order/order.ts';

/** Whether everything that keeps a called-back order open is over: the callback itself and a damage claim (§22.1). */
export function closesNow(order: Order): boolean {
  if (order.status !== 'callback') return false;
  const answered = order.callbacks.at(-1)?.outcome === 'done';
  return answered && !hasOpenClaim(order);
}

/** A removal of its own is a churned customer; the removal of a move is not (CALL-04). */
export function isChurn(order: Order): boolean {
  return order.type === 'remove' && order.parentOrderId === null;
}

export function hasOpenClaim(order: Order): boolean {
  return order.damage !== null && order.damage.compensatedAt === null;
}
