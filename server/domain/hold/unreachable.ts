import { blocks } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { ContactAttempt } from '../contact/contact-attempt.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { HOUR, localClock, localDate } from '../time/zone.ts';

/** The standard names no numbers for an unreachable customer; these are our choice (APPT-16). */
const ATTEMPTS = 3;
const APART = HOUR;
const BLOCKS = 2;
const CHANNELS = 2;

/** APPT-16: three attempts at least an hour apart, over two half-days and two channels, since the customer was last reached. */
export function judgeUnreachable(order: Order, standard: ResolvedStandard): readonly Finding[] {
  const tz = standard.get('tz');
  const reached = order.contacts.findLastIndex(({ outcome }) => outcome === 'connected');
  const tries = order.contacts.slice(reached + 1);
  const spaced = spacedAttempts(tries);
  const halfDays = new Set(
    tries.map(({ at }) => `${localDate(at, tz)} ${localClock(at, tz) < '12:00' ? 'am' : 'pm'}`),
  );
  const channels = new Set(tries.map(({ channel }) => channel));
  if (spaced >= ATTEMPTS && halfDays.size >= BLOCKS && channels.size >= CHANNELS) return [];
  return [
    blocks(
      'APPT-16',
      { attempts: spaced, needed: ATTEMPTS, halfDays: halfDays.size, channels: [...channels] },
      'try_again',
    ),
  ];
}

function spacedAttempts(tries: readonly ContactAttempt[]): number {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { at } of tries) {
    if (at - last < APART) continue;
    count += 1;
    last = at;
  }
  return count;
}
