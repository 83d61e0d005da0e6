import { writes } from '../../../../http/handle.ts';
import { send } from '../../../../http/send.ts';

/** One attempt to reach the customer. */
export const POST = writes((ask) => send(ask, 'contact.attempt', { orderId: ask.params.id }));
