import type { Plan, Problem, Route, RouteOrder, Step, Unserved } from './model.ts';
import { rankPlan } from './objective.ts';
import { timeRoute } from './timeline.ts';
import type { Workspace } from './workspace.ts';

/** The order of work in each technician's route, as it stands in the workspace. */
export function readOrders(work: Workspace): readonly RouteOrder[] {
  const { day, book } = work;
  return day.technicians.map((technician, k) => {
    const steps: Step[] = [];
    for (let p = 1; p < book.length[k]! - 1; p++) {
      const n = book.node[k * book.room + p]!;
      if (n >= day.breakNode[0]!) steps.push({ kind: 'break', break: n - day.breakNode[k]! });
      else if (n >= day.slotLimit) steps.push({ kind: 'store' });
      else if (day.group[n]! < 0) steps.push({ kind: 'visit', visit: day.visits[n]!.id });
      else steps.push({ kind: 'visit', visit: day.visits[n]!.id, notBefore: day.opens[n]! });
    }
    return { technician: technician.id, steps };
  });
}

/** Visits that are in no route, or not with as many technicians as they need. */
export function readUnserved(work: Workspace): readonly string[] {
  const { day } = work;
  return [...new Set(Array.from(work.absent.subarray(0, work.absentCount), (slot) => day.visits[slot]!.id))];
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

/** The order of work that a problem's published plan describes. */
export function publishedOrders(problem: Problem): readonly RouteOrder[] {
  return problem.technicians.map((technician) => ({
    technician: technician.id,
    steps: (problem.published ?? [])
      .filter((stop) => stop.technician === technician.id)
      .sort((one, other) => one.begin - other.begin)
      .map((stop) => ({ kind: 'visit', visit: stop.visit })),
  }));
}
