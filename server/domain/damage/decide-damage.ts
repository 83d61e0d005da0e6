import { closesNow } from '../callback/closing.ts';
import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState, passes } from '../order/proposal.ts';

/** DMG-01: the clock runs from the earlier report and is not started again. */
const report: Propose<'damage.report'> = (order) =>
  order.damage
    ? outOfState(order, 'damage.report', 'no open claim')
    : passes({ type: 'damage.reported', data: {} });

const agree: Propose<'damage.agree'> = (order) =>
  order.damage && order.damage.agreedAt === null
    ? passes({ type: 'damage.agreed', data: {} })
    : outOfState(order, 'damage.agree', 'a reported claim');

/** Only compensation stops the clock; an order that waited for it may then be closed. */
const compensate: Propose<'damage.compensate'> = (order) => {
  if (!order.damage || order.damage.compensatedAt !== null)
    return outOfState(order, 'damage.compensate', 'an open claim');
  const after: Order = { ...order, damage: { ...order.damage, compensatedAt: 0 } };
  const events: OrderEvent[] = [{ type: 'damage.compensated', data: {} }];
  if (closesNow(after)) events.push({ type: 'order.closed', data: {} });
  return passes(...events);
};

export const DAMAGE_RULES = {
  'damage.report': report,
  'damage.agree': agree,
  'damage.compensate': compensate,
};
