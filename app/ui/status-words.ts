import type { Order } from '#domain/order/order.ts';
import type { Messages } from './i18n/messages.ts';

/** An order's state in words; a wait whose cause is still to be found out is not called the customer's (E-55). */
export function statusWords({ status, hold }: Pick<Order, 'status' | 'hold'>, m: Messages): string {
  return status === 'on_hold_customer' && hold?.undecided ? m.order.holdUndecided : m.order.status[status];
}
