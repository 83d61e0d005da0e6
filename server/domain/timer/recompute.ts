import type { Instant } from '../base/brand.ts';
import { evolveOrder } from '../order/evolve.ts';
import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { WorkYears } from '../time/working-day.ts';
import { armInstall } from './completion-timers.ts';
import type { Timer, TimerName } from './timer.ts';
import { judgeTimer } from './timer.ts';

/** One deadline as it was counted by weekdays and as it is by the published days. */
export interface RecomputedDeadline {
  timer: TimerName;
  startedAt: Instant;
  before: { dueLiteral: Instant; dueEffective: Instant };
  after: { dueLiteral: Instant; dueEffective: Instant };
}

/** Years for which deadlines that still run were counted by weekdays, earliest first (ARITH-04). */
export function provisionalYears(order: Order, standard: ResolvedStandard, now: Instant): readonly number[] {
  const years = provisionalTimers(order, standard, now).flatMap(({ provisional = [] }) => provisional);
  return [...new Set(years)].toSorted((a, b) => a - b);
}

/**
 * What follows for a running order from the working days that have become known: one event a year, with every deadline that it concerns
 * as it was and as it is (E-08). The only automatic recompute there is (ARITH-11); once the days are known to the order none follows again.
 */
export function recomputed(
  order: Order,
  house: WorkYears,
  standard: ResolvedStandard,
  now: Instant,
): readonly OrderEvent[] {
  const year = provisionalYears(order, standard, now).find((one) => house[one]);
  const days = year === undefined ? null : house[year];
  if (year === undefined || !days) return [];
  const before = provisionalTimers(order, standard, now).filter((timer) => timer.provisional?.includes(year));
  const known = { ...order, workYears: { ...order.workYears, [year]: days } };
  const later = workdayTimers(known, standard, now);
  const event: OrderEvent = {
    type: 'deadlines.recomputed',
    data: { year, days, deadlines: before.map((timer) => recomputedDeadline(timer, later)) },
  };
  return [event, ...recomputed(evolveOrder(order, event, now), house, standard, now)];
}

function provisionalTimers(order: Order, standard: ResolvedStandard, now: Instant): readonly Timer[] {
  return workdayTimers(order, standard, now).filter(
    ({ open, provisional }) => open && provisional !== undefined,
  );
}

/** The timers that are counted in working days: an installation's. */
function workdayTimers(order: Order, standard: ResolvedStandard, now: Instant): readonly Timer[] {
  return armInstall({ order, standard, now }).map((armed) => judgeTimer(armed, now));
}

function recomputedDeadline(timer: Timer, later: readonly Timer[]): RecomputedDeadline {
  const after = later.find(({ name, startedAt }) => name === timer.name && startedAt === timer.startedAt);
  return {
    timer: timer.name,
    startedAt: timer.startedAt,
    before: { dueLiteral: timer.dueLiteral, dueEffective: timer.dueEffective },
    after: {
      dueLiteral: after?.dueLiteral ?? timer.dueLiteral,
      dueEffective: after?.dueEffective ?? timer.dueEffective,
    },
  };
}
