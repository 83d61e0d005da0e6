import type { OrderId } from '#domain/base/brand.ts';
import type { Plan, Problem, Route, Stop } from '#domain/scheduling/model.ts';
import type { PlanWorth } from '#protocol/plan.ts';

/** The visits of a route that may still be done otherwise. */
export function openStops(route: Route): readonly Stop[] {
  return route.stops.filter((stop) => !stop.frozen && stop.step.kind === 'visit');
}

/** The order that a stop is for; empty when it is for none. */
export function visitOf(stop: Stop): OrderId {
  return stop.step.kind === 'visit' ? stop.step.visit : '';
}

/** What a plan is worth to whoever decides on it: promises kept and late, travel and overtime in seconds, what is left out. */
export function worthOf(plan: Plan, problem: Problem): PlanWorth {
  const promised = new Set(
    problem.visits.filter((visit) => visit.window.kind === 'promised').map((visit) => visit.id),
  );
  const stops = plan.routes.flatMap(openStops).filter((stop) => promised.has(visitOf(stop)));
  const late = stops.filter((stop) => stop.lateSeconds > 0).length;
  return {
    ranks: plan.ranks,
    promisesKept: stops.length - late,
    promisesLate: late,
    travelSeconds: plan.routes.reduce((sum, route) => sum + route.travelSeconds, 0),
    overtimeSeconds: plan.routes.reduce((sum, route) => sum + route.overtimeSeconds, 0),
    unplanned: plan.unserved.length,
  };
}
