import type { Problem, RouteOrder, Seconds, Step } from './model.ts';
import { timeRoutes } from './read-plan.ts';

/** What the day costs more than it does as it stands; negative where it saves. */
export interface AddedWay {
  /** Seconds on the way, all technicians together, without reserves. */
  readonly travelSeconds: Seconds;
  readonly overtimeSeconds: Seconds;
}

/**
 * What another order of work adds to the one that stands, by the timeline: the ways that a visit saves where it is taken out count as
 * well as those where it comes in. `problem` is the day of the new order of work; only routes that differ are timed.
 */
export function addedWay(
  problem: Problem,
  stands: readonly RouteOrder[],
  instead: readonly RouteOrder[],
): AddedWay {
  const stood = new Map(stands.map((order) => [order.technician, order]));
  const differs = instead.filter(
    ({ technician, steps }) => !isSame(steps, stood.get(technician)?.steps ?? []),
  );
  const before = differs.map(({ technician }) => stood.get(technician) ?? { technician, steps: [] });
  const now = worth(problem, differs);
  const then = worth(problem, before);
  return {
    travelSeconds: now.travelSeconds - then.travelSeconds,
    overtimeSeconds: now.overtimeSeconds - then.overtimeSeconds,
  };
}

function worth(problem: Problem, orders: readonly RouteOrder[]): AddedWay {
  const routes = timeRoutes(problem, orders);
  return {
    travelSeconds: routes.reduce((sum, route) => sum + route.travelSeconds, 0),
    overtimeSeconds: routes.reduce((sum, route) => sum + route.overtimeSeconds, 0),
  };
}

function isSame(one: readonly Step[], other: readonly Step[]): boolean {
  return one.length === other.length && one.every((step, i) => nameOf(step) === nameOf(other[i]!));
}

function nameOf(step: Step): string {
  if (step.kind === 'visit') return `visit ${step.visit}`;
  return step.kind === 'break' ? `break ${step.break}` : step.kind;
}
