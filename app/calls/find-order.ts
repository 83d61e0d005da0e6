import type { Order } from '#domain/order/order.ts';
import { TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { type Spell, textSearch } from '../dispatch/pool/pool-search.ts';
import type { AreaBoard } from '../live/board.ts';

/** An order that was found, with what this person may know of its customer. */
export interface Found {
  readonly order: Order;
  readonly card: CustomerCard | undefined;
}

const MOST = 30;

/** Orders that are not over and whose number, 小区, address or name holds every word that was typed; the latest first. */
export function findOrders(
  boards: readonly AreaBoard[],
  typed: string,
  spell: Spell | null,
): readonly Found[] {
  if (typed.trim() === '') return [];
  const found = textSearch(typed, spell);
  return boards
    .flatMap(({ orders, cards }) =>
      [...orders.values()]
        .filter(({ status }) => !TERMINAL_STATUSES.has(status))
        .map((order): Found => ({ order, card: cards.get(order.id) })),
    )
    .filter(({ order, card }) =>
      found([order.number, order.estate ?? '', card?.address ?? '', card?.name ?? '']),
    )
    .toSorted((a, b) => b.order.intakeAt - a.order.intakeAt)
    .slice(0, MOST);
}
