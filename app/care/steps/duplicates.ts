import { withinReach } from '#domain/area/reach.ts';
import type { Order } from '#domain/order/order.ts';
import { TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import { isOpenOutage } from '#domain/outage/judge-outage.ts';
import type { Outage } from '#domain/outage/outage.ts';
import type { CustomerCard } from '#protocol/live.ts';
import type { AreaBoard } from '../../live/board.ts';

/** What an order may be the same as: another order of the customer's, or an outage that it belongs to. */
export interface Duplicates {
  readonly orders: readonly { readonly order: Order; readonly card: CustomerCard | undefined }[];
  readonly outages: readonly Outage[];
}

const MOST = 6;

/**
 * Open orders of the same customer or address, then those of the same kind in the same estate; with `typed`, those whose number holds it.
 * Outages only of faults that they reach (OUTG-02).
 */
export function duplicatesOf(order: Order, board: AreaBoard, typed: string): Duplicates {
  const own = board.cards.get(order.id);
  const wanted = typed.trim().toLowerCase();
  const likeness = (other: Order): number => {
    const card = board.cards.get(other.id);
    if (own && card && own.name !== '' && card.name === own.name && other.estate === order.estate) return 3;
    if (own && card && own.address !== '' && card.address === own.address) return 2;
    return other.type === order.type && other.estate !== null && other.estate === order.estate ? 1 : 0;
  };
  const orders = [...board.orders.values()]
    .filter((other) => other.id !== order.id && !TERMINAL_STATUSES.has(other.status))
    .map((other) => ({ order: other, card: board.cards.get(other.id), rank: likeness(other) }))
    .filter(({ order: other, rank }) =>
      wanted === '' ? rank > 0 : other.number.toLowerCase().includes(wanted),
    )
    .toSorted((a, b) => b.rank - a.rank || b.order.intakeAt - a.order.intakeAt)
    .slice(0, MOST)
    .map(({ rank: _rank, ...like }) => like);
  const outages =
    order.type === 'fault'
      ? [...board.outages.values()].filter(
          (outage) => isOpenOutage(outage) && withinReach(outage.reach, order) !== 'outside',
        )
      : [];
  return { orders, outages };
}
