import { closesNow } from '../callback/closing.ts';
import { evolveAftercare } from '../order/evolve-aftercare.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState, passes } from '../order/proposal.ts';
import { isOwed } from './follow-up.ts';

/** follow_up.done: the promised contact was made (ATTR-04, ATTR-06); an order that only waited for it is closed. */
const done: Propose<'follow_up.done'> = (order, { rule }, { now }) => {
  if (!order.followUps.some((one) => one.rule === rule && isOwed(one)))
    return outOfState(order, 'follow_up.done', 'a promised contact that is still owed');
  const event: OrderEvent = { type: 'follow_up.done', data: { rule } };
  const after = evolveAftercare(order, event, now) ?? order;
  return closesNow(after) ? passes(event, { type: 'order.closed', data: {} }) : passes(event);
};

export const FOLLOW_UP_RULES = { 'follow_up.done': done };
