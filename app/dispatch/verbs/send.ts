import type { CommandType } from '#protocol/command.ts';
import { toastDone } from '../../ui/toasts.tsx';
import type { ConsoleVerbs } from '../state/console.ts';
import type { Ground } from './ground.ts';

/** Sending a command as it is, and asking a supervisor to let one pass. */
export function sendingVerbs({ live, messages, voice }: Ground): Pick<ConsoleVerbs, 'send' | 'ask'> {
  const ask: ConsoleVerbs['ask'] = async (type, payload, reason) => {
    const { approval } = messages().dispatch;
    const answer = await live.send('approval.request', {
      orderId: payload.orderId,
      command: { type, payload },
      reason: reason || approval.reasonDefault,
    });
    if (answer.ok) {
      voice.say(approval.sent);
      toastDone(approval.sent);
    } else voice.tellRefusal({ id: `refused ${payload.orderId}`, heading: approval.reason, refusal: answer });
    return answer.ok;
  };
  const send: ConsoleVerbs['send'] = async (type, payload, words) => {
    const answer = await live.send<CommandType>(type, payload);
    if (answer.ok) {
      voice.say(words.done);
      toastDone(words.done, undefined, answer.data.warnings);
    } else
      voice.tellRefusal({
        id: `refused ${payload.orderId}`,
        heading: words.failed,
        refusal: answer,
        onAsk: (reason) => void ask(type, payload, reason),
      });
    return answer;
  };
  return { send, ask };
}
