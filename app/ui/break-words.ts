import type { DailyBreak } from '#domain/technician/technician.ts';
import { clockMs, MINUTE } from '#domain/time/zone.ts';
import type { Messages } from './i18n/messages.ts';

/** A break with the times between which it lies: `11:30–13:30 · 45 min`, or `12:00–13:00` where it fills them. */
export function breakOf({ from, until, minutes }: DailyBreak, m: Messages): string {
  const end = Math.round(clockMs(until) / MINUTE) + minutes;
  const times = `${from}–${twoDigits(Math.floor(end / 60))}:${twoDigits(end % 60)}`;
  return from === until ? times : `${times} · ${m.common.minutes(minutes)}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
