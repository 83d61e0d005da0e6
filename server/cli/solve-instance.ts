import { compileDay } from '#domain/scheduling/compile.ts';
import type { Problem, RouteOrder } from '#domain/scheduling/model.ts';
import { readOrders } from '#domain/scheduling/read-plan.ts';
import { Search } from '#domain/scheduling/search.ts';
import { loadOrders } from '#domain/scheduling/warm-start.ts';
import { Workspace } from '#domain/scheduling/workspace.ts';
import type { Instance, InstanceObjective } from './instance/instance.ts';

export interface SolveOptions {
  readonly seed: number;
  readonly objective: InstanceObjective;
  /** Share of the budget spent after so many trials; at 1 the search stops. */
  readonly spent: (iterations: number) => number;
}

export interface Solved {
  readonly routes: readonly (readonly number[])[];
  /** Number in the file of each route's technician; vehicles of a fleet are all alike and have none. */
  readonly technicians: readonly number[] | undefined;
  readonly unserved: readonly number[];
  readonly distance: number;
  readonly iterations: number;
}

/** Temperatures, the first of them at most, in units of the instance's distance or, for appointments, minutes. */
const TEMPERATURE = {
  solomon: { hot: 100, cold: 1 },
  trsp: { hot: 100, cold: 1 },
  appointments: { hot: 5, cold: 0.1 },
};

/** The first temperature of a small map, in what its first plan costs a visit. Where tools and parts decide, more heat is needed. */
const HOT_A_VISIT = 2;

/** Share of the budget for driving with fewer vehicles before distance is looked at. */
const FLEET_SHARE = 0.5;

/** Solves an instance on this thread. */
export function solveInstance(instance: Instance, options: SolveOptions): Solved {
  let iterations = 0;
  let problem = instance.problem;
  let start: readonly RouteOrder[] | undefined;
  if (options.objective === 'vehicles') {
    const fewer = fewestVehicles(instance, options);
    iterations = fewer.iterations;
    problem = fewer.problem;
    start = fewer.orders;
  }
  const begun = iterations;
  const search = prepare(problem, options, start, begun);
  search.run({ ...tuning(instance, search), spent: (done) => options.spent(begun + done) });
  const orders = readOrders(search.work);
  const used = orders.filter((order) => order.steps.length > 0);
  const routes = used.map((order) =>
    order.steps.map((step) => (step.kind === 'visit' ? instance.numberOf(step.visit) : instance.depot)),
  );
  const served = new Set(routes.flat());
  const technicians =
    instance.family === 'solomon' ? undefined : used.map((order) => instance.numberOf(order.technician));
  return {
    routes,
    technicians,
    unserved: problem.visits
      .map((visit) => instance.numberOf(visit.id))
      .filter((visit) => !served.has(visit)),
    distance: routes.reduce(
      (sum, route, i) => sum + routeDistance(instance, route, technicians?.[i] ?? instance.depot),
      0,
    ),
    iterations: begun + search.iterations,
  };
}

function routeDistance(instance: Instance, route: readonly number[], home: number): number {
  let sum = 0;
  let place = home;
  for (const next of [...route, home]) {
    sum += instance.distance(place, next);
    place = next;
  }
  return sum;
}

/** A first plan, beginning with `start` where there is one, after `begun` trials. */
function prepare(
  problem: Problem,
  { seed, spent }: SolveOptions,
  start: readonly RouteOrder[] | undefined,
  begun: number,
): Search {
  const work = new Workspace(compileDay(problem, 0), seed);
  if (start) loadOrders(work, start);
  const search = new Search(work);
  search.construct(() => spent(begun) >= 1);
  return search;
}

function tuning({ family, scale }: Instance, { best, work }: Search) {
  const { hot, cold } = TEMPERATURE[family];
  const costAVisit = best.cost / Math.max(1, work.day.visitCount);
  const enough = family === 'solomon' ? HOT_A_VISIT * costAVisit : Infinity;
  return {
    average: 10,
    longestString: 10,
    blink: 0.01,
    hot: Math.max(cold * scale, Math.min(hot * scale, enough)),
    cold: cold * scale,
  };
}

/** Takes vehicles away one by one as long as everyone can still be served in the time for it. */
function fewestVehicles(instance: Instance, options: SolveOptions) {
  const loads = instance.problem.visits.reduce((sum, visit) => sum + (visit.parts?.load ?? 0), 0);
  const fewest = Math.ceil(loads / (instance.problem.technicians[0]?.parts?.load ?? 1));
  let iterations = 0;
  let whole: { problem: Problem; orders: readonly RouteOrder[] } | undefined;
  let problem = instance.problem;
  let orders: readonly RouteOrder[] = [];
  for (;;) {
    const begun = iterations;
    const search = prepare(problem, options, orders, begun);
    const spent = (done: number): number => options.spent(begun + done) / FLEET_SHARE;
    search.run({
      ...tuning(instance, search),
      serveAllShare: 1,
      spent: (done) => (search.best.unserved === 0 ? 1 : spent(done)),
    });
    iterations += search.iterations;
    if (search.best.unserved > 0) break;
    const used = readOrders(search.work).filter((order) => order.steps.length > 0);
    whole = { problem: withFleet(instance.problem, used), orders: used };
    if (used.length <= fewest || spent(0) >= 1) break;
    // The shortest route is dissolved and its vehicle is gone.
    const shortest = used.reduce((one, other) => (other.steps.length < one.steps.length ? other : one));
    orders = used.filter((order) => order !== shortest);
    problem = withFleet(instance.problem, orders);
  }
  return { ...(whole ?? { problem: instance.problem, orders }), iterations };
}

function withFleet(problem: Problem, orders: readonly RouteOrder[]): Problem {
  const kept = new Set(orders.map((order) => order.technician));
  return { ...problem, technicians: problem.technicians.filter((each) => kept.has(each.id)) };
}
