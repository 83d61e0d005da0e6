import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import { type Finding, type Outcome, verdictOf } from '#domain/base/verdict.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { Booking } from '#domain/order/decision.ts';
import type { Order } from '#domain/order/order.ts';
import { isPushedOffLock } from '#domain/order/place-lock.ts';
import { type DayRoute, timeDay } from '#domain/scheduling/day-route.ts';
import type { DayTravel } from '#domain/scheduling/day-travel.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { judgeAssignment } from '#domain/technician/judge-assignment.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import { isVisitOpen } from '#domain/visit/visit-open.ts';

/** What the verdict of a place depends on beside the orders themselves. */
export interface DayGround {
  readonly date: string;
  readonly now: Instant;
  readonly standard: ResolvedStandard;
  /** Orders of a technician, in time order. */
  readonly visitsOf: (technicianId: string) => readonly Order[];
  /** Orders of others on which a technician goes along (E-101). */
  readonly besideOf: (technicianId: string) => readonly Order[];
  readonly centreOf: (areaId: string) => LngLat | null;
  readonly travelOf: (areaId: string) => DayTravel;
  /** Where a technician is now, while that is known freshly: the shown day begins there when it is today. */
  readonly placeOf: (technicianId: string) => LngLat | null;
  /** Is the order's planned or actual time on the shown date? */
  readonly onDate: (order: Order) => boolean;
}

/** What would come of dropping some orders on one technician, at a time or at the best place. */
export interface TargetVerdict {
  readonly technicianId: string;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  /** The slot that every stop of the day would have, the dropped ones among them. */
  readonly slots: ReadonlyMap<OrderId, PlannedSlot>;
  readonly addedTravelSeconds: number;
  readonly overtimeMin: number;
  /** Other visits that would begin too late. */
  readonly late: DayRoute['late'];
  /** The time aimed at would move a promise and nothing else speaks against it: the drop opens the change dialog. */
  readonly movesPromise: boolean;
}

/** Judges one technician as a place for the orders: `at` keeps that start, without it the best place is taken. */
export function judgeTarget(
  orders: readonly Order[],
  technician: Technician,
  ground: DayGround,
  at?: Instant,
): TargetVerdict {
  const { date, now, standard } = ground;
  const dropped = new Set(orders.map(({ id }) => id));
  const stops = ground
    .visitsOf(technician.id)
    .filter((order) => !dropped.has(order.id) && isOpenStop(order) && ground.onDate(order));
  const beside = ground
    .besideOf(technician.id)
    .filter((order) => !dropped.has(order.id) && isOpenStop(order) && ground.onDate(order));
  // Who may not have the orders at any time need not have the day worked out.
  const anyTime = judgeAll(orders, technician, stops, NO_SLOTS, ground);
  if (verdictOf(anyTime).outcome === 'refused') {
    return { ...NOWHERE, technicianId: technician.id, outcome: 'refused', findings: anyTime };
  }
  const route = timeDay({
    technician,
    date,
    stops,
    beside,
    insert: at === undefined ? { orders } : { orders, at },
    standard,
    now,
    centre: ground.centreOf(technician.areaId),
    travel: ground.travelOf(technician.areaId),
    position: ground.placeOf(technician.id),
  });
  const slots = new Map(route.stops.map(({ orderId, planned }) => [orderId, planned]));
  const findings = judgeAll(orders, technician, [...stops, ...beside], slots, ground);
  const blocks = findings.filter(({ kind }) => kind === 'block');
  const movesPromise =
    at !== undefined &&
    orders.length === 1 &&
    blocks.length > 0 &&
    blocks.every(({ rule }) => rule === 'SCHD-10');
  return {
    technicianId: technician.id,
    outcome: movesPromise ? 'needs_approval' : verdictOf(findings).outcome,
    findings,
    slots,
    addedTravelSeconds: route.addedTravelSeconds,
    overtimeMin: route.overtimeMin,
    late: route.late.filter(({ orderId }) => !dropped.has(orderId)),
    movesPromise,
  };
}

type Slots = ReadonlyMap<OrderId, PlannedSlot>;
const NO_SLOTS: Slots = new Map();
const NOWHERE = { slots: NO_SLOTS, addedTravelSeconds: 0, overtimeMin: 0, late: [], movesPromise: false };

function judgeAll(
  orders: readonly Order[],
  technician: Technician,
  stops: readonly Order[],
  slots: Slots,
  { standard, now }: DayGround,
): readonly Finding[] {
  const booked = slots.size === 0 ? [] : bookings(stops, slots);
  return orders.flatMap((order) => {
    const slot = slots.get(order.id) ?? null;
    return judgeAssignment({ order, technician, slot, bookings: slot ? booked : [], standard, now });
  });
}

/** Verdicts for every technician, best place first: legal before approval before refused, then who is disturbed least. */
export function rankTargets(
  orders: readonly Order[],
  technicians: Iterable<Technician>,
  ground: DayGround,
): readonly TargetVerdict[] {
  return ranked([...technicians].map((technician) => judgeTarget(orders, technician, ground)));
}

/** Verdicts, best place first. */
export function ranked(verdicts: Iterable<TargetVerdict>): readonly TargetVerdict[] {
  return [...verdicts].sort(
    (a, b) =>
      OUTCOME_RANK[a.outcome] - OUTCOME_RANK[b.outcome] ||
      promisesHurt(a) - promisesHurt(b) ||
      minutesLate(a) - minutesLate(b) ||
      a.overtimeMin - b.overtimeMin ||
      a.addedTravelSeconds - b.addedTravelSeconds ||
      (a.technicianId < b.technicianId ? -1 : 1),
  );
}

/** The finding that a refusal or approval hangs on: the first block, else the first approval, else the first warning. */
export function bindingFinding(findings: readonly Finding[]): Finding | null {
  return (
    findings.find(({ kind }) => kind === 'block') ??
    findings.find(({ kind }) => kind === 'approval') ??
    findings[0] ??
    null
  );
}

/** Does this start leave the customer's promise as it is? True without a promise. */
export function keepsPromise(order: Order, start: Instant): boolean {
  const promise = currentAppointment(order);
  return !promise || (start >= promise.start && start <= promise.end);
}

const OUTCOME_RANK: Record<Outcome, number> = { accepted: 0, needs_approval: 1, refused: 2 };

function promisesHurt(verdict: TargetVerdict): number {
  return verdict.late.filter(({ promised }) => promised).length;
}

function minutesLate(verdict: TargetVerdict): number {
  return verdict.late.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** A stop that the day still has to make: planned and not ended. */
function isOpenStop(order: Order): boolean {
  const trip = order.visits.at(-1);
  return order.planned !== null && order.completedAt === null && (!trip || isVisitOpen(trip));
}

function bookings(stops: readonly Order[], slots: Slots): readonly Booking[] {
  return stops.flatMap((order) => {
    const slot = slots.get(order.id) ?? order.planned;
    return slot
      ? [
          {
            orderId: order.id,
            start: slot.start,
            end: slot.end,
            promised: currentAppointment(order) !== null,
            pushedOffLock: isPushedOffLock(order, slot.start),
          },
        ]
      : [];
  });
}
