import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import { resolveStandard, standardOf } from '../standard/catalogue.ts';
import { type NetworkSubject, networkTimers } from './network-alarms.ts';
import { unannounced } from './predicted-lateness.ts';
import type { Timer } from './timer.ts';
import type { TimerNotice } from './timer-notice.ts';
import { timersOf } from './timers.ts';

/** The name of a run of a timer, of one order, outage or cutover. */
export function runOf({ timer, startedAt }: Pick<TimerNotice, 'timer' | 'startedAt'>): string {
  return `${timer} ${startedAt}`;
}

/**
 * The runs of an order's timers whose act is still to be done; among them the word of a lateness that is only expected: it is open until
 * it is said or somebody stands at the door.
 */
export function openRunsOf(order: Order, now: Instant): ReadonlySet<string> {
  const untold = unannounced(order);
  const open = openRuns(timersOf(order, standardOf(order), now));
  return untold ? open.add(runOf({ timer: 'T_LATE_NOTICE', startedAt: untold.confirmedAt })) : open;
}

/** The same of an outage or a cutover of an area with this standard. */
export function openRunsOnNetwork(
  subject: NetworkSubject,
  standardId: string,
  now: Instant,
): ReadonlySet<string> {
  return openRuns(networkTimers(subject, resolveStandard(standardId), now));
}

function openRuns(timers: readonly Timer[]): Set<string> {
  return new Set(timers.filter(({ open }) => open).map((timer) => runOf({ ...timer, timer: timer.name })));
}
