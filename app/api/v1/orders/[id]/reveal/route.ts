import { revealedCard } from '#server/services/order/cards.ts';
import { writes } from '../../../../http/handle.ts';
import { answer, commandAnswer } from '../../../../http/problem.ts';
import { submit } from '../../../../http/send.ts';

/** Shows the customer's full number to whoever gives a reason, and keeps on record that it was shown (PRIV-01). */
export const POST = writes(async (ask) => {
  const orderId = ask.params.id ?? '';
  const result = await submit(ask, 'customer.reveal', { orderId });
  if (!result.ok) return commandAnswer(result);
  return answer({ ...result.data, customer: await revealedCard(ask.services, ask.viewer, orderId) });
});
