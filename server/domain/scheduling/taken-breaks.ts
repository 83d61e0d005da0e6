/** Breaks of a day that people have put together: nobody has written down when they are taken. */
import type { Problem, Route, RouteOrder, Seconds, Step, TechnicianDay, Visit } from './model.ts';
import { driveRoute } from './timeline.ts';

/** A day with the breaks in it that it leaves time for. */
export interface RestedDay {
  readonly steps: readonly Step[];
  readonly route: Route;
  /** Indices of the technician's breaks for which there is no time without breaking a promise or the shift. */
  readonly missed: readonly number[];
}

/**
 * Puts each break where it disturbs least. Promises and the end of the shift come first: a break that would cost one of them is left
 * out, and so is one whose window is over when the technician is free. `driven` is the route of the steps without breaks, and without
 * slack, as is the one returned.
 */
export function takeBreaks(
  problem: Problem,
  technician: TechnicianDay,
  steps: RouteOrder['steps'],
  visits: ReadonlyMap<string, Visit>,
  driven: Route = driveRoute(problem, technician, steps, visits),
): RestedDay {
  let day: Pick<RestedDay, 'steps' | 'route'> = { steps, route: driven };
  const missed: number[] = [];
  technician.breaks.forEach((_, index) => {
    const rested = withBreak(index, day);
    if (rested) day = rested;
    else missed.push(index);
  });
  return { ...day, missed };

  /** The day with one more break in it; null where there is no time for it. */
  function withBreak(index: number, before: typeof day): typeof day | null {
    const frozen = technician.frozen.length;
    const early = problem.rules.arriveEarlySeconds;
    const pause = technician.breaks[index]!;
    const free = Math.max(technician.freeFrom, technician.shiftStart);
    const stood = burdenOf(before.route, visits, early);
    let best: typeof day | null = null;
    let least: readonly number[] = [];
    for (let at = 0; at <= before.steps.length; at++) {
      const leaves = before.route.stops[frozen + at - 1]?.leave ?? free;
      if (leaves > pause.until) break;
      const next = before.route.stops[frozen + at];
      // Who is done with the next visit before the break may begin rests behind it just as well.
      if (next && next.leave <= pause.from) continue;
      const tried = [
        ...before.steps.slice(0, at),
        { kind: 'break', break: index } as const,
        ...before.steps.slice(at),
      ];
      const known = { route: before.route, steps: at, added: 1 };
      const route = driveRoute(problem, technician, tried, visits, known);
      const burden = burdenOf(route, visits, early);
      if (burden[0]! > stood[0]! || burden[1]! > stood[1]!) continue;
      if (best !== null && !isLess(burden, least)) continue;
      best = { steps: tried, route };
      least = burden;
    }
    return best;
  }
}

/** An order of work with the breaks in it for which there is time. */
export function restedOrders(problem: Problem, orders: readonly RouteOrder[]): readonly RouteOrder[] {
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const technicians = new Map(problem.technicians.map((technician) => [technician.id, technician]));
  return orders.map((order) => {
    const technician = technicians.get(order.technician);
    if (!technician || technician.breaks.length === 0) return order;
    return { ...order, steps: takeBreaks(problem, technician, order.steps, visits).steps };
  });
}

/**
 * The problem without the breaks for which the order of work in force has no time: people have given them up for a promise, and no plan
 * takes a promise back for them.
 */
export function withoutMissedBreaks(problem: Problem, inForce: readonly RouteOrder[]): Problem {
  if (problem.technicians.every(({ breaks }) => breaks.length === 0)) return problem;
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const steps = new Map(inForce.map((order) => [order.technician, order.steps]));
  const technicians = problem.technicians.map((technician) => {
    const { missed } = takeBreaks(problem, technician, steps.get(technician.id) ?? [], visits);
    return missed.length === 0
      ? technician
      : { ...technician, breaks: technician.breaks.filter((_, index) => !missed.includes(index)) };
  });
  return { ...problem, technicians };
}

/**
 * Seconds by which somebody is at a promise later than planned (TRAV-01), overtime, seconds that others are late, when the day ends and
 * when each visit begins: smaller is better.
 */
function burdenOf(
  { stops, overtimeSeconds, endsAt }: Route,
  visits: ReadonlyMap<string, Visit>,
  early: Seconds,
): readonly number[] {
  let promised = 0;
  let open = 0;
  let begins = 0;
  for (const { step, arrive, begin, lateSeconds, frozen } of stops) {
    if (frozen || step.kind !== 'visit') continue;
    const window = visits.get(step.visit)?.window;
    if (window?.kind === 'promised') promised += Math.max(0, arrive - (window.until - early));
    else open += lateSeconds;
    begins += begin;
  }
  return [promised, overtimeSeconds, open, endsAt, begins];
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((number, i) => number !== other[i]);
  return at >= 0 && one[at]! < other[at]!;
}
