import { stepCommand } from '#server/services/visit/step-command.ts';
import { writes } from '../../../../http/handle.ts';
import { invalid, notFound } from '../../../../http/problem.ts';
import { send } from '../../../../http/send.ts';

/** One step of the visit wizard; `id` is the visit's or its order's. */
export const POST = writes(async (ask) => {
  const { step, ...body } = ask.body;
  const command = await stepCommand(ask.services, ask.params.id ?? '', step);
  if (!command.ok) return command.code === 'invalid' ? invalid('step', command.title) : notFound('visit');
  return send({ ...ask, body }, command.type, { orderId: command.orderId });
});
