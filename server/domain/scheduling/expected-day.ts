/**
 * How the day will go on if nobody does anything: when each visit that stands in somebody's day will begin, and who will be late
 * by how much. One function for every screen, for the calls and for the server; `day-problem.ts` and `timeline.ts` do the arithmetic.
 */
import { servableAppointment } from '../appointment/current.ts';
import type { Instant, OrderId, TechnicianId } from '../base/brand.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import type { Order } from '../order/order.ts';
import { PLANNABLE_STATUSES } from '../order/order-status.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { Technician } from '../technician/technician.ts';
import { instantOf, localDate, MINUTE } from '../time/zone.ts';
import { dayProblem, isUnderWay } from './day-problem.ts';
import type { DayTravel } from './day-travel.ts';
import { standingSteps } from './standing-steps.ts';

/** What is expected of one visit of today. */
export interface ExpectedVisit {
  readonly orderId: OrderId;
  /** In whose day it stands; null for a promise that stands in nobody's. */
  readonly technicianId: TechnicianId | null;
  /** When the work will begin; null when nobody will come. */
  readonly beginAt: Instant | null;
  /** When it will be done, as far as anybody can know. */
  readonly endAt: Instant | null;
  /** Whole minutes, rounded up, that the begin lies past the promise; 0 in time and without a promise. */
  readonly lateMin: number;
}

export interface ExpectedDayAsk {
  readonly technician: Technician;
  /** The technician's orders of every day; those of today that are not over count. */
  readonly orders: readonly Order[];
  /** Orders of others on which the technician goes along (E-101). */
  readonly beside?: readonly Order[];
  readonly standard: ResolvedStandard;
  readonly now: Instant;
  /** Where the technician is, while that is known freshly. */
  readonly position?: LngLat | null;
  readonly centre?: LngLat | null;
  readonly travel?: DayTravel;
}

/** So long after a shift has begun its people may still be signing in (our choice). */
const SIGN_IN_MS = 15 * MINUTE;

/**
 * The rest of a technician's day from the present place and the state of each visit: what is under way ends when its duration is
 * over, or now when it is over already; then each stop in its turn, on roads as they are estimated. The reserve that a plan keeps on
 * every way (TRAV-04) is not added: it is there to be used up before anybody is late.
 */
export function expectedDay(ask: ExpectedDayAsk): readonly ExpectedVisit[] {
  const { technician, standard, now } = ask;
  const date = localDate(now, standard.get('tz'));
  const stops = ask.orders.filter((order) => standsIn(order, technician.id, date, standard.get('tz')));
  if (stops.length === 0) return [];
  if (isMissing(technician, ask.orders, standard, now)) {
    return stops.filter((order) => !isUnderWay(order)).map((order) => nobodyComes(order, technician.id));
  }
  const { problem, clock } = dayProblem({
    date,
    now,
    technicians: [technician],
    orders: stops,
    beside: ask.beside ?? [],
    standard,
    ...(ask.position ? { positions: new Map([[technician.id, ask.position]]) } : {}),
    ...(ask.travel ? { travel: ask.travel } : {}),
    ...(ask.centre ? { centres: new Map([[technician.areaId, ask.centre]]) } : {}),
  });
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const unreserved = { ...problem, rules: { ...problem.rules, legReserveSeconds: 0 } };
  const day = problem.technicians[0]!;
  const { route } = standingSteps({ problem: unreserved, day, visits, clock }, stops);
  const byId = new Map(stops.map((order) => [order.id, order]));
  return route.stops.flatMap(({ step, begin, leave }): ExpectedVisit[] => {
    const order = step.kind === 'visit' ? byId.get(step.visit) : undefined;
    if (!order) return [];
    const beginAt = clock.toInstant(begin);
    return [
      {
        orderId: order.id,
        technicianId: technician.id,
        beginAt,
        endAt: clock.toInstant(leave),
        lateMin: lateMinutes(order, (isUnderWay(order) ? order.visits.at(-1)?.arrivedAt : null) ?? beginAt),
      },
    ];
  });
}

/** Minutes past the promise for somebody who is there at that instant; being there in time is keeping it (TRAV-02). */
export function lateMinutes(order: Order, arrival: Instant): number {
  const promise = servableAppointment(order);
  return promise === null ? 0 : Math.max(0, Math.ceil((arrival - promise.end) / MINUTE));
}

/**
 * Whether nobody is to be expected of a technician today: off duty although the shift has begun (so long ago that whoever is late has
 * signed in), or after having worked today.
 */
export function isMissing(
  { id, onDuty, shift }: Technician,
  orders: readonly Order[],
  standard: ResolvedStandard,
  now: Instant,
): boolean {
  if (onDuty) return false;
  const tz = standard.get('tz');
  const date = localDate(now, tz);
  if (now > instantOf(date, shift.start, tz) + SIGN_IN_MS) return true;
  return orders.some(({ visits }) =>
    visits.some(
      ({ technicianId, enRouteAt }) =>
        technicianId === id && enRouteAt !== null && localDate(enRouteAt, tz) === date,
    ),
  );
}

/** A promise of today that stands in nobody's day. */
export function isForsaken(order: Order, standard: ResolvedStandard, now: Instant): boolean {
  const promise = servableAppointment(order);
  const tz = standard.get('tz');
  return (
    order.technicianId === null &&
    PLANNABLE_STATUSES.has(order.status) &&
    promise !== null &&
    localDate(promise.start, tz) === localDate(now, tz)
  );
}

/** The expectation for a visit to which nobody will come. */
export function nobodyComes(order: Order, technicianId: TechnicianId | null): ExpectedVisit {
  return { orderId: order.id, technicianId, beginAt: null, endAt: null, lateMin: 0 };
}

function standsIn(order: Order, technicianId: TechnicianId, date: string, tz: string): boolean {
  const { planned, status } = order;
  if (planned?.technicianId !== technicianId || localDate(planned.start, tz) !== date) return false;
  return PLANNABLE_STATUSES.has(status) || isUnderWay(order);
}
