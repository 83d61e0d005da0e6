import { writes } from '../../../../../http/handle.ts';
import { send } from '../../../../../http/send.ts';

/** Asks to change the promised time, with cause, reason and when the customer was reached. */
export const POST = writes((ask) => send(ask, 'appointment.change', { orderId: ask.params.id }));
