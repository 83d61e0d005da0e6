import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import { isOutageChild } from '../outage/outage-child.ts';
import type { ClockStart } from '../standard/parameter.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { Limit } from '../time/deadline.ts';
import { dueWithPauses, type Reckoning } from '../time/deadline.ts';
import { lastInside } from '../time/window.ts';
import { withYears } from '../time/working-day.ts';
import type { Armed } from './timer.ts';

/** What arming looks at. */
export interface Arming {
  order: Order;
  standard: ResolvedStandard;
  now: Instant;
}

/** Which timers an order has armed so far; one such function for each group of the registry. */
export type Arm = (arming: Arming) => readonly Armed[];

/** The event of the order from which a limit runs (ARITH-12, DISP-10: always the first dispatch). */
export function clockStart(order: Order, start: ClockStart): Instant | null {
  switch (start) {
    case 'intakeAt':
      return order.intakeAt;
    case 'dispatchedAt':
    case 'deptReceivedAt':
      return order.firstDispatchedAt;
    case 'acceptedAt':
      return order.acceptedAt;
    case 'completedAt':
      return order.completedAt;
    case 'repliedAt':
      return order.repliedAt;
  }
}

/**
 * When the order's clocks were called off: a terminal state; an order merged into an outage keeps its clocks until that is restored
 * (OUTG-02), which is the answer it was waiting for.
 */
export function calledOffAt(order: Order): Instant | null {
  return isOutageChild(order) ? order.restoredAt : order.endedAt;
}

/** True while a pause of the customer's runs at `now` (ARITH-07). */
export function isPaused(order: Order, now: Instant): boolean {
  return order.pauses.some(({ from, until }) => from <= now && (until === null || now < until));
}

/** The zone and the working days in which an order's limits are counted: the days that it was given (ARITH-04), else the standard's. */
export function reckoningOf({ workYears }: Pick<Order, 'workYears'>, standard: ResolvedStandard): Reckoning {
  return { tz: standard.get('tz'), calendar: withYears(standard.calendar, workYears) };
}

/** The due instant of a limit that customer causes stop. */
export function pausableDue({ order, standard, now }: Arming, start: Instant, limit: Limit): Instant {
  return dueWithPauses(start, limit, order.pauses, now, reckoningOf(order, standard));
}

/** The last instant up to `due` at which a visit may be under way; emergency lines and outages may be served at any hour (WIN-02). */
export function lastVisitInstant({ order, standard }: Arming, due: Instant): Instant {
  if (order.emergencyLine || order.outageId !== null) return due;
  return lastInside(due, [standard.get('visit.window')], standard.get('tz'));
}

/** A point of the limit at which to warn, as a share of it. */
export function warnAfter(start: Instant, due: Instant, ratio: number): Instant {
  return Math.round(start + (due - start) * ratio);
}
