import { personNamed } from '#db/query/person.ts';
import type { Verb } from '../command/change.ts';
import { invalid } from '../command/refusal.ts';
import { changeOrder } from '../order/change-order.ts';

/** Asks a colleague, named by account, to take a customer's matter over (RESP-01). */
export const handOverFirstAsk: Verb<'first_ask.hand_over'> = async (work, payload) => {
  const colleague = await personNamed(work.tx, payload.to);
  if (!colleague)
    return invalid({ field: 'to', message: `nobody here has the account ${JSON.stringify(payload.to)}` });
  return changeOrder(work, { type: 'first_ask.hand_over', payload: { ...payload, to: colleague.id } });
};
