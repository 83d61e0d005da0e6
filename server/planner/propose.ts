import type { AreaId, Instant } from '#domain/base/brand.ts';
import type { LearnedTravel } from '#domain/geo/hour-rates.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { RoadTables } from '#domain/geo/road-legs.ts';
import type { Order } from '#domain/order/order.ts';
import { judgeTruckRoll } from '#domain/outage/judge-outage.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { checkPlan, type Finding } from '#domain/scheduling/check-plan.ts';
import { belongsToDay, isLockedAway, staffOf, waitsForInstall } from '#domain/scheduling/day-orders.ts';
import { type DayAsk, type DayClock, dayProblem, isUnderWay } from '#domain/scheduling/day-problem.ts';
import { areaTravel, countLegs, inSlowestTrafficOf } from '#domain/scheduling/day-travel.ts';
import { judgeProblem } from '#domain/scheduling/judge-problem.ts';
import type { Plan, Problem, Route, Stop } from '#domain/scheduling/model.ts';
import { type Budget, type PlanProgress, planDay } from '#domain/scheduling/plan-day.ts';
import { planOf, publishedOrders } from '#domain/scheduling/read-plan.ts';
import { withStandingLate } from '#domain/scheduling/standing-late.ts';
import { restedOrders, withoutMissedBreaks } from '#domain/scheduling/taken-breaks.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { PlanProposal } from '#protocol/plan.ts';
import { DayRefused } from './day-refused.ts';
import { openStops, visitOf, worthOf } from './plan-worth.ts';

/** An area's day as values that can travel to a worker. */
export interface ProposalAsk {
  date: string;
  now: Instant;
  standardId: string;
  technicians: readonly Technician[];
  orders: readonly Order[];
  /** Those of the area that are not closed. */
  outages: readonly Outage[];
  positions: readonly (readonly [string, LngLat])[];
  centre: LngLat | null;
  areaId: AreaId;
  seed: number;
  /** What trips have taught about ways in the area. */
  learned?: LearnedTravel | null;
  /** What road servers have told of ways between the places of the day. */
  roads?: RoadTables | null;
}

/** How long to search and whom to tell: `spent` gives the share of the budget, 1 ends the search. */
export interface ProposalBudget {
  spent: () => number;
  onProgress?: (progress: PlanProgress) => void;
}

/** OUTG-01: nobody new is sent to a line whose outage is open. */
function waitsForNetwork(order: Order, outages: readonly Outage[]): boolean {
  return order.technicianId === null && judgeTruckRoll(order, outages).length > 0;
}

/**
 * Proposes an area's day: every order that may still be planned, by promised time, then fewest customers disturbed, then travel.
 * Judged by the independent checker before it is shown; a plan that breaks anything is an error, never a proposal.
 */
export function propose(ask: ProposalAsk, budget: ProposalBudget): PlanProposal {
  const standard = resolveStandard(ask.standardId);
  const technicians = staffOf(ask.technicians, ask.orders, standard, ask);
  const present = new Set(technicians.map(({ id }) => id));
  const orders = ask.orders.filter(
    (order) =>
      belongsToDay(order, ask.date, standard.get('tz')) &&
      (!isUnderWay(order) || present.has(order.planned?.technicianId ?? '')) &&
      !isLockedAway(order, present) &&
      !waitsForNetwork(order, ask.outages) &&
      !waitsForInstall(order, ask.orders, ask.date, standard),
  );
  const { problem, clock, plan, iterations } = plannedByTheClock({ ...ask, technicians }, orders, budget);
  const before = inForce(problem);
  const routes = plan.routes.map((route) => ({
    technicianId: route.technician,
    stops: openStops(route).map((stop) => slotOf(stop, route, clock)),
  }));
  const byId = new Map(orders.map((order) => [order.id, order]));
  const legs = countLegs(problem, plan);
  const stood = new Set(problem.published?.map(({ visit }) => visit));
  const givenBack = plan.unserved.map(({ visit }) => visit).filter((visit) => stood.has(visit));
  const moved = routes.flatMap(({ stops }) =>
    stops.filter(({ orderId, planned }) => differs(byId.get(orderId), planned)).map(({ orderId }) => orderId),
  );
  return {
    routes,
    unassigned: plan.unserved.map(({ visit, reasons }) => ({ orderId: visit, reasons })),
    before: worthOf(before, problem),
    after: worthOf(plan, problem),
    changed: [...moved, ...givenBack],
    givenBack,
    iterations,
    estimatedTravel: legs.estimated > 0,
    legs,
  };
}

/** A second or less even for a thousand visits. */
const TRIALS_AGAIN = 5_000;

interface Planned {
  problem: Problem;
  clock: DayClock;
  plan: Plan;
  iterations: number;
}

/**
 * Plans with the traffic of the hours at which visits stand. Should the clock find anything broken, because a visit came into another
 * hour, the day is planned again with the slowest hour of every window, in few trials: that plan is never late by the clock.
 */
function plannedByTheClock(ask: ProposalAsk, orders: readonly Order[], budget: ProposalBudget): Planned {
  const first = planned(ask, orders, 'planned', { spent: budget.spent }, budget.onProgress);
  if (first.broken.length === 0) return first;
  const again = planned(ask, orders, 'any', { iterations: TRIALS_AGAIN });
  if (again.broken.length > 0)
    throw new Error(`The plan breaks its own rules: ${JSON.stringify(again.broken.slice(0, 5))}`);
  return again;
}

function planned(
  ask: ProposalAsk,
  orders: readonly Order[],
  arrivals: NonNullable<DayAsk['arrivals']>,
  budget: Budget,
  onProgress?: ProposalBudget['onProgress'],
): Planned & { broken: readonly Finding[] } {
  const travel = areaTravel({ travel: ask.learned ?? null }, ask.roads);
  const { problem: day, clock } = dayProblem({
    date: ask.date,
    now: ask.now,
    technicians: ask.technicians,
    orders,
    standard: resolveStandard(ask.standardId),
    positions: new Map(ask.positions),
    travel,
    arrivals,
    ...(ask.centre ? { centres: new Map([[ask.areaId, ask.centre]]) } : {}),
  });
  const faults = judgeProblem(day);
  if (faults.length > 0) throw new DayRefused(faults);
  const letOut = withStandingLate(withoutMissedBreaks(day, publishedOrders(day)));
  const problem = arrivals === 'any' ? inSlowestTrafficOf(letOut, travel) : letOut;
  const { plan, iterations } = planDay(problem, {
    seed: ask.seed,
    budget,
    from: (problem.published?.length ?? 0) > 0 ? 'published' : 'empty',
    ...(onProgress ? { onProgress } : {}),
  });
  return { problem, clock, plan, iterations, broken: checkPlan(problem, plan).broken };
}

/** The plan in force as a plan: what stands in nobody's day counts as unserved. */
function inForce(problem: Problem): Plan {
  const placed = new Set([
    ...(problem.published ?? []).map((stop) => stop.visit),
    ...problem.technicians.flatMap((technician) => technician.frozen.map((stop) => stop.visit)),
  ]);
  const unserved = problem.visits
    .filter((visit) => !placed.has(visit.id))
    .map((visit) => ({ visit: visit.id, reasons: [] }));
  return planOf(problem, restedOrders(problem, publishedOrders(problem)), unserved);
}

function slotOf(stop: Stop, route: Route, clock: DayClock) {
  return {
    orderId: visitOf(stop),
    planned: {
      technicianId: route.technician,
      start: clock.toInstant(stop.begin),
      end: clock.toInstant(stop.leave),
      travelSeconds: stop.travelSeconds,
      travelMetres: Math.round(stop.travelMetres),
    },
    lateMinutes: Math.ceil(stop.lateSeconds / 60),
  };
}

function differs(order: Order | undefined, planned: { technicianId: string; start: Instant }): boolean {
  return order?.planned?.technicianId !== planned.technicianId || order.planned.start !== planned.start;
}
