import type { Approval } from '#domain/approval/approval.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Expectations } from '#domain/scheduling/expected-area.ts';
import type { CustomerCard } from '#protocol/live.ts';
import type { AreaBoard } from '../live/board.ts';
import { type WorkGroup, type WorkItem, workOf } from './work-list.ts';

/** Everything that waits for the desk in the watched areas. */
export interface Desk {
  readonly items: Readonly<Record<Exclude<WorkGroup, 'approvals'>, readonly WorkItem[]>>;
  readonly approvals: readonly { approval: Approval; order: Order | undefined }[];
  readonly cards: ReadonlyMap<string, CustomerCard>;
}

const NOTHING: Expectations = new Map();

/** Gathers the lists, each with what is due first on top. */
export function deskOf(boards: readonly AreaBoard[], now: Instant, expected: Expectations = NOTHING): Desk {
  const items: Record<Exclude<WorkGroup, 'approvals'>, WorkItem[]> = {
    calls: [],
    remote: [],
    callbacks: [],
    overdue: [],
    complaints: [],
    coordination: [],
    claims: [],
    facts: [],
  };
  for (const { orders } of boards)
    for (const order of orders.values())
      for (const item of workOf(order, now, expected.get(order.id))) items[item.group].push(item);
  for (const list of Object.values(items))
    list.sort((a, b) => a.usable - b.usable || (a.key < b.key ? -1 : 1));
  const approvals = boards.flatMap((board) =>
    [...board.approvals.values()]
      .filter(({ state }) => state === 'pending')
      .map((approval) => ({ approval, order: board.orders.get(approval.orderId) })),
  );
  return {
    items,
    approvals: approvals.sort((a, b) => a.approval.requestedAt - b.approval.requestedAt),
    cards: new Map(boards.flatMap((board) => [...board.cards])),
  };
}
