import type { Instant } from '../base/brand.ts';
import type { RuleId } from '../base/rule-id.ts';
import type { Timer, TimerName } from '../timer/timer.ts';
import type { OrderFacts } from './figure.ts';

/** Why an order is left out of a figure; shown beside the rate, never silently (§17). */
export interface LeftOut {
  rule: RuleId;
  reason: string;
}

/** One thing that an indicator judges: an order's deadline, or something that happened to it. */
export interface Case {
  /** The order, or the cutover. */
  id: string;
  /** The deadline or the event; it decides the period (E-16). */
  at: Instant;
  /** 1 when the case counts, 0 when not; hours for an average; a share for weighted actions. */
  value: number;
  leftOut: LeftOut | null;
}

/** A case that holds or does not. */
export function held(id: string, at: Instant, holds: boolean, leftOut: LeftOut | null = null): Case {
  return { id, at, value: holds ? 1 : 0, leftOut };
}

/** A customer-side cause with its approval (ATTR-08), the only one that takes an order out of KPI-09…11. */
export function exclusionOf({ order }: OrderFacts): LeftOut | null {
  return order.exclusion ? { rule: 'ATTR-08', reason: order.exclusion.reason } : null;
}

/** Timers of some names that are decided, met or breached, each at its deadline; what still runs or was called off is not judged. */
export function timerCases(
  orders: readonly OrderFacts[],
  names: readonly TimerName[],
  leftOut: (facts: OrderFacts) => LeftOut | null = () => null,
): readonly Case[] {
  return orders.flatMap((facts) =>
    facts.timers
      .filter(({ name, state }) => names.includes(name) && isDecided(state))
      .map(({ state, dueLiteral }) => held(facts.order.id, dueLiteral, state === 'met', leftOut(facts))),
  );
}

function isDecided(state: Timer['state']): boolean {
  return state === 'met' || state === 'breached';
}
