import { describe, expect, it } from 'vitest';
import { type Board, EMPTY_BOARD, findOrder } from '#app/live/board.ts';
import { reduceBoard } from '#app/live/board-reducer.ts';
import { type Pending, stillPending, withPending } from '#app/live/overlay.ts';
import type { Order } from '#domain/order/order.ts';
import { LiveWorld } from '#tests/support/live-world.ts';

function pendingDispatch(order: Order, change: Partial<Pending> = {}): Pending {
  return {
    id: 'c1',
    envelope: { id: 'c1', type: 'order.dispatch', payload: { orderId: order.id, technicianId: 't1' } },
    since: 0,
    predicted: [{ ...order, status: 'dispatched', technicianId: 't1' }],
    committed: null,
    ...change,
  };
}

function worldWithOrder() {
  const world = new LiveWorld();
  world.takeIn('o1');
  const board = reduceBoard(EMPTY_BOARD, { kind: 'snapshot', snapshot: world.snapshot() });
  return { world, board, order: world.orders.get('o1') as Order };
}
const holder = (board: Board) => findOrder(board, 'o1')?.technicianId;

describe('optimistic overlay', () => {
  it('shows a drag at once and leaves what is committed as it is', () => {
    const { board, order } = worldWithOrder();
    const shown = withPending(board, [pendingDispatch(order)]);
    expect(holder(shown)).toBe('t1');
    expect(holder(board)).toBeNull();
  });

  it('is gone with the pending command: the order snaps back', () => {
    const { board } = worldWithOrder();
    expect(withPending(board, [])).toBe(board);
  });

  it('gives way as soon as another dispatcher has moved the order', () => {
    const { world, board, order } = worldWithOrder();
    world.order('o1', { type: 'order.dispatched', data: { technicianId: 't9', accompanied: false } });
    const later = reduceBoard(board, { kind: 'changes', changes: world.changes(1) });
    expect(holder(withPending(later, [pendingDispatch(order)]))).toBe('t9');
  });

  it('a committed command stays shown until the board has come so far, so that nothing flickers', () => {
    const { world, board, order } = worldWithOrder();
    const pending = [pendingDispatch(order, { committed: { areaId: world.areaId, seq: 2 } })];
    expect(stillPending(pending, board)).toBe(pending);
    world.order('o1', { type: 'order.dispatched', data: { technicianId: 't1', accompanied: false } });
    const later = reduceBoard(board, { kind: 'changes', changes: world.changes(1) });
    expect(stillPending(pending, later)).toEqual([]);
  });
});
