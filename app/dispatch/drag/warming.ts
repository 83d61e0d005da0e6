import type { Order } from '#domain/order/order.ts';

/** Judged so often against everybody, the rules are compiled code; once leaves most of the first lift to be interpreted. */
const ORDERS = 5;

/** What is judged before the first lift, so that it meets compiled code: some of the waiting orders one by one, then together. */
export function warmingLifts(waiting: readonly Order[]): readonly (readonly Order[])[] {
  const some = waiting.slice(0, ORDERS);
  return some.length > 1 ? [...some.map((order) => [order]), some] : some.map((order) => [order]);
}
