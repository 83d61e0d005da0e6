import type { Instant } from '../base/brand.ts';
import type { Cutover } from '../cutover/judge-cutover.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { Timer, TimerName } from '../timer/timer.ts';

/** One order with what an indicator may ask of it; all of it follows from its events. */
export interface OrderFacts {
  order: Order;
  standard: ResolvedStandard;
  timers: readonly Timer[];
}

/** What the indicators look at: the orders and cutovers of the period. */
export interface KpiInput {
  orders: readonly OrderFacts[];
  cutovers: readonly { cutover: Cutover; standard: ResolvedStandard }[];
  now: Instant;
}

/** An indicator's figure. `value` is a rate 0…1, or hours for an average; null when there is nothing to judge, never 0 or 1. */
export interface Figure {
  numerator: number;
  denominator: number;
  /** Orders left out for a customer-side cause, by approval (ATTR-08). */
  excluded: number;
  value: number | null;
}

export type Kpi = (input: KpiInput) => Figure;

/** A figure from its two counts. */
export function figure(numerator: number, denominator: number, excluded = 0): Figure {
  return { numerator, denominator, excluded, value: denominator === 0 ? null : numerator / denominator };
}

/** The share of a list for which something holds. */
export function share<T>(list: readonly T[], holds: (one: T) => boolean, excluded = 0): Figure {
  return figure(list.filter(holds).length, list.length, excluded);
}

/** Timers of some names that are decided: met, or breached; what still runs or was called off is not judged. */
export function decided(orders: readonly OrderFacts[], ...names: readonly TimerName[]): readonly Timer[] {
  return orders.flatMap(({ timers }) =>
    timers.filter(({ name, state }) => names.includes(name) && (state === 'met' || state === 'breached')),
  );
}

/** The share of decided timers that were met. */
export function metShare(orders: readonly OrderFacts[], ...names: readonly TimerName[]): Figure {
  return share(decided(orders, ...names), ({ state }) => state === 'met');
}

/** Orders kept out of a figure, and the rest. */
export function withoutExcluded(orders: readonly OrderFacts[]): {
  kept: readonly OrderFacts[];
  excluded: readonly OrderFacts[];
} {
  return {
    kept: orders.filter(({ order }) => order.exclusion === null),
    excluded: orders.filter(({ order }) => order.exclusion !== null),
  };
}
