import { describe, expect, it } from 'vitest';
import { poolEntry } from '#app/dispatch/pool/pool-entry.ts';
import { chipCounts, type PoolAsk, poolList } from '#app/dispatch/pool/pool-list.ts';
import { seededRandom } from '#domain/base/random.ts';
import type { Order } from '#domain/order/order.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { consoleDay } from '#tests/support/console-day.ts';

const day = consoleDay({ technicians: 1, orders: 4, waiting: 4, random: seededRandom(3) });
const shapes: readonly Partial<Order>[] = [
  { id: 'a', type: 'install', status: 'pending_dispatch', areaId: 'gulou', accessType: 'FTTH' },
  { id: 'b', type: 'fault', status: 'pending_dispatch', areaId: 'gulou', accessType: 'LAN' },
  { id: 'c', type: 'fault', status: 'blocked', areaId: 'taijiang', accessType: 'FTTH' },
  { id: 'd', type: 'install', status: 'appointed', areaId: 'taijiang', accessType: 'FTTH' },
];
const entries = shapes.map((shape, index) => {
  const order = { ...day.pool[index]!, intakeAt: index, ...shape };
  return poolEntry(order, null, standardOf(order), index);
});
const everything: PoolAsk = {
  types: [],
  statuses: [],
  areas: [],
  access: [],
  flags: [],
  sort: 'intake',
  found: () => true,
};
const shown = (ask: Partial<PoolAsk>) =>
  poolList(entries, { ...everything, ...ask })
    .map(({ order }) => order.id)
    .join('');

describe('what the pool shows', () => {
  it('is everything while nothing is asked', () => {
    expect(shown({})).toBe('abcd');
  });

  it('of one kind is any of what is asked, of several kinds all of it', () => {
    expect(shown({ statuses: ['blocked', 'appointed'] })).toBe('cd');
    expect(shown({ access: ['LAN'] })).toBe('b');
    expect(shown({ areas: ['taijiang'], types: ['fault'] })).toBe('c');
    expect(shown({ areas: ['gulou'], statuses: ['blocked'] })).toBe('');
  });
});

describe('the count of a chip', () => {
  it('is what pressing it would add or leave, the other kinds as they stand', () => {
    const ask: PoolAsk = { ...everything, areas: ['taijiang'], statuses: ['blocked'] };
    const counts = chipCounts(entries, ask);
    expect([...counts.statuses]).toEqual([
      ['blocked', 1],
      ['appointed', 1],
    ]);
    expect([...counts.areas]).toEqual([['taijiang', 1]]);
    expect([...counts.access]).toEqual([['FTTH', 1]]);
  });

  it('is as many as are then shown', () => {
    const ask: PoolAsk = { ...everything, types: ['fault'] };
    for (const [access, count] of chipCounts(entries, ask).access)
      expect(poolList(entries, { ...ask, access: [access] })).toHaveLength(count);
    for (const [status, count] of chipCounts(entries, ask).statuses)
      expect(poolList(entries, { ...ask, statuses: [status] })).toHaveLength(count);
  });
});
