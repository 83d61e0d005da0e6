import type { Instant } from '#domain/base/brand.ts';
import type { Messages } from '../ui/i18n/zh-cn.ts';
import { minutesWords } from '../ui/time.ts';
import type { WorkItem } from './work-list.ts';

const DAY_MIN = 1_440;

/** What is to be done, as a row and the panel call it. */
export function whatOf({ purpose, timer, group }: WorkItem, m: Messages): string {
  if (purpose !== null) return m.calls.purpose[purpose];
  return timer === null || group === 'remote'
    ? m.calls.groups[group]
    : m.calls.byTimer(m.calls.groups[group], m.dispatch.timers[timer]);
}

/** Whether its limit has passed; what has no limit of its own is never overdue. */
export function isOverdue({ usable, timer, purpose }: WorkItem, now: Instant): boolean {
  return now > usable && (timer !== null || purpose !== null);
}

/** How long there is still time, or for how long the limit has been over. */
export function leftOf({ usable, timer, purpose }: WorkItem, now: Instant, m: Messages): string {
  const minutes = Math.floor(Math.abs(usable - now) / 60_000);
  const text = minutes < DAY_MIN ? minutesWords(minutes, m) : m.calls.days(Math.floor(minutes / DAY_MIN));
  if (timer === null && purpose === null) return m.calls.since(text);
  return now > usable ? m.calls.over(text) : m.calls.left(text);
}
