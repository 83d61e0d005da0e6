import { hasOpenQuestion } from '../first-ask/first-ask.ts';
import { isOwed } from '../follow-up/follow-up.ts';
import type { Order } from '../order/order.ts';

/** RECD-04: the loop is closed when everything that keeps a called-back order open is over: the callback itself, a damage claim, a question that waits for its answer, a promised contact (§22.1, RESP-01, ATTR-04). */
export function closesNow(order: Order): boolean {
  if (order.status !== 'callback') return false;
  const over = order.callbackEnded !== null || order.callbacks.at(-1)?.outcome === 'done';
  return over && !staysOpen(order);
}

/** A removal of its own is a churned customer; the removal of a move is not (CALL-04). */
export function isChurn(order: Pick<Order, 'type' | 'parentOrderId'>): boolean {
  return order.type === 'remove' && order.parentOrderId === null;
}

/** Something beside the order is not finished yet, and the order waits for it. */
export function staysOpen(order: Order): boolean {
  return hasOpenClaim(order) || hasOpenQuestion(order) || order.followUps.some(isOwed);
}

export function hasOpenClaim(order: Order): boolean {
  return order.damage !== null && order.damage.compensatedAt === null;
}
