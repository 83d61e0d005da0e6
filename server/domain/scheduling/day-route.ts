/**
 * One technician's day as people move it: where a dropped order fits, and what becomes of the stops behind it.
 * The same function previews a drag in the browser and times the route on the server.
 */
import type { Instant, OrderId, TechnicianId } from '../base/brand.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { Technician } from '../technician/technician.ts';
import type { PlannedSlot } from '../visit/visit.ts';
import { type DayAsk, dayProblem } from './day-problem.ts';
import type { DayTravel } from './day-travel.ts';
import type { Problem, Route, Step, Stop, TechnicianDay, Visit } from './model.ts';
import { type DrivenSteps, standingSteps, type VisitStep, withPromisesFirst } from './standing-steps.ts';
import { takeBreaks } from './taken-breaks.ts';
import { driveRoute, type KnownRoute } from './timeline.ts';

export interface DayRouteAsk {
  technician: Technician;
  /** Local date YYYY-MM-DD in the standard's zone. */
  date: string;
  /** Orders planned on this technician's day, without the ones to insert. */
  stops: readonly Order[];
  /** Orders of others on which this technician goes along (E-101). */
  beside?: readonly Order[];
  /** Orders dropped together keep their order. `at` keeps that start; `after` (null = first) keeps that place; neither: the best place. */
  insert?: { orders: readonly Order[]; at?: Instant; after?: OrderId | null };
  standard: ResolvedStandard;
  now: Instant;
  position?: LngLat | null;
  centre?: LngLat | null;
  /** How long ways take; straight lines in a city of bridges when not given. */
  travel?: DayTravel;
}

export interface DayRoute {
  technicianId: TechnicianId;
  stops: readonly { orderId: OrderId; planned: PlannedSlot }[];
  /** Stops that begin after their promise or effective deadline, with whole minutes rounded up. */
  late: readonly { orderId: OrderId; minutes: number; promised: boolean }[];
  /** Against the day as it stood before. */
  addedTravelSeconds: number;
  /** Minutes past the end of the shift, the way back included. */
  overtimeMin: number;
}

/**
 * Times a technician's day with the inserted orders. Nothing is refused here: lateness and overtime are told, the rules judge.
 * Stops that are not promised never move to an earlier time than they have, only to a later one when they must.
 */
export function timeDay(ask: DayRouteAsk): DayRoute {
  const at = ask.insert?.at;
  // A time that is asked for is tried as it is asked for; that it is not the one locked is the rules' to say.
  const inserted = (ask.insert?.orders ?? []).map((order) =>
    at !== undefined && order.lock ? { ...order, lock: null } : order,
  );
  const centres = ask.centre ? new Map([[ask.technician.areaId, ask.centre]]) : undefined;
  const dayAsk: DayAsk = {
    date: ask.date,
    now: ask.now,
    technicians: [ask.technician],
    orders: [...ask.stops, ...inserted],
    beside: ask.beside ?? [],
    standard: ask.standard,
    positions: ask.position ? new Map([[ask.technician.id, ask.position]]) : undefined,
    centres,
    ...(ask.travel ? { travel: ask.travel } : {}),
  };
  const { problem, clock } = dayProblem(dayAsk);
  const day = problem.technicians[0]!;
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const standing = standingSteps({ problem, day, visits, clock }, ask.stops);
  const { route: before } = standing;

  const block = inserted.map((order): VisitStep => {
    const notBefore = at === undefined ? visits.get(order.id)?.lock?.begin : clock.toMinute(at);
    return { kind: 'visit', visit: order.id, ...(notBefore === undefined ? {} : { notBefore }) };
  });
  const after = block.length === 0 ? before : placeBlock({ ask, problem, day, visits, standing, block });

  const openStops = visitsOf(after);
  return {
    technicianId: ask.technician.id,
    stops: openStops.map((stop) => ({
      orderId: visitOf(stop.step),
      planned: {
        technicianId: ask.technician.id,
        start: clock.toInstant(stop.begin),
        end: clock.toInstant(stop.leave),
        travelSeconds: stop.travelSeconds,
        travelMetres: Math.round(stop.travelMetres),
      },
    })),
    late: openStops
      .filter((stop) => stop.lateSeconds > 0)
      .map((stop) => ({
        orderId: visitOf(stop.step),
        minutes: Math.ceil(stop.lateSeconds / 60),
        promised: visits.get(visitOf(stop.step))!.window.kind === 'promised',
      })),
    addedTravelSeconds: after.travelSeconds - before.travelSeconds,
    overtimeMin: Math.ceil(after.overtimeSeconds / 60),
  };
}

/** The visits that are still to be made; breaks stand between them. */
function visitsOf({ stops }: Route): readonly Stop[] {
  return stops.filter((stop) => !stop.frozen && stop.step.kind === 'visit');
}

function visitOf(step: Step): string {
  return (step as VisitStep).visit;
}

interface Placing {
  ask: DayRouteAsk;
  problem: Problem;
  day: TechnicianDay;
  visits: ReadonlyMap<string, Visit>;
  standing: DrivenSteps;
  block: readonly VisitStep[];
}

/** The day with the block in it, where it is asked for or where it disturbs least. */
function placeBlock({ ask, problem, day, visits, standing, block }: Placing): Route {
  const { steps: kept, route: before, unrested } = standing;
  const driven = (steps: readonly VisitStep[], known?: KnownRoute): Route =>
    takeBreaks(problem, day, steps, visits, driveRoute(problem, day, steps, visits, known)).route;
  const spliced = (index: number) => [...kept.slice(0, index), ...block, ...kept.slice(index)];
  const insert = ask.insert!;
  if (insert.after !== undefined) {
    const index = insert.after === null ? 0 : kept.findIndex((step) => step.visit === insert.after) + 1;
    return driven(spliced(index));
  }
  const at = block[0]?.notBefore;
  if (at !== undefined) {
    const begins = visitsOf(before).map((stop) => stop.begin);
    const steps = spliced(begins.filter((begin) => begin < at).length);
    // A promise that comes to stand at its own time goes before what nobody was promised, as it does once it stands there.
    return isPromisedAt(visits.get(block[0]!.visit)!, at)
      ? withPromisesFirst({ problem, day, visits }, steps).route
      : driven(steps);
  }
  const [first, last] = placesOf(kept, block[0]!, visits);
  let best: Route | null = null;
  let bestCost: readonly number[] = [];
  const begins = new Map(visitsOf(before).map((stop) => [visitOf(stop.step), stop.begin]));
  for (let index = first; index <= last; index++) {
    const tried = driven(spliced(index), { route: unrested, steps: index, added: block.length });
    const cost = disturbance(tried, begins, visits);
    if (best === null || less(cost, bestCost)) {
      best = tried;
      bestCost = cost;
    }
  }
  // There is one place at least.
  return best!;
}

function isPromisedAt({ window }: Visit, at: number): boolean {
  return window.kind === 'promised' && at >= window.from && at <= window.until;
}

/** From which place to which a visit may stand so that promised visits are served in the order of their promises (SCHD-01). */
function placesOf(
  kept: readonly VisitStep[],
  inserted: VisitStep,
  visits: ReadonlyMap<string, Visit>,
): readonly [number, number] {
  const promiseOf = (step: VisitStep) => {
    const { window } = visits.get(step.visit)!;
    return window.kind === 'promised' ? window.from : null;
  };
  const mine = promiseOf(inserted);
  if (mine === null) return [0, kept.length];
  const earlier = kept.findLastIndex((step) => (promiseOf(step) ?? Number.POSITIVE_INFINITY) <= mine);
  const later = kept.findIndex((step) => (promiseOf(step) ?? Number.NEGATIVE_INFINITY) > mine);
  const last = later < 0 ? kept.length : later;
  return [Math.min(earlier + 1, last), last];
}

/** Ranks a place by promises broken, minutes late, overtime, travel and how far the others are pushed, compared in that order. */
function disturbance(
  route: Route,
  beginBefore: ReadonlyMap<string, number>,
  visits: ReadonlyMap<string, Visit>,
): readonly number[] {
  let broken = 0;
  let promisedLate = 0;
  let openLate = 0;
  let pushed = 0;
  for (const stop of visitsOf(route)) {
    const id = visitOf(stop.step);
    const promised = visits.get(id)!.window.kind === 'promised';
    if (stop.lateSeconds > 0 && promised) broken++;
    if (promised) promisedLate += stop.lateSeconds;
    else openLate += stop.lateSeconds;
    pushed += Math.max(0, stop.begin - (beginBefore.get(id) ?? stop.begin));
  }
  return [broken, promisedLate, route.overtimeSeconds, openLate, route.travelSeconds, pushed, route.endsAt];
}

function less(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) {
    if (a[i]! !== b[i]!) return a[i]! < b[i]!;
  }
  return false;
}
