import { straightLineTravel } from '#domain/geo/straight-line-travel.ts';
import type { StraightLineProfile } from '#domain/geo/travel.ts';
import type { ProblemFault } from '#domain/scheduling/judge-problem.ts';
import { matrixTravel, type TravelTables } from '#domain/scheduling/matrix-travel.ts';
import type { Place, Plan, Problem, RouteOrder, TravelTimes } from '#domain/scheduling/model.ts';
import type { PlanProgress } from '#domain/scheduling/plan-day.ts';

/** Travel as it can be sent to a worker: worked out there, or looked up in tables. */
export type TravelSource =
  | { readonly kind: 'straight_line'; readonly profile?: StraightLineProfile }
  | { readonly kind: 'tables'; readonly tables: TravelTables };

/** A day to plan. The budget is wall seconds, or a number of trials where the result must be repeatable. */
export interface PlanRequest {
  readonly problem: Omit<Problem, 'travel'>;
  readonly travel: TravelSource;
  readonly seed: number;
  readonly from: 'empty' | 'published' | readonly RouteOrder[];
  readonly budget: { readonly seconds: number } | { readonly iterations: number };
}

/** How far a plan has come, with the best order of work so far. */
export interface PlanReport extends PlanProgress {
  readonly orders: readonly RouteOrder[];
}

export type PlanOutcome =
  | {
      /** `cancelled`: the best plan found until then. */
      readonly kind: 'planned' | 'cancelled';
      readonly plan: Plan;
      readonly iterations: number;
      readonly seconds: number;
    }
  | { readonly kind: 'refused'; readonly faults: readonly ProblemFault[] };

/** Travel times from their source, for the places of one problem. */
export function travelFrom(source: TravelSource, places: readonly Place[]): TravelTimes {
  return source.kind === 'tables' ? matrixTravel(source.tables) : straightLineTravel(places, source.profile);
}
