/** From an area as it stands now to the scheduler's model of the rest of its day. */
import { servableAppointment } from '../appointment/current.ts';
import type { Instant } from '../base/brand.ts';
import { presentPlace } from '../geo/freshness.ts';
import type { Order } from '../order/order.ts';
import { judgeTruckRoll } from '../outage/judge-outage.ts';
import type { Outage } from '../outage/outage.ts';
import { resolveStandard } from '../standard/catalogue.ts';
import type { Technician } from '../technician/technician.ts';
import { localDate } from '../time/zone.ts';
import { belongsToDay, isLockedAway, waitsForInstall } from './day-orders.ts';
import { type DayClock, dayProblem, isUnderWay } from './day-problem.ts';
import { areaTravel, type DayTravel, inTrafficOf } from './day-travel.ts';
import { type AreaNow, centreOf, type Expectations, expectedTimes } from './expected-area.ts';
import { isMissing } from './expected-day.ts';
import type { Problem, RouteOrder, Seconds, TechnicianDay, Visit, VisitId } from './model.ts';
import { PlaceBook } from './place-book.ts';
import { publishedOrders } from './read-plan.ts';
import { restedOrders, withoutMissedBreaks } from './taken-breaks.ts';
import { plannedLeg, timeRoute } from './timeline.ts';

export interface PresentAsk extends Omit<AreaNow, 'technicians' | 'orders'> {
  readonly technicians: readonly Technician[];
  readonly orders: readonly Order[];
  /** Those of the area that are not closed. */
  readonly outages: readonly Outage[];
  readonly travel?: DayTravel;
  /** The places of the day as it stood before, so that each keeps its number. */
  readonly book?: PlaceBook;
  /** Who is off duty counts as there, too: the rules let anybody be asked. */
  readonly everybody?: boolean;
  /** What is expected, where that is known already. */
  readonly expected?: Expectations;
}

/** The rest of an area's day: as promised, and as it will run if nothing is done. */
export interface PresentDay {
  readonly now: Instant;
  readonly clock: DayClock;
  readonly expected: Expectations;
  /** Every promise as it was given. Technicians who are not to be expected have no day, and their visits stand in nobody's. */
  readonly promised: Problem;
  /**
   * The same with every promise that the plan in force breaks let out to the time at which it will be served, and overtime to what it
   * takes: the plan in force fits into this one, and nobody in it comes later than they would anyway.
   */
  readonly asItRuns: Problem;
  /** The order of work in force. */
  readonly inForce: readonly RouteOrder[];
  /** Promises that the plan in force breaks, by visit as promised. */
  readonly broken: ReadonlyMap<VisitId, Visit>;
  /** Visits locked to somebody who is not to be expected: only a person may give them to another. */
  readonly lockedAway: ReadonlySet<VisitId>;
}

/** Reads the rest of today. Orders of other days, and lines that wait for their outage, are left out. */
export function presentDay(ask: PresentAsk): PresentDay {
  const { area, technicians, positionOf, now } = ask;
  const standard = resolveStandard(area.standardId);
  const tz = standard.get('tz');
  const date = localDate(now, tz);
  const centre = centreOf(area);
  const ofToday = ask.orders.filter((order) => belongsToDay(order, date, tz));
  const there = ask.everybody
    ? technicians
    : technicians.filter((each) => !isMissing(each, ask.orders, standard, now));
  const present = new Set(there.map(({ id }) => id));
  const orders = ofToday.filter(
    (order) =>
      (!isUnderWay(order) || present.has(order.planned?.technicianId ?? '')) &&
      (order.technicianId !== null || judgeTruckRoll(order, ask.outages).length === 0) &&
      !waitsForInstall(order, ask.orders, date, standard),
  );
  const lockedAway = new Set(orders.filter((order) => isLockedAway(order, present)).map(({ id }) => id));
  const places = there.flatMap(({ id }) => {
    const place = presentPlace(positionOf(id), now);
    return place ? [[id, place] as const] : [];
  });
  const travel = ask.travel ?? areaTravel(area);
  const book = ask.book ?? new PlaceBook();
  const { problem, clock } = dayProblem({
    date,
    now,
    technicians: there,
    orders: orders.map((order) => (lockedAway.has(order.id) ? unlocked(order) : order)),
    standard,
    positions: new Map(places),
    ...(centre ? { centres: new Map([[area.id, centre]]) } : {}),
    travel,
    book,
  });
  const told = new Map(orders.map((order) => [order.id, servableAppointment(order)?.lateness?.eta ?? null]));
  const promised = held(
    {
      ...problem,
      published: (problem.published ?? []).filter(({ technician }) => present.has(technician)),
    },
    (visit) => {
      const eta = told.get(visit);
      return eta == null ? null : clock.toMinute(eta);
    },
  );
  const expected = ask.expected ?? expectedTimes(ask);
  const rested = withoutMissedBreaks(promised, publishedOrders(promised));
  return { now, clock, expected, promised: rested, lockedAway, ...letOut(rested, travel, book) };
}

/** Who could take it is asked as if it were not locked; that it is comes back as the gate's answer. */
function unlocked(order: Order): Order {
  return { ...order, lock: null, companionId: null };
}

/** Nobody who told of coming later is free before that: the next visit begins when it was told (CHG-05). */
function held(problem: Problem, toldFor: (visit: VisitId) => Seconds | null): Problem {
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const first = new Map(
    publishedOrders(problem).map(({ technician, steps }) => [
      technician,
      steps.find(({ kind }) => kind === 'visit'),
    ]),
  );
  const technicians = problem.technicians.map((technician): TechnicianDay => {
    const next = first.get(technician.id);
    const visit = next?.kind === 'visit' ? visits.get(next.visit) : undefined;
    const eta = visit ? toldFor(visit.id) : null;
    if (!visit || eta === null) return technician;
    const { travel, rules } = problem;
    const way =
      technician.start === visit.place
        ? 0
        : travel.seconds(technician.start, visit.place, technician.mode, rules.travelHour);
    const freeFrom = Math.min(eta - plannedLeg(way, rules.legReserveSeconds), technician.shiftEnd);
    return { ...technician, freeFrom: Math.max(technician.freeFrom, freeFrom) };
  });
  return { ...problem, technicians };
}

function letOut(
  promised: Problem,
  travel: DayTravel,
  book: PlaceBook,
): Pick<PresentDay, 'asItRuns' | 'inForce' | 'broken'> {
  const visits = new Map(promised.visits.map((visit) => [visit.id, visit]));
  const technicians = new Map(promised.technicians.map((technician) => [technician.id, technician]));
  const inForce = restedOrders(promised, publishedOrders(promised));
  const broken = new Map<VisitId, Visit>();
  const until = new Map<VisitId, Seconds>();
  const overtime = new Map<string, Seconds>();
  const stands = { visits: new Map<VisitId, Seconds>(), home: new Map<string, Seconds>() };
  for (const { technician, steps } of inForce) {
    const route = timeRoute(promised, technicians.get(technician)!, steps, visits);
    if (route.overtimeSeconds > 0) {
      overtime.set(technician, route.overtimeSeconds);
      stands.home.set(technician, route.endsAt);
    }
    for (const { step, frozen, begin } of route.stops) {
      const visit = step.kind === 'visit' ? visits.get(step.visit) : undefined;
      if (visit && !frozen) stands.visits.set(visit.id, begin);
      if (frozen || visit?.window.kind !== 'promised') continue;
      const needed = begin + promised.rules.arriveEarlySeconds;
      if (needed > visit.window.until) until.set(visit.id, needed);
      if (begin > visit.window.until) broken.set(visit.id, visit);
    }
  }
  const running = inTrafficOf(promised, stands, travel, book);
  return {
    inForce,
    broken,
    asItRuns: {
      ...running,
      technicians: running.technicians.map((each) => ({
        ...each,
        overtimeLimitSeconds: Math.max(each.overtimeLimitSeconds, overtime.get(each.id) ?? 0),
      })),
      visits: running.visits.map((visit) => {
        const later = until.get(visit.id);
        return later === undefined || visit.window.kind !== 'promised'
          ? visit
          : { ...visit, window: { ...visit.window, until: later } };
      }),
    },
  };
}
