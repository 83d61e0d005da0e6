import type { LiveClient } from '../../live/live-client.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import type { Console, ConsoleVerbs } from '../state/console.ts';
import { givingVerbs } from './give.ts';
import { liftingVerbs } from './lift.ts';
import { lockVerb } from './lock.ts';
import { sendingVerbs } from './send.ts';
import { createVoice } from './voice.ts';

/** The verbs of a console: everything that changes something, each shown at once, sent, and answered for in words. */
export function consoleVerbs(
  live: LiveClient,
  messages: () => Messages,
): (console: Omit<Console, keyof ConsoleVerbs>) => ConsoleVerbs {
  return (console) => {
    const voice = createVoice(console, messages);
    const ground = { live, messages, console, voice };
    const sending = sendingVerbs(ground);
    const giving = givingVerbs(ground, sending.ask);
    return {
      say: voice.say,
      ...sending,
      ...giving,
      lock: lockVerb(ground),
      ...liftingVerbs(ground, giving.assign),
    };
  };
}
