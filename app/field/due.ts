import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { Timer, TimerName } from '#domain/timer/timer.ts';
import { timersOf } from '#domain/timer/timers.ts';

/** The running timers of an order under its own standard. */
export function runningTimers(order: Order, now: Instant): readonly Timer[] {
  const standard = standardOf(order);
  return timersOf(order, standard, now).filter((timer) => timer.state === 'running');
}

/** When the first of the named timers is due, as far as it may still be acted on; null when none of them runs. */
export function dueOf(order: Order, names: readonly TimerName[], now: Instant): Instant | null {
  const due = runningTimers(order, now)
    .filter((timer) => names.includes(timer.name))
    .map((timer) => timer.dueEffective);
  return due.length === 0 ? null : Math.min(...due);
}
