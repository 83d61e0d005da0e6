import type { Instant } from '../base/brand.ts';
import type { Cutover } from '../cutover/cutover.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { Timer } from '../timer/timer.ts';
import type { Case, LeftOut } from './cases.ts';

/** One order with what an indicator may ask of it; all of it follows from its events. */
export interface OrderFacts {
  order: Order;
  standard: ResolvedStandard;
  timers: readonly Timer[];
}

/** What the indicators look at: orders and cutovers as they stood at `now`. */
export interface KpiInput {
  orders: readonly OrderFacts[];
  cutovers: readonly { cutover: Cutover; standard: ResolvedStandard }[];
  now: Instant;
}

/** An indicator: everything that it judges, with the instant that decides the period. */
export type Kpi = (input: KpiInput) => readonly Case[];

/** An indicator's figure. `value` is a rate 0…1, or hours for an average; null when there is nothing to judge, never 0 or 1. */
export interface Figure {
  numerator: number;
  denominator: number;
  /** Cases left out, each with its reason in `exclusions`. */
  excluded: number;
  value: number | null;
  exclusions: readonly (LeftOut & { count: number })[];
}

/** The figure of the cases given; those left out stand beside it with their reasons. */
export function figureOf(cases: readonly Case[]): Figure {
  const kept = cases.filter(({ leftOut }) => leftOut === null);
  const numerator = kept.reduce((sum, { value }) => sum + value, 0);
  const reasons = new Map<string, LeftOut & { count: number }>();
  for (const { leftOut } of cases) {
    if (leftOut === null) continue;
    const key = `${leftOut.rule} ${leftOut.reason}`;
    reasons.set(key, { ...leftOut, count: (reasons.get(key)?.count ?? 0) + 1 });
  }
  return {
    numerator,
    denominator: kept.length,
    excluded: cases.length - kept.length,
    value: kept.length === 0 ? null : numerator / kept.length,
    exclusions: [...reasons.values()],
  };
}
