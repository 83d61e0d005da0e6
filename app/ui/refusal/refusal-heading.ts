import type { CommandRefused } from '#protocol/command.ts';
import type { Messages } from '../i18n/messages.ts';

/** What happened, in a line. A colleague's lock speaks against it, not the standard: it is named as what it is. */
export function refusalHeading({ code, rules = [] }: CommandRefused, m: Messages): string {
  const blocks = rules.filter(({ kind }) => kind === 'block');
  const locked = code === 'refused' && blocks.length > 0 && blocks.every(({ id }) => id === 'LOCK');
  return locked ? m.refusal.locked : m.refusal.heading[code];
}
