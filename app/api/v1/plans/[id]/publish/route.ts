import { writes } from '../../../../http/handle.ts';
import { send } from '../../../../http/send.ts';

/** Publishes a proposal, whole or in part, as one command. */
export const POST = writes((ask) => send(ask, 'plan.publish', { planId: ask.params.id }));
