/** From orders and technicians to the scheduler's model: one working day as a problem. */
import { currentAppointment, servableAppointment } from '../appointment/current.ts';
import type { AreaId, Instant, TechnicianId } from '../base/brand.ts';
import { middleOf } from '../geo/centre.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import { estimateLeg, RIVER_CITY } from '../geo/travel.ts';
import type { Order } from '../order/order.ts';
import { SKILLS } from '../order/order-type.ts';
import { readinessOf } from '../readiness/site-facts.ts';
import type { PlanRank } from '../standard/parameter.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { requiredSkills } from '../technician/required-skills.ts';
import type { Technician } from '../technician/technician.ts';
import { clockMs, HOUR, instantOf, localDate, localTimeOfDay } from '../time/zone.ts';
import { effectiveDeadlineOf } from '../timer/effective-deadline.ts';
import { isVisitOpen } from '../visit/visit-open.ts';
import { companionTime } from './companion-time.ts';
import { areaTravel, arrivalAt, type DayTravel } from './day-travel.ts';
import type {
  ArrivalWindow,
  Break,
  FrozenStop,
  Lock,
  Place,
  Visit as PlannedVisit,
  PlanRules,
  Problem,
  PublishedStop,
  Readiness,
  TechnicianDay,
  VisitClass,
} from './model.ts';
import { rankNames, visitClasses } from './model.ts';
import { PlaceBook } from './place-book.ts';

/** The only certificate of the standard: 上岗证 (DISP-07). */
export const WORK_CERTIFICATE = 'work';

/** Names that a visit may ask for; another is a mistake of the input, and is told as such. */
const KNOWN_SKILLS: readonly string[] = [...SKILLS, WORK_CERTIFICATE];

export interface DayAsk {
  /** Local date of the day, YYYY-MM-DD in the standard's zone. */
  date: string;
  now: Instant;
  technicians: readonly Technician[];
  /** Orders to be planned or already planned on that day. */
  orders: readonly Order[];
  /** Orders that are not planned here, but on which somebody of these technicians goes along (E-101). */
  beside?: readonly Order[];
  standard: ResolvedStandard;
  /** Fresh positions, by technician; a technician under way starts from there. */
  positions?: ReadonlyMap<string, LngLat>;
  /** Where an order without coordinates is assumed to be: the centre of its area, with half the area as uncertainty. */
  centres?: ReadonlyMap<AreaId, LngLat>;
  /** How long ways take; straight lines in a city of bridges when not given. */
  travel?: DayTravel;
  /**
   * The hour of whose traffic a visit's way is planned: `planned`, that of the time at which it stands, so that a day in force comes out
   * as it is; `any`, the slowest at which somebody may arrive, so that no plan is late by the clock. `planned` when not given.
   */
  arrivals?: 'planned' | 'any';
  /** The places of the day as it stood before, so that each keeps its number. */
  book?: PlaceBook;
}

/** The clock of one day: seconds from local midnight, as the scheduler counts, to instants and back. */
export interface DayClock {
  toSeconds(at: Instant): number;
  /** Seconds of the whole minute at or after an instant: nobody plans in seconds. */
  toMinute(at: Instant): number;
  toInstant(seconds: number): Instant;
}

/** The day clock of a local date in the standard's zone. */
export function dayClock(date: string, tz: string): DayClock {
  const origin = instantOf(date, '00:00', tz);
  return {
    toSeconds: (at) => Math.floor((at - origin) / 1000),
    toMinute: (at) => Math.ceil((at - origin) / 60_000) * 60,
    toInstant: (seconds) => origin + seconds * 1000,
  };
}

/**
 * Builds the problem of one day. Orders without any place at all, not even an area's centre, stay unplanned: `not_ready`.
 * Whatever a plan may begin from, and every way, is a whole number of minutes, rounded up, so that planned times are too;
 * only what has already happened keeps its seconds.
 */
export function dayProblem(ask: DayAsk): { problem: Problem; clock: DayClock } {
  const { arrivals = 'planned' } = ask;
  const clock = dayClock(ask.date, ask.standard.get('tz'));
  const book = ask.book ?? new PlaceBook();
  const addPlace = ({ lng, lat }: LngLat, uncertaintyMetres = 0, arrival?: Place['arrival']): number =>
    book.numberOf({ lng, lat, uncertaintyMetres, ...(arrival ? { arrival } : {}) });
  const rules = planRules(ask.standard);
  const nowSeconds = clock.toMinute(ask.now);

  const visits: PlannedVisit[] = [];
  const published: PublishedStop[] = [];
  for (const order of ask.orders) {
    const point = order.place?.point ?? ask.centres?.get(order.areaId) ?? null;
    const visit = plannedVisit(order, ask, clock, rules, point === null);
    const arrival = arrivalAt(visit, rules, arrivals === 'any' ? null : plannedBegin(order, ask, clock));
    const place = addPlace(point ?? { lng: 0, lat: 0 }, order.place?.uncertaintyM ?? 1500, arrival);
    visits.push({ ...visit, place });
    if (order.planned && !isUnderWay(order)) {
      published.push({
        visit: order.id,
        technician: order.planned.technicianId,
        begin: clock.toMinute(order.planned.start),
      });
    }
  }
  published.sort((a, b) => a.begin - b.begin);

  const begun = begunBy(ask.orders);
  const technicians = ask.technicians.map((technician) =>
    technicianDay(technician, begun.get(technician.id) ?? [], ask, { clock, nowSeconds, rules, addPlace }),
  );
  return {
    clock,
    problem: {
      now: nowSeconds,
      places: book.places,
      technicians,
      visits,
      travel: (ask.travel ?? areaTravel(null))(book.places),
      rules,
      published,
      knownSkills: KNOWN_SKILLS,
    },
  };
}

/** When the visit is to begin as it stands on that day; null when it does not. */
function plannedBegin(order: Order, { date, standard }: DayAsk, clock: DayClock): number | null {
  if (!order.planned || localDate(order.planned.start, standard.get('tz')) !== date) return null;
  return clock.toMinute(order.planned.start);
}

/** A visit that has begun (or is being driven to) is no longer the planner's to move. */
export function isUnderWay(order: Order): boolean {
  const visit = order.visits.at(-1);
  return visit !== undefined && visit.status !== 'planned' && isVisitOpen(visit);
}

/** So many times its worth in travel is what a standard asks for that ranks it above travel: two hours of way for one change. */
const RANKED_ABOVE = 24;

/**
 * What planning reads of a standard. The reserve on the way and the five minutes before the promise belong to the plan, not to luck
 * (SCHD-09, TRAV-01, TRAV-04). Whole plans are compared by the standard's ranks; what the search adds to travel follows them: a standard
 * that ranks staying with the technician, or in the estate, above travel makes it that much dearer.
 */
export function planRules(standard: ResolvedStandard): PlanRules {
  const named = standard.get('plan.rankOrder');
  const rankOrder = [...named, ...rankNames.filter((name) => !named.includes(name))];
  const weighed = (rank: PlanRank, minutes: number) =>
    minutes * 60 * (isAbove(rank, 'travel', rankOrder) ? RANKED_ABOVE : 1);
  return {
    arriveEarlySeconds: standard.get('plan.earlyMin') * 60,
    legReserveSeconds: standard.get('travel.bufferMin') * 60,
    closesAt: clockSeconds(standard.get('visit.window')[1]),
    deadlineReserveSeconds: standard.get('plan.deadlineReserveMin') * 60,
    frozenHorizonSeconds: standard.get('change.noticeMin') * 60,
    travelHour: 10,
    changePenaltySeconds: weighed('stability', standard.get('plan.keepTechnicianMin')),
    estateEntrySeconds: weighed('comfort', standard.get('plan.sameEstateMin')),
    rankOrder,
  };
}

function isAbove(one: PlanRank, other: PlanRank, order: readonly PlanRank[]): boolean {
  return order.indexOf(one) < order.indexOf(other);
}

function clockSeconds(clockTime: string): number {
  return clockMs(clockTime) / 1000;
}

function plannedVisit(
  order: Order,
  ask: DayAsk,
  clock: DayClock,
  rules: PlanRules,
  placeless: boolean,
): Omit<PlannedVisit, 'place'> {
  return {
    id: order.id,
    durationSeconds: durationOf(order),
    window: windowOfOrder(order, ask, clock, rules),
    class: raised(classOf(order), order),
    skills: requiredSkills(order),
    certificates: [WORK_CERTIFICATE],
    area: order.areaId,
    estate: order.estate,
    readiness: readiness(order, placeless),
    intakeAt: clock.toSeconds(order.intakeAt),
    ...afterInstall(order, ask),
    ...lockOf(order, ask, clock),
  };
}

/** Whole seconds: what takes part of one takes it whole. */
function durationOf({ durationMin }: Order): number {
  return Math.ceil(durationMin * 60);
}

/** A customer's wish is served from its time on and for so long after it (our choice). */
const WISH_SECONDS = 1800;

/** SCHD-07: the first time that the customer asked for on that day outranks our convenience; null when there is none. */
function wishedOn(order: Order, ask: DayAsk, clock: DayClock): number | null {
  const tz = ask.standard.get('tz');
  const wish = order.preferredStarts.find((at) => localDate(at, tz) === ask.date);
  return wish === undefined ? null : clock.toMinute(wish);
}

/** A promise is hard; an unpromised visit may begin now and should begin so early that it ends by its effective deadline. */
function windowOfOrder(order: Order, ask: DayAsk, clock: DayClock, rules: PlanRules): ArrivalWindow {
  const promise = currentAppointment(order);
  if (promise) {
    const allowed = ask.standard.get('change.max');
    return {
      kind: 'promised',
      from: clock.toSeconds(promise.start),
      until: clock.toSeconds(promise.end),
      changesLeft: allowed === null ? 99 : Math.max(0, allowed - order.companyChangeCount),
      notified: true,
    };
  }
  const opens = clockSeconds(ask.standard.get('visit.window')[0]);
  const release = Math.max(clock.toMinute(ask.now), opens);
  const lastBegin = rules.closesAt - durationOf(order);
  const due = effectiveDeadlineOf(order, ask.standard, ask.now);
  const deadline = due === null ? lastBegin : clock.toSeconds(due) - durationOf(order);
  // A deadline that has passed cannot be met any more; the day's end is what is left to aim at.
  const reachable = deadline < release ? lastBegin : Math.min(deadline, lastBegin);
  const wish = wishedOn(order, ask, clock);
  if (wish !== null && wish >= release && wish <= reachable)
    return { kind: 'open', release: wish, deadline: Math.min(reachable, wish + WISH_SECONDS) };
  return { kind: 'open', release: Math.min(release, reachable), deadline: reachable };
}

/** SCHD-04: what a phone call has found out, and whether anybody knows where it is. */
function readiness(order: Order, placeless: boolean): Readiness {
  if (placeless) return 'not_ready';
  return order.place ? readinessOf(order) : worse(readinessOf(order), 'uncertain');
}

function worse(one: Readiness, other: Readiness): Readiness {
  return one === 'not_ready' ? one : other;
}

/** SITE-11: the old line is taken down after the new one is live; until then the removal follows its install. */
function afterInstall(order: Order, { orders, standard }: DayAsk): { after?: string } {
  if (order.type !== 'remove' || order.parentOrderId === null || !standard.get('move.openBeforeRemove'))
    return {};
  const install = orders.find(
    (one) => one.type === 'install' && one.parentOrderId === order.parentOrderId && one.activatedAt === null,
  );
  return install ? { after: install.id } : {};
}

/**
 * LOCK: what a dispatcher fixed. A time that has passed can no longer be kept, so only the technician stays fixed. A visit of two (E-101) stands
 * with the one in charge and where the companion expects it.
 */
function lockOf(order: Order, { date, now, standard }: DayAsk, clock: DayClock): { lock?: Lock } {
  const { planned } = order;
  const ofTwo =
    order.companionId !== null && planned
      ? { technicianId: planned.technicianId, start: planned.start }
      : null;
  const lock = order.lock ?? ofTwo;
  if (!lock) return {};
  const keeps =
    lock.start !== null && lock.start >= now && localDate(lock.start, standard.get('tz')) === date;
  return {
    lock: {
      ...(lock.technicianId === null ? {} : { technician: lock.technicianId }),
      ...(keeps && lock.start !== null ? { begin: clock.toMinute(lock.start) } : {}),
    },
  };
}

/** OVRD-02: a customer who urges is served one class earlier, short of an emergency. */
function raised(own: VisitClass, { customerUrges }: Order): VisitClass {
  const rank = visitClasses.indexOf(own);
  return customerUrges.length > 0 && rank > 1 ? (visitClasses[rank - 1] ?? own) : own;
}

/** SCHD-05, SCHD-06: emergency lines first, then important customers, then faults before installs. */
function classOf(order: Order): VisitClass {
  if (order.emergencyLine) return 'emergency';
  if (order.customerClass === 'important' || order.customerClass === 'vip') return 'important';
  if (order.type === 'fault') return order.repeatFault ? 'repeated_fault' : 'fault';
  return order.type === 'install' || order.type === 'move' ? 'install' : 'other';
}

/** The visits that are under way, by the technician in whose day they stand. */
function begunBy(orders: readonly Order[]): ReadonlyMap<TechnicianId, readonly Order[]> {
  const begun = new Map<TechnicianId, Order[]>();
  for (const order of orders) {
    if (!order.planned || !isUnderWay(order)) continue;
    const { technicianId } = order.planned;
    begun.set(technicianId, [...(begun.get(technicianId) ?? []), order]);
  }
  return begun;
}

interface DayMaking {
  readonly clock: DayClock;
  readonly nowSeconds: number;
  readonly rules: PlanRules;
  addPlace(point: LngLat, uncertainty?: number, arrival?: Place['arrival']): number;
}

function technicianDay(
  technician: Technician,
  begun: readonly Order[],
  ask: DayAsk,
  { clock, nowSeconds, rules: { legReserveSeconds }, addPlace }: DayMaking,
): TechnicianDay {
  const frozen = begun.map((order) =>
    frozenStop(order, expectedArrival(order, technician, ask), clock, nowSeconds),
  );
  const home = technician.home ?? ask.centres?.get(technician.areaId) ?? middleOfWork(ask.orders);
  const last = begun.at(-1);
  const startPoint = last?.place?.point ?? ask.positions?.get(technician.id) ?? home;
  const shiftStart = clockSeconds(technician.shift.start);
  const shiftEnd = clockSeconds(technician.shift.end);
  const backBy = shiftEnd - legReserveSeconds;
  const overtime = (technician.overtimeMin ?? 0) * 60;
  const along = companionTime(technician.id, [...ask.orders, ...(ask.beside ?? [])], {
    date: ask.date,
    tz: ask.standard.get('tz'),
    nowSeconds,
    toMinute: clock.toMinute,
  });
  return {
    id: technician.id,
    start: addPlace(startPoint),
    end: addPlace(home, 0, { from: backBy, until: backBy + overtime }),
    shiftStart,
    shiftEnd,
    overtimeLimitSeconds: overtime,
    freeFrom: Math.max(
      shiftStart,
      Math.min(nowSeconds, shiftEnd + overtime),
      along.until,
      ...frozen.map((stop) => stop.leave),
    ),
    breaks: [...dailyBreaks(technician), ...along.breaks].toSorted((a, b) => a.from - b.from),
    skills: technician.skills,
    certificates:
      technician.certifiedUntil !== null && technician.certifiedUntil >= ask.date ? [WORK_CERTIFICATE] : [],
    areas: [technician.areaId],
    mode: technician.vehicle,
    frozen,
  };
}

function dailyBreaks({ breaks = [] }: Technician): readonly Break[] {
  return breaks.map(({ from, until, minutes }) => ({
    from: clockSeconds(from),
    until: clockSeconds(until),
    durationSeconds: minutes * 60,
  }));
}

/** Where somebody sets out whose home nobody told, in an area that nobody drew: amid the day's work. */
function middleOfWork(orders: readonly Order[]): LngLat {
  return middleOf(orders.flatMap(({ place }) => place?.point ?? [])) ?? { lng: 0, lat: 0 };
}

/**
 * When somebody who is under way stands at the door: by the way left from a fresh position, else by the way planned; not before the
 * time that the customer was told (CHG-05). An arrival that has happened is what it was.
 */
function expectedArrival(order: Order, technician: Technician, ask: DayAsk): Instant {
  const { now, positions, standard } = ask;
  const visit = order.visits.at(-1);
  if (visit?.arrivedAt != null) return visit.arrivedAt;
  const here = positions?.get(technician.id);
  const door = order.place?.point;
  const hour = Math.floor(localTimeOfDay(now, standard.get('tz')) / HOUR);
  const onTheWay =
    here && door
      ? now + estimateLeg(here, door, technician.vehicle, hour, RIVER_CITY).seconds * 1000
      : (visit?.enRouteAt ?? now) + (order.planned?.travelSeconds ?? 0) * 1000;
  return Math.max(now, onTheWay, servableAppointment(order)?.lateness?.eta ?? 0);
}

/** A visit already begun: as it was so far, and until when it is expected to last. Nobody is let in before the promised time. */
function frozenStop(order: Order, arrival: Instant, clock: DayClock, nowSeconds: number): FrozenStop {
  const visit = order.visits.at(-1);
  const promise = servableAppointment(order);
  const arrive = clock.toSeconds(arrival);
  const begin = visit?.enteredAt
    ? clock.toSeconds(visit.enteredAt)
    : Math.max(arrive, promise ? clock.toSeconds(promise.start) : arrive);
  const leave = Math.max(begin + order.durationMin * 60, nowSeconds);
  return { visit: order.id, arrive, begin, leave: Math.ceil(leave / 60) * 60 };
}
