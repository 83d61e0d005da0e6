import { lockOrders, siblingOf } from '#db/query/order.ts';
import { moveOutcome } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import type { Work } from '../command/change.ts';
import type { OrderStep } from './retime-days.ts';

/**
 * The step by which a move ends together with the second of its children (§22.1). The parent is held before the other child is read, so
 * that of two children that end at once the later sees the earlier.
 */
export async function endOfMove(work: Work, child: Order): Promise<OrderStep[]> {
  if (child.parentOrderId === null) return [];
  const [parent] = await lockOrders(work.tx, [child.parentOrderId]);
  const other = await siblingOf(work.tx, child);
  if (!parent || !other) return [];
  const outcome = moveOutcome(parent, child.type === 'install' ? [child, other] : [other, child]);
  return outcome ? [{ before: parent, events: [outcome] }] : [];
}
