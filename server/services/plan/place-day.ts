import { currentAppointment } from '#domain/appointment/current.ts';
import type { OrderId, TechnicianId } from '#domain/base/brand.ts';
import { blocks } from '#domain/base/finding.ts';
import type { Finding } from '#domain/base/verdict.ts';
import type { Order } from '#domain/order/order.ts';
import type { DayRoute } from '#domain/scheduling/day-route.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { CommandRefused, LeftOut } from '#protocol/command.ts';
import { notFound } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import type { OrderStep } from '../order/retime-days.ts';
import { daysFor, routeOf, type TechnicianDays } from '../order/technician-day.ts';
import { judgeStop } from './judge-stop.ts';
import { leftOut } from './left-out.ts';
import { daysTouchedBy, type PlanGround } from './plan-ground.ts';

/** One technician's day with the wanted orders in it: what happens to each, or who cannot come, go or move as the plan has it. */
export interface PlacedDay {
  steps: readonly OrderStep[];
  warnings: readonly Finding[];
  leave: readonly LeftOut[];
  /** Where its orders come to stand. */
  slots: ReadonlyMap<OrderId, PlannedSlot>;
}

const UNTOUCHED: PlacedDay = { steps: [], warnings: [], leave: [], slots: new Map() };

/** Times the day with the wanted orders in it and judges each stop where it comes to stand. */
export async function placeDay(
  ground: PlanGround,
  technicianId: TechnicianId,
  wanted: ReadonlySet<OrderId>,
): Promise<PlacedDay> {
  const movers = [...wanted].filter((orderId) => daysTouchedBy(ground, orderId).includes(technicianId));
  if (movers.length === 0) return UNTOUCHED;
  const { work, standard, now, orders } = ground;
  const technician = ground.technicians.get(technicianId);
  const held = (orderId: OrderId) => orders.get(orderId) as Order;
  if (!technician)
    return { ...UNTOUCHED, leave: movers.map((id) => leftOut(held(id), notFound('technician'))) };
  const days = await daysFor(work.tx, {
    technician,
    standard,
    now,
    orders: standingWith(ground, technicianId, wanted),
    beside: ground.held.filter(({ companionId }) => companionId === technicianId),
    roads: work.services.roads,
  });
  const route = routeOf(days, ground.date);
  const steps: OrderStep[] = [];
  const warnings: Finding[] = [];
  const leave: LeftOut[] = [];
  let pushed = newlyLate(ground, route, days);
  for (const { orderId, planned } of route.stops) {
    const before = held(orderId);
    const bookings = route.stops.filter((stop) => stop.orderId !== orderId);
    const judged = judgeStop(ground, { before, planned, technician, bookings });
    if (!judged.ok && wanted.has(orderId)) leave.push(leftOut(before, judged));
    else if (!judged.ok) pushed ??= { order: before, refusal: asOf(before, judged) };
    else {
      warnings.push(...judged.warnings);
      if (judged.events.length > 0) steps.push({ before, events: judged.events });
    }
  }
  // Those refused for themselves go first: the rest of the day is looked at again without them.
  if (leave.length === 0 && pushed) {
    const inTheWay = held(whoPushes(ground, route, movers, pushed.order.id));
    leave.push(leftOut(inTheWay, pushed.refusal));
  }
  const slots = new Map(route.stops.map(({ orderId, planned }) => [orderId, planned]));
  return { steps, warnings, leave, slots };
}

/** The orders as they would stand in this technician's days. */
function standingWith(
  { held, slots, back }: PlanGround,
  technicianId: TechnicianId,
  wanted: ReadonlySet<OrderId>,
): Order[] {
  return held.flatMap((order) => {
    const moves = wanted.has(order.id);
    if (moves && back.has(order.id)) return [];
    const planned = (moves ? slots.get(order.id) : undefined) ?? order.planned;
    return planned?.technicianId === technicianId ? [{ ...order, planned }] : [];
  });
}

interface Pushed {
  order: Order;
  refusal: CommandRefused;
}

/** A refusal of an order that the plan does not move, as it is told of the one that pushes it. */
function asOf({ id, number }: Order, refusal: CommandRefused): CommandRefused {
  const rules = (refusal.rules ?? []).map((rule) => ({
    ...rule,
    facts: { ...rule.facts, otherOrderId: id },
  }));
  return { ...refusal, title: `It would push order ${number}: ${refusal.title}`, rules };
}

/**
 * SCHD-10: a promise that is kept as things stand and that the plan did not say it would break. Something has come into this day since
 * the plan was computed, or what the plan takes out of it to make room was left out.
 */
function newlyLate(ground: PlanGround, route: DayRoute, days: TechnicianDays): Pushed | null {
  const late = route.late.filter(({ promised }) => promised);
  if (late.length === 0) return null;
  const orders = ground.held.filter(({ planned }) => planned?.technicianId === route.technicianId);
  const stood = new Set(routeOf({ ...days, orders }, ground.date).late.map(({ orderId }) => orderId));
  const found = late.find(({ orderId }) => !ground.saidLate.has(orderId) && !stood.has(orderId));
  const order = found && ground.orders.get(found.orderId);
  if (!order) return null;
  const makesRoom = ground.back.has(order.id);
  const facts = { otherOrderId: order.id, promisedAt: currentAppointment(order)?.start ?? null };
  const title = makesRoom
    ? `The plan gives order ${order.number} back to make room, and that was left out: its promise would break. Take it, too, or leave out what comes into its technician's day.`
    : `The promise of order ${order.number} would break: something else has come into the day since the plan was computed.`;
  const finding = blocks('SCHD-10', facts, makesRoom ? 'take_given_back' : 'plan_again');
  return {
    order,
    refusal: { ok: false, code: 'stale', title, rules: refusalRules([finding], standardOf(order)) },
  };
}

/** Of the orders that the plan moves in or out of the day, the one to leave out so that `pushed` is not pushed. */
function whoPushes(
  { orders }: PlanGround,
  { technicianId, stops }: DayRoute,
  movers: readonly OrderId[],
  pushed: OrderId,
): OrderId {
  const place = new Map(stops.map(({ orderId }, i) => [orderId, i]));
  const at = place.get(pushed) ?? stops.length;
  // Who comes from elsewhere before who only moves within the day, the nearest ahead first, then who comes later, then who leaves.
  const cost = (orderId: OrderId): number => {
    const i = place.get(orderId);
    if (i === undefined) return 3 * stops.length;
    const own = orders.get(orderId)?.planned?.technicianId === technicianId ? stops.length : 0;
    return own + (i <= at ? at - i : i);
  };
  return movers.reduce((best, orderId) => (cost(orderId) < cost(best) ? orderId : best));
}
