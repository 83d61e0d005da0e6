import type { Order } from '#domain/order/order.ts';
import type { Messages } from '../../ui/i18n/messages.ts';

/** The orders in a sentence: the one by its 小区, several by their number. */
export function caption(orders: readonly Order[], m: Messages): string {
  const [first] = orders;
  return orders.length === 1 && first ? (first.estate ?? first.number) : m.dispatch.drag.many(orders.length);
}
