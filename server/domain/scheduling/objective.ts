/**
 * What makes one plan better than another: ranks, compared one by one (SCHD-01 … SCHD-04).
 *
 *   0 unserved    visits not served: promised ones, emergencies, those that stand already, then class by class
 *   1 promises    promises broken, then seconds late
 *   2 deadlines   effective deadlines missed, then slack missing to the reserve
 *   3 calls       customers who would have to be called
 *   4 travel      travel and overtime
 *   5 comfort     estates entered again, uncertain visits before ready ones, spread of load
 *   6 stability   other technician than published, moved by more than a quarter of an hour
 *
 * A lower rank never buys a higher one. `PlanRules.rankOrder` may order them otherwise.
 */
import { givingUpOrder, placesInGivingUp } from './giving-up.ts';
import type { PlanRules, Problem, RankName, RankVector, Route, Stop, Unserved, Visit } from './model.ts';
import { rankNames } from './model.ts';
import { windowOf } from './timeline.ts';

/** Moves of the planned begin up to this are not felt as a change. */
export const MOVED_SECONDS = 900;

/** Negative when `one` is better than `other`, 0 when they are equal in every rank. */
export function compareRanks(one: RankVector, other: RankVector, rules: PlanRules): number {
  return firstDifference(one, other, rules)?.difference ?? 0;
}

/** The first rank, in the standard's order, in which two plans differ, and by how much (one − other). */
export function firstDifference(
  one: RankVector,
  other: RankVector,
  rules: PlanRules,
): { readonly rank: RankName; readonly difference: number } | undefined {
  const order = [...rules.rankOrder, ...rankNames.filter((name) => !rules.rankOrder.includes(name))];
  for (const rank of order) {
    for (const [i, value] of one[rank].entries()) {
      const difference = value - other[rank][i]!;
      if (difference !== 0) return { rank, difference };
    }
  }
  return undefined;
}

/** The ranks of a timed plan. */
export function rankPlan(
  problem: Problem,
  routes: readonly Route[],
  unserved: readonly Pick<Unserved, 'visit'>[],
): RankVector {
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const published = new Map(problem.published?.map((stop) => [stop.visit, stop]));
  const givenUp = givingUpOrder.map(() => 0);
  for (const { visit } of unserved)
    for (const place of placesInGivingUp(visits.get(visit)!, published.has(visit))) givenUp[place]!++;

  let broken = 0;
  let lateSeconds = 0;
  let missed = 0;
  let shortSeconds = 0;
  let changed = 0;
  let moved = 0;
  const calls = new Set<string>();
  for (const route of routes) {
    for (const { stop, visit } of visitStops(route.stops, visits)) {
      const promised = visit.window.kind === 'promised';
      const late = stop.lateSeconds > 0;
      if (late && promised) {
        broken++;
        lateSeconds += stop.lateSeconds;
        calls.add(visit.id);
      } else if (late) missed++;
      else if (!promised) {
        const slack = windowOf(visit).closes - stop.begin;
        shortSeconds += Math.max(0, problem.rules.deadlineReserveSeconds - slack);
      }
      const before = published.get(visit.id);
      if (before === undefined || stop.frozen) continue;
      if (before.technician !== route.technician && (visit.crew ?? 1) === 1) {
        changed++;
        if (visit.window.kind === 'promised' && visit.window.notified) calls.add(visit.id);
      }
      if (Math.abs(before.begin - stop.begin) > MOVED_SECONDS) moved++;
    }
  }
  const travel = routes.reduce((sum, route) => sum + route.travelSeconds + route.overtimeSeconds, 0);
  return {
    unserved: givenUp,
    promises: [broken, lateSeconds],
    deadlines: [missed, shortSeconds],
    calls: [calls.size],
    travel: [travel],
    comfort: [estateEntriesAgain(routes, visits), uncertainFirst(routes, visits), loadSpread(routes)],
    stability: [changed, moved],
  };
}

/** Times that an estate is entered beyond the first time, over all technicians (SCHD-03). */
function estateEntriesAgain(routes: readonly Route[], visits: ReadonlyMap<string, Visit>): number {
  const estates = new Set<string>();
  let entries = 0;
  for (const route of routes) {
    let inside: string | null = null;
    for (const { visit } of visitStops(route.stops, visits)) {
      if (visit.estate !== null && visit.estate !== inside) {
        entries++;
        estates.add(visit.estate);
      }
      inside = visit.estate;
    }
  }
  return entries - estates.size;
}

/** Visits of uncertain readiness done right before a ready one (SCHD-04). */
function uncertainFirst(routes: readonly Route[], visits: ReadonlyMap<string, Visit>): number {
  let count = 0;
  for (const route of routes) {
    let previous: Visit | undefined;
    for (const { visit } of visitStops(route.stops, visits)) {
      if (previous?.readiness === 'uncertain' && visit.readiness === 'ready') count++;
      previous = visit;
    }
  }
  return count;
}

/** Standard deviation of the time that technicians are at work or on the road, in whole seconds. */
function loadSpread(routes: readonly Route[]): number {
  if (routes.length === 0) return 0;
  const loads = routes.map((route) =>
    route.stops.reduce(
      (sum, stop) => sum + stop.travelSeconds + (stop.step.kind === 'visit' ? stop.leave - stop.begin : 0),
      0,
    ),
  );
  const mean = loads.reduce((sum, load) => sum + load, 0) / loads.length;
  return Math.round(Math.sqrt(loads.reduce((sum, load) => sum + (load - mean) ** 2, 0) / loads.length));
}

function* visitStops(
  stops: readonly Stop[],
  visits: ReadonlyMap<string, Visit>,
): Generator<{ readonly stop: Stop; readonly visit: Visit }> {
  for (const stop of stops) {
    if (stop.step.kind === 'visit') yield { stop, visit: visits.get(stop.step.visit)! };
  }
}
