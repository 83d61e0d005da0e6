import type { Plan, Problem, PublishedStop, Route, RouteOrder, Step, Unserved } from './model.ts';
import { rankPlan } from './objective.ts';
import { timeRoute } from './timeline.ts';
import type { Workspace } from './workspace.ts';

/** What can be read as an order of work: the routes as they stand, or a snapshot of them. */
export interface RouteNodes {
  /** Nodes of route k between start and end. */
  inner(k: number): readonly number[];
  readonly opens: Int32Array;
}

/** The order of work in each technician's route, as it stands in the workspace or in a snapshot of it. */
export function readOrders(work: Workspace, nodes: RouteNodes = work): readonly RouteOrder[] {
  const { day } = work;
  return day.technicians.map((technician, k) => ({
    technician: technician.id,
    steps: nodes.inner(k).map((n): Step => {
      if (n >= day.breakNode[0]!) return { kind: 'break', break: n - day.breakNode[k]! };
      if (n >= day.slotLimit) return { kind: 'store' };
      const visit = day.visits[n]!.id;
      return day.group[n]! < 0
        ? { kind: 'visit', visit }
        : { kind: 'visit', visit, notBefore: nodes.opens[n]! };
    }),
  }));
}

/** Times every route of an order of work. */
export function timeRoutes(problem: Problem, orders: readonly RouteOrder[]): readonly Route[] {
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const technicians = new Map(problem.technicians.map((technician) => [technician.id, technician]));
  return orders.map((order) => timeRoute(problem, technicians.get(order.technician)!, order.steps, visits));
}

/** A timed and ranked plan from an order of work. */
export function planOf(problem: Problem, orders: readonly RouteOrder[], unserved: readonly Unserved[]): Plan {
  const routes = timeRoutes(problem, orders);
  return { routes, unserved, ranks: rankPlan(problem, routes, unserved) };
}

/** The order of work of a plan, without its times. */
export function ordersOf(plan: Pick<Plan, 'routes'>): readonly RouteOrder[] {
  return plan.routes.map((route) => ({
    technician: route.technician,
    steps: route.stops.filter((stop) => !stop.frozen).map((stop) => stop.step),
  }));
}

/** The order of work that a problem's published plan describes; tied visits keep their begin. */
export function publishedOrders(problem: Problem): readonly RouteOrder[] {
  const followed = new Set(problem.visits.map((visit) => visit.after));
  const tied = new Set(
    problem.visits
      .filter((visit) => (visit.crew ?? 1) > 1 || visit.after !== undefined || followed.has(visit.id))
      .map((visit) => visit.id),
  );
  const byTechnician = new Map<string, PublishedStop[]>();
  for (const stop of problem.published ?? []) {
    const stops = byTechnician.get(stop.technician);
    if (stops) stops.push(stop);
    else byTechnician.set(stop.technician, [stop]);
  }
  return problem.technicians.map((technician) => ({
    technician: technician.id,
    steps: (byTechnician.get(technician.id) ?? [])
      .sort((one, other) => one.begin - other.begin)
      .map(
        ({ visit, begin }): Step => ({
          kind: 'visit',
          visit,
          ...(tied.has(visit) ? { notBefore: begin } : {}),
        }),
      ),
  }));
}
