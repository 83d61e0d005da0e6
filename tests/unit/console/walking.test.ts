import { describe, expect, it } from 'vitest';
import { stepInList } from '#app/dispatch/pool/step-in-list.ts';
import { joined, NOTHING_SELECTED, selectOne } from '#app/dispatch/state/selection.ts';
import { stepOnGrid } from '#app/dispatch/timeline/step-on-grid.ts';
import type { Order } from '#domain/order/order.ts';

describe('walking a list by arrows', () => {
  it('goes one down or up from the active place, and stays at the top', () => {
    expect(stepInList('ArrowDown', 3, 3)).toBe(4);
    expect(stepInList('ArrowUp', 3, 3)).toBe(2);
    expect(stepInList('ArrowUp', 0, 0)).toBe(0);
  });

  it('goes on where it stood when the active order has left the list', () => {
    expect(stepInList('ArrowDown', -1, 5), 'what has come up in its place').toBe(5);
    expect(stepInList('ArrowUp', -1, 5)).toBe(4);
  });

  it('begins at the top where nothing was active yet', () => {
    expect(stepInList('ArrowDown', -1, -1)).toBe(0);
    expect(stepInList('ArrowUp', -1, -1)).toBe(0);
  });

  it('leaves other keys alone', () => {
    expect(stepInList('PageDown', 2, 2)).toBeNull();
  });
});

describe('walking the timeline by arrows', () => {
  const order = (id: string) => ({ id }) as Order;
  const visits = new Map([['t001', [order('a'), order('b'), order('c')]]]);

  it('goes on from the visit selected last', () => {
    const selection = { ids: ['a', 'b'] };
    expect(stepOnGrid('ArrowRight', ['t001'], visits, { technicianId: 't001', selection })).toEqual({
      technicianId: 't001',
      orderId: 'c',
    });
  });

  it('with Shift each visit reached joins those selected, once, as the last', () => {
    const two = joined(selectOne('a'), 'b');
    expect(two).toEqual({ ids: ['a', 'b'], anchor: 'a' });
    expect(joined(two, 'a').ids).toEqual(['b', 'a']);
    expect(joined(NOTHING_SELECTED, 'a')).toEqual(selectOne('a'));
  });
});
