import { writes } from '../../../../http/handle.ts';
import { send } from '../../../../http/send.ts';

/** Puts a suggestion aside; what it would have moved is left alone until it has changed. */
export const POST = writes((ask) => send(ask, 'plan.dismiss', { planId: ask.params.id }));
