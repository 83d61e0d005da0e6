import type { CommandRefused } from '#protocol/command.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { refusalHeading } from '../../ui/refusal/refusal-heading.ts';
import { toastRefused } from '../../ui/toasts.tsx';
import { toastRefusal } from '../assign/outcome-toast.tsx';
import type { Console } from '../state/console.ts';

/** One toast for what a drop has come to: the next one takes its place. */
export const DROP_TOAST = 'drop';

/** How the console answers: a sentence to hear, and a toast to see where one is needed. */
export interface Voice {
  say(text: string): void;
  /** What cannot be done at all. */
  refuse(words: string): void;
  /** A refusal by rules, which stays until it is read. `onAsk`: how to ask somebody who may allow it. */
  tellRefusal(told: {
    readonly id: string;
    readonly heading: string;
    readonly refusal: CommandRefused;
    readonly onAsk?: (reason: string) => void;
  }): void;
}

export function createVoice(
  { spoken, now }: Pick<Console, 'spoken' | 'now'>,
  messages: () => Messages,
): Voice {
  let said = 0;
  const say = (text: string) => {
    // The same sentence twice must be heard twice: an unseen mark makes it another text.
    said += 1;
    spoken.set(said % 2 === 0 ? text : `${text}\u200b`);
  };
  return {
    say,
    refuse(words) {
      say(words);
      toastRefused(DROP_TOAST, words);
    },
    tellRefusal(told) {
      const { heading, refusal } = told;
      const rules = refusal.rules?.map((rule) => rule.id).join(', ') ?? '';
      say([heading, refusalHeading(refusal, messages()), rules].filter(Boolean).join('。'));
      toastRefusal({ ...told, now: now.get() });
    },
  };
}
