import { ORDER_TYPES, type OrderType } from '#domain/order/order-type.ts';
import { inChineseOrder } from '../../ui/collate.ts';
import { POOL_FLAGS, type PoolFlag, type PoolSort } from '../state/view.ts';
import type { PoolEntry } from './pool-entry.ts';

/** What the dispatcher asked to see of the pool. */
export interface PoolAsk {
  readonly types: readonly OrderType[];
  readonly flags: readonly PoolFlag[];
  readonly sort: PoolSort;
  /** True for an order that the search text finds. */
  readonly found: (entry: PoolEntry) => boolean;
}

/** How many orders each chip would show, the other chips as they stand. */
export interface ChipCounts {
  readonly types: ReadonlyMap<OrderType, number>;
  readonly flags: ReadonlyMap<PoolFlag, number>;
}

/** The pool as shown: found, filtered, sorted; ties by intake, then id, so that equal lists look equal everywhere. */
export function poolList(entries: readonly PoolEntry[], ask: PoolAsk): readonly PoolEntry[] {
  return entries
    .filter((entry) => ask.found(entry) && ofType(entry, ask.types) && flagged(entry, ask.flags))
    .sort((a, b) => compare(a, b, ask.sort));
}

/** Counts for every chip over the entries that the search finds. Types are joined by "or", flags by "and". */
export function chipCounts(entries: readonly PoolEntry[], ask: PoolAsk): ChipCounts {
  const types = new Map<OrderType, number>(ORDER_TYPES.map((type) => [type, 0]));
  const flags = new Map<PoolFlag, number>(POOL_FLAGS.map((flag) => [flag, 0]));
  for (const entry of entries) {
    if (!ask.found(entry)) continue;
    const { type } = entry.order;
    if (flagged(entry, ask.flags)) types.set(type, types.get(type)! + 1);
    if (!ofType(entry, ask.types)) continue;
    for (const flag of POOL_FLAGS) {
      const others = ask.flags.filter((asked) => asked !== flag);
      if (entry.flags.has(flag) && flagged(entry, others)) flags.set(flag, flags.get(flag)! + 1);
    }
  }
  return { types, flags };
}

function ofType(entry: PoolEntry, types: readonly OrderType[]): boolean {
  return types.length === 0 || types.includes(entry.order.type);
}

function flagged(entry: PoolEntry, flags: readonly PoolFlag[]): boolean {
  return flags.every((flag) => entry.flags.has(flag));
}

const NEVER = Number.POSITIVE_INFINITY;

function compare(a: PoolEntry, b: PoolEntry, sort: PoolSort): number {
  return key(a, b, sort) || a.order.intakeAt - b.order.intakeAt || (a.order.id < b.order.id ? -1 : 1);
}

function key(a: PoolEntry, b: PoolEntry, sort: PoolSort): number {
  switch (sort) {
    case 'act_by':
      return apart(a.actBy?.at ?? NEVER, b.actBy?.at ?? NEVER);
    case 'deadline':
      return apart(a.deadline?.dueEffective ?? NEVER, b.deadline?.dueEffective ?? NEVER);
    case 'area':
      if (a.order.areaId !== b.order.areaId) return a.order.areaId < b.order.areaId ? -1 : 1;
      return inChineseOrder(a.order.estate ?? '', b.order.estate ?? '');
    case 'intake':
      return 0;
  }
}

/** Difference of two instants of which either may be never. */
function apart(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
