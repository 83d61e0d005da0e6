import type { Order } from '../order/order.ts';

/** Merged into an outage, not into another order (§22.1): it waits for the network, and is looked at when that is back (OUTG-03). */
export function isOutageChild({
  status,
  outageId,
  mergedInto,
}: Pick<Order, 'status' | 'outageId' | 'mergedInto'>): boolean {
  return status === 'merged' && outageId !== null && outageId === mergedInto;
}
