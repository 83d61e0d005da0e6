import { currentAppointment, servableAppointment } from '#domain/appointment/current.ts';
import type { Instant, OrderId, TechnicianId } from '#domain/base/brand.ts';
import { verdictOf } from '#domain/base/verdict.ts';
import type { Order } from '#domain/order/order.ts';
import { isPushedOffLock } from '#domain/order/place-lock.ts';
import { type AddedWay, addedWay } from '#domain/scheduling/added-way.ts';
import { isUnderWay } from '#domain/scheduling/day-problem.ts';
import type { Problem, RouteOrder } from '#domain/scheduling/model.ts';
import { timeRoutes } from '#domain/scheduling/read-plan.ts';
import { type RepairRules, type Way, waysOut } from '#domain/scheduling/repair.ts';
import { troublesOf } from '#domain/scheduling/ripple.ts';
import { ordersWithSlot, type Slot } from '#domain/scheduling/slots.ts';
import { resolveStandard, standardOf } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import { judgeAssignment } from '#domain/technician/judge-assignment.ts';
import { lastInside } from '#domain/time/window.ts';
import { MINUTE } from '#domain/time/zone.ts';
import type { OptionCommand, OptionVerdict, RepairOption, RepairOptions } from '#protocol/repair.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import type { PresentArea } from './present-area.ts';

const OFFERS = 2;
const SLOT_SECONDS = 1800;
/** A time that is told is a round one, never earlier than expected. */
const TOLD_TO_MS = 5 * MINUTE;

/** What the standard says of notice and lateness, as the scheduler counts it. */
export function repairRules(standard: ResolvedStandard): RepairRules {
  return {
    noticeSeconds: standard.get('change.noticeMin') * 60,
    latenessWithinSeconds: standard.get('late.declareWithinMin') * 60,
    latenessMostSeconds: standard.get('late.maxShiftMin') * 60,
    slotSeconds: SLOT_SECONDS,
    offers: OFFERS,
  };
}

/**
 * The ways out for one order as the day stands, each judged as the gate would judge it. An order that is in no trouble is answered, too:
 * what could be done with it. Null when it is not one of today that may still be moved.
 */
export function repairOptions(present: PresentArea, order: Order): RepairOptions | null {
  const { day, resident, seq, work } = present;
  const visit = day.promised.visits.find(({ id }) => id === order.id);
  if (!visit || isUnderWay(order)) return null;
  const expected = day.expected.get(order.id);
  const [trouble] = troublesOf(day.expected, [order]);
  const beginAt = expected?.beginAt ?? null;
  const ways = waysOut(
    resident,
    visit,
    {
      visit: visit.id,
      technician: expected?.technicianId ?? null,
      begin: beginAt === null ? null : day.clock.toMinute(beginAt),
      lateSeconds: (expected?.lateMin ?? 0) * 60,
      promised: visit.window.kind === 'promised',
    },
    repairRules(standardOf(order)),
  );
  return {
    orderId: order.id,
    areaId: work.area.id,
    at: day.now,
    seq,
    cause: trouble?.cause ?? null,
    technicianId: expected?.technicianId ?? order.technicianId,
    beginAt,
    lateMin: expected?.lateMin ?? 0,
    options: ways.flatMap((way) => optionOf(present, order, way) ?? []),
  };
}

function optionOf(present: PresentArea, order: Order, way: Way): RepairOption | null {
  const { day, resident } = present;
  const { toInstant } = day.clock;
  const standard = standardOf(order);
  switch (way.kind) {
    case 'same_time': {
      const { technician, begin, leave } = way.placing;
      const visit = day.promised.visits.find(({ id }) => id === order.id)!;
      const beginAt = toInstant(begin);
      // The place that it has is no way out of what it does there.
      if (technician === order.technicianId && beginAt === order.planned?.start) return null;
      const orders = resident.ordersWith(visit, way.placing);
      return {
        kind: way.kind,
        technicianId: technician,
        beginAt,
        endAt: toInstant(leave),
        ...added(present, orders),
        needsAcceptance: way.needsAcceptance,
        commands: [giving(order, technician, visit.window.kind === 'promised' ? beginAt : undefined)],
        ...judged(present, orders, [[order, technician]]),
      };
    }
    case 'make_room': {
      const { technician, moved, movedTo, calls, orders } = way.repair;
      const other = present.work.orders.find(({ id }) => id === moved);
      if (!other) return null;
      const at = (id: OrderId, promised: boolean) => (promised ? beginIn(present, orders, id) : undefined);
      return {
        kind: way.kind,
        technicianId: technician,
        movedOrderId: moved,
        movedTo,
        calls,
        ...added(present, orders),
        commands: [
          giving(other, movedTo, at(other.id, currentAppointment(other) !== null)),
          giving(order, technician, at(order.id, currentAppointment(order) !== null)),
        ],
        ...judged(present, orders, [
          [other, movedTo],
          [order, technician],
        ]),
      };
    }
    case 'lateness_notice': {
      const promise = servableAppointment(order);
      const expectedAt = day.expected.get(order.id)?.beginAt;
      if (!promise || expectedAt == null) return null;
      const etaAt = Math.ceil(expectedAt / TOLD_TO_MS) * TOLD_TO_MS;
      // Who has been told of that time need not be told again.
      if (promise.lateness !== null && promise.lateness.eta >= expectedAt) return null;
      return {
        kind: way.kind,
        etaAt,
        lateMin: Math.ceil((etaAt - promise.end) / MINUTE),
        callBy: promise.start - standard.get('late.noticeMin') * MINUTE,
      };
    }
    case 'change':
    case 'short_notice': {
      const start = toInstant(way.slot.from);
      const promise = servableAppointment(order);
      const earlier = Math.min(promise?.start ?? start, start);
      const literal = earlier - standard.get('change.noticeMin') * MINUTE;
      return {
        kind: way.kind,
        start,
        end: toInstant(way.slot.until),
        technicianId: way.slot.technician,
        ...addedBy(present, order, way.slot),
        needsApproval: way.kind === 'short_notice' || way.needsApproval,
        callBy: lastInside(literal, [standard.get('contact.hours')], standard.get('tz')),
      };
    }
  }
}

/** What the day as it will run costs more when this order of work takes the place of the one that stands. */
function added(
  { day, resident }: PresentArea,
  orders: readonly RouteOrder[],
  problem: Problem = day.asItRuns,
): AddedWay {
  return addedWay(problem, resident.orders, orders);
}

/** The same for another time that is agreed, with the technician who can keep it. */
function addedBy(present: PresentArea, { id }: Order, slot: Slot): AddedWay {
  const { day, resident } = present;
  const { from, until } = slot;
  const visits = day.asItRuns.visits.map((visit) =>
    visit.id === id
      ? {
          ...visit,
          window: { kind: 'promised', from, until, changesLeft: 0, notified: false } as const,
        }
      : visit,
  );
  const visit = day.promised.visits.find((one) => one.id === id);
  const orders = visit && ordersWithSlot(resident, visit, slot);
  if (!orders) throw new Error(`The time ${from} that was offered for ${id} is not there any more.`);
  return added(present, orders, { ...day.asItRuns, visits });
}

function giving(order: Order, technicianId: TechnicianId, at: Instant | undefined): OptionCommand {
  return {
    type: order.technicianId === null ? 'order.dispatch' : 'order.reassign',
    payload: { orderId: order.id, technicianId, ...(at === undefined ? {} : { at }) },
  };
}

function beginIn({ day }: PresentArea, orders: readonly RouteOrder[], id: OrderId): Instant | undefined {
  for (const route of timeRoutes(
    day.asItRuns,
    orders.filter(({ steps }) => holds(steps, id)),
  ))
    for (const { step, begin } of route.stops)
      if (step.kind === 'visit' && step.visit === id) return day.clock.toInstant(begin);
  return undefined;
}

function holds(steps: RouteOrder['steps'], id: OrderId): boolean {
  return steps.some((step) => step.kind === 'visit' && step.visit === id);
}

/** What the gate says when these orders come to stand with these technicians in that order of work. */
function judged(
  { day, work }: PresentArea,
  orders: readonly RouteOrder[],
  given: readonly (readonly [Order, TechnicianId])[],
): OptionVerdict {
  const byId = new Map(work.orders.map((order) => [order.id, order]));
  const findings = given.flatMap(([order, technicianId]) => {
    const technician = work.technicians.find(({ id }) => id === technicianId);
    const own = orders.filter((each) => each.technician === technicianId);
    const stops = timeRoutes(day.asItRuns, own)[0]?.stops ?? [];
    const spans = stops.flatMap(({ step, begin, leave, frozen }) => {
      const known = step.kind === 'visit' ? byId.get(step.visit) : undefined;
      if (!known || frozen) return [];
      const start = day.clock.toInstant(begin);
      return [{ order: known, start, end: day.clock.toInstant(leave) }];
    });
    const slot = spans.find((span) => span.order.id === order.id);
    if (!technician || !slot) return [];
    return judgeAssignment({
      order,
      technician,
      slot,
      bookings: spans
        .filter((span) => span.order.id !== order.id)
        .map(({ order: other, start, end }) => ({
          orderId: other.id,
          start,
          end,
          promised: currentAppointment(other) !== null,
          pushedOffLock: isPushedOffLock(other, start),
        })),
      standard: standardOf(order),
      now: day.now,
    });
  });
  const [[first] = []] = given;
  const standard = first ? standardOf(first) : resolveStandard(work.area.standardId);
  return { outcome: verdictOf(findings).outcome, rules: refusalRules(findings, standard) };
}
