import type { Messages } from '../../ui/i18n/messages.ts';

/**
 * What a dispatcher reads of a plan that could not be computed. The planner begins its reason with a word for what is known to happen;
 * anything else is shown as it was said, for whoever runs the server.
 */
export function failureWords(failure: string | null, words: Messages['dispatch']['plan']['failure']): string {
  const [known] = (failure ?? '').split(':');
  if (known === 'interrupted' || known === 'worker_gone') return words[known];
  return words.other(failure ?? '');
}
