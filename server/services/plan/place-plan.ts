import { outagesOf } from '#db/query/outage.ts';
import { techniciansOf } from '#db/query/technician.ts';
import { currentAppointment } from '#domain/appointment/current.ts';
import type { Area } from '#domain/area/area.ts';
import type { Instant } from '#domain/base/brand.ts';
import { blocks } from '#domain/base/finding.ts';
import { type Finding, verdictOf } from '#domain/base/verdict.ts';
import { decideOrder } from '#domain/order/decide.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommand } from '#domain/order/order-command.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import { isPushedOffLock } from '#domain/order/place-lock.ts';
import type { Outage } from '#domain/outage/outage.ts';
import type { DayRoute } from '#domain/scheduling/day-route.ts';
import { resolveStandard, standardOf } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { CommandRefused } from '#protocol/command.ts';
import type { PlanProposal } from '#protocol/plan.ts';
import type { Work } from '../command/change.ts';
import { refusedBy, stale } from '../command/refusal.ts';
import type { OrderStep } from '../order/retime-days.ts';
import { samePlace } from '../order/retime-days.ts';
import { daysFor, routeOf, type TechnicianDays } from '../order/technician-day.ts';

interface PlanPlacing {
  proposal: PlanProposal;
  /** The orders to be moved. */
  wanted: ReadonlySet<string>;
  /** They and every open order of the technicians of the plan, held. */
  held: readonly Order[];
  area: Area;
  date: string;
  now: Instant;
  /** Written down for orders that are given back. */
  reason: string;
}

export interface PlacedPlan {
  ok: true;
  steps: OrderStep[];
  warnings: readonly Finding[];
  standard: ResolvedStandard;
}

/** Times every day of the plan with the accepted orders in it and judges each of them where it comes to stand. */
export async function placePlan(work: Work, placing: PlanPlacing): Promise<PlacedPlan | CommandRefused> {
  const { held, area, date, now } = placing;
  const standard = resolveStandard(area.standardId);
  const outages = await outagesOf(work.tx, null);
  const technicians = new Map((await techniciansOf(work.tx, null)).map((one) => [one.id, one]));
  const proposed = proposedSlots(placing);
  const givenBack = new Set(placing.proposal.givenBack.filter((orderId) => placing.wanted.has(orderId)));
  const steps: OrderStep[] = [];
  const warnings: Finding[] = [];
  for (const before of held.filter(({ id }) => givenBack.has(id))) {
    const back = giveBack(work, before, placing, outages);
    if (!back.ok) return back;
    steps.push({ before, events: back.events });
  }
  for (const { technicianId } of placing.proposal.routes) {
    const technician = technicians.get(technicianId);
    if (!technician) continue;
    const orders = held
      .filter(({ id }) => !givenBack.has(id))
      .flatMap((order) => standing(order, technicianId, proposed));
    const days = await daysFor(work.tx, { technician, standard, now, orders, roads: work.services.roads });
    const route = routeOf(days, date);
    const pushed = newlyLate(placing, route, {
      ...days,
      orders: held.filter((order) => isWith(order, technicianId)),
    });
    if (pushed) return wouldBeLate(pushed, placing);
    for (const { orderId, planned } of route.stops) {
      const before = held.find(({ id }) => id === orderId);
      if (!before) continue;
      const bookings = route.stops.filter((stop) => stop.orderId !== orderId);
      const judged = judgeStop(work, { before, planned, technician, area, now, outages, bookings, held });
      if (!judged.ok) return judged;
      warnings.push(...judged.warnings);
      if (judged.events.length > 0) steps.push({ before, events: judged.events });
    }
  }
  return { ok: true, steps, warnings, standard };
}

/**
 * SCHD-10: a promise that is kept as things stand and that the plan did not say it would break. Something has come into this day since
 * the plan was computed.
 */
function newlyLate(
  { proposal, held, date }: PlanPlacing,
  route: DayRoute,
  before: TechnicianDays,
): Order | null {
  const late = route.late.filter(({ promised }) => promised);
  if (late.length === 0) return null;
  const said = new Set(
    proposal.routes.flatMap(({ stops }) =>
      stops.filter(({ lateMinutes }) => lateMinutes > 0).map(({ orderId }) => orderId),
    ),
  );
  const stood = new Set(routeOf(before, date).late.map(({ orderId }) => orderId));
  const pushed = late.find(({ orderId }) => !said.has(orderId) && !stood.has(orderId));
  return held.find(({ id }) => id === pushed?.orderId) ?? null;
}

function isWith({ planned }: Order, technicianId: string): boolean {
  return planned?.technicianId === technicianId;
}

function wouldBeLate({ id, number, version }: Order, { proposal, wanted }: PlanPlacing): CommandRefused {
  const isLeftOut = proposal.givenBack.includes(id) && !wanted.has(id);
  const title = isLeftOut
    ? `The plan gives order ${number} back to make room, and that was left out: its promise would break. Take it, too, or leave out what comes into its technician's day.`
    : `Since this plan was computed something else has come into the day: the promise of order ${number} would break. Plan again.`;
  return { ...stale('plan', { version }), title };
}

function proposedSlots({ proposal, wanted }: PlanPlacing): ReadonlyMap<string, PlannedSlot> {
  const stops = proposal.routes.flatMap((route) => route.stops);
  return new Map(
    stops.filter(({ orderId }) => wanted.has(orderId)).map((stop) => [stop.orderId, stop.planned]),
  );
}

/** The order as it would stand in this technician's days, if it would. */
function standing(order: Order, technicianId: string, proposed: ReadonlyMap<string, PlannedSlot>): Order[] {
  const planned = proposed.get(order.id) ?? order.planned;
  return planned?.technicianId === technicianId ? [{ ...order, planned }] : [];
}

/** SCHD-06: an order that makes room for a more urgent one goes back to be dispatched, through the gate like every other. */
function giveBack(
  work: Work,
  before: Order,
  { area, now, reason }: PlanPlacing,
  outages: readonly Outage[],
): JudgedStop {
  const standard = standardOf(before);
  const command: OrderCommand = { type: 'order.unassign', payload: { orderId: before.id, reason } };
  const { verdict, events } = decideOrder(before, command, {
    now,
    actor: work.actor,
    standard,
    area,
    technician: null,
    bookings: [],
    slot: null,
    approval: null,
    sibling: null,
    outage: outages.find(({ id }) => id === before.outageId) ?? null,
  });
  if (verdict.outcome !== 'accepted') return named(before, refusedBy(verdict, standard));
  const leaves: OrderEvent = { type: 'visit.planned', data: { planned: null } };
  return { ok: true, events: [...events, leaves], warnings: verdict.findings };
}

interface Standing {
  before: Order;
  planned: PlannedSlot;
  technician: Technician;
  area: Area;
  now: Instant;
  outages: readonly Outage[];
  bookings: readonly { orderId: string; planned: PlannedSlot }[];
  held: readonly Order[];
}

type JudgedStop = { ok: true; events: OrderEvent[]; warnings: readonly Finding[] } | CommandRefused;

function judgeStop(work: Work, standing: Standing): JudgedStop {
  const { before, planned, technician } = standing;
  const move: OrderEvent[] = samePlace(before.planned, planned)
    ? []
    : [{ type: 'visit.planned', data: { planned } }];
  const standard = standardOf(before);
  if (before.technicianId === technician.id) {
    if (!isPushedOffLock(before, planned.start)) return { ok: true, events: move, warnings: [] };
    const facts = { startAt: planned.start, lockedAt: before.lock?.start ?? null };
    return named(before, refusedBy(verdictOf([blocks('LOCK', facts, 'unlock_first')]), standard));
  }
  const command: OrderCommand = {
    type: before.technicianId === null ? 'order.dispatch' : 'order.reassign',
    payload: { orderId: before.id, technicianId: technician.id, at: planned.start },
  };
  const promised = new Set(standing.held.filter((order) => currentAppointment(order)).map(({ id }) => id));
  const { verdict, events } = decideOrder(before, command, {
    now: standing.now,
    actor: work.actor,
    standard,
    area: standing.area,
    technician,
    bookings: standing.bookings.map((stop) => ({
      orderId: stop.orderId,
      start: stop.planned.start,
      end: stop.planned.end,
      promised: promised.has(stop.orderId),
    })),
    slot: { start: planned.start, end: planned.end },
    approval: null,
    sibling: null,
    outage: standing.outages.find(({ id }) => id === before.outageId) ?? null,
  });
  if (verdict.outcome !== 'accepted') return named(before, refusedBy(verdict, standard));
  return { ok: true, events: [...events, ...move], warnings: verdict.findings };
}

function named({ number }: Order, refusal: CommandRefused): CommandRefused {
  return { ...refusal, title: `Order ${number}: ${refusal.title}` };
}
