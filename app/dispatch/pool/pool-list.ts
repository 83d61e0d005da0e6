import type { AreaId } from '#domain/base/brand.ts';
import type { OrderStatus } from '#domain/order/order-status.ts';
import type { AccessType, OrderType } from '#domain/order/order-type.ts';
import { inChineseOrder } from '../../ui/collate.ts';
import { POOL_FLAGS, type PoolFlag, type PoolSort } from '../state/view.ts';
import type { PoolEntry } from './pool-entry.ts';

/** What an order is exactly one of. Of each, chips are joined by "or". */
export interface PoolKinds {
  readonly types: OrderType;
  readonly statuses: OrderStatus;
  readonly areas: AreaId;
  readonly access: AccessType;
}
export type KindName = keyof PoolKinds;

/** What the dispatcher asked to see of the pool. Of a kind nothing asked = all of it. */
export interface PoolAsk extends Readonly<{ [Name in KindName]: readonly PoolKinds[Name][] }> {
  readonly flags: readonly PoolFlag[];
  readonly sort: PoolSort;
  /** True for an order that the search text finds. */
  readonly found: (entry: PoolEntry) => boolean;
}

/** How many orders each chip would show, the other chips as they stand; what nothing answers to is left out. */
export interface ChipCounts extends Readonly<{ [Name in KindName]: ReadonlyMap<PoolKinds[Name], number> }> {
  readonly flags: ReadonlyMap<PoolFlag, number>;
}

const KIND_OF: { readonly [Name in KindName]: (entry: PoolEntry) => PoolKinds[Name] } = {
  types: ({ order }) => order.type,
  statuses: ({ order }) => order.status,
  areas: ({ order }) => order.areaId,
  access: ({ order }) => order.accessType,
};
const KINDS = Object.keys(KIND_OF) as readonly KindName[];

/** The pool as shown: found, filtered, sorted; ties by intake, then id, so that equal lists look equal everywhere. */
export function poolList(entries: readonly PoolEntry[], ask: PoolAsk): readonly PoolEntry[] {
  return entries
    .filter((entry) => ask.found(entry) && unmet(entry, ask).length === 0 && flagged(entry, ask.flags))
    .sort((a, b) => compare(a, b, ask.sort));
}

/** Counts for every chip over the entries that the search finds. Kinds are joined by "or" in themselves, flags by "and". */
export function chipCounts(entries: readonly PoolEntry[], ask: PoolAsk): ChipCounts {
  const kinds = { types: new Map(), statuses: new Map(), areas: new Map(), access: new Map() };
  const flags = new Map<PoolFlag, number>();
  for (const entry of entries) {
    if (!ask.found(entry)) continue;
    const not = unmet(entry, ask);
    if (flagged(entry, ask.flags))
      for (const name of KINDS)
        if (not.every((other) => other === name)) countIn(kinds[name], KIND_OF[name](entry));
    if (not.length > 0) continue;
    for (const flag of POOL_FLAGS) {
      const others = ask.flags.filter((asked) => asked !== flag);
      if (entry.flags.has(flag) && flagged(entry, others)) countIn(flags, flag);
    }
  }
  return { ...kinds, flags };
}

function countIn<T>(counts: Map<T, number>, one: T): void {
  counts.set(one, (counts.get(one) ?? 0) + 1);
}

/** The kinds by which an order is not among what was asked. */
function unmet(entry: PoolEntry, ask: PoolAsk): readonly KindName[] {
  return KINDS.filter((name) => {
    const asked: readonly string[] = ask[name];
    return asked.length > 0 && !asked.includes(KIND_OF[name](entry));
  });
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
