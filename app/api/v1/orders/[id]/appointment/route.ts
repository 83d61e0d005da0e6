import { writes } from '../../../../http/handle.ts';
import { send } from '../../../../http/send.ts';

/** Confirms a promised time. */
export const POST = writes((ask) => send(ask, 'appointment.confirm', { orderId: ask.params.id }));
