import { writes } from '../../../../http/handle.ts';
import { notFound } from '../../../../http/problem.ts';
import { send } from '../../../../http/send.ts';

/** The states of an order's one open change request; `id` is the order's. */
export const POST = writes(async (ask) => {
  const orderId = ask.params.id;
  switch (ask.params.step) {
    case 'notified':
      return send(ask, 'contact.attempt', { orderId, outcome: 'connected' });
    case 'agreed':
      return send(ask, 'appointment.reached', { orderId, agreed: true });
    case 'refused':
      return send(ask, 'appointment.reached', { orderId, agreed: false });
    case 'withdrawn':
      return send(ask, 'appointment.withdraw', { orderId });
    default:
      return notFound('step of a change request');
  }
});
