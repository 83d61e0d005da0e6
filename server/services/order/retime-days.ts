import { currentAppointment } from '#domain/appointment/current.ts';
import type { DueEvent } from '#domain/order/due-events.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import { type OrderStatus, PLANNABLE_STATUSES } from '#domain/order/order-status.ts';
import { isUnderWay } from '#domain/scheduling/day-problem.ts';
import type { DayRoute } from '#domain/scheduling/day-route.ts';
import { localDate } from '#domain/time/zone.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { HeldOrder } from './hold-order.ts';
import { daysOf, type JudgedOrder } from './judge-order.ts';
import { type PlacedVisit, placeVisit } from './place-visit.ts';
import { routeOf, type TechnicianDays } from './technician-day.ts';

/** One order and the events that it goes through by a command. */
export interface OrderStep {
  before: Order;
  /** What time alone had brought about before the command, each at its own instant. */
  due?: readonly DueEvent[];
  events: readonly OrderEvent[];
}

/** Entering one of these states gives up the order's place in the technician's day. */
const PLACELESS: ReadonlySet<OrderStatus> = new Set<OrderStatus>([
  'draft',
  'in_review',
  'remote_handling',
  'pending_dispatch',
  'pending_appointment',
  'on_hold_customer',
  'cancelled',
  'merged',
  'unserviceable',
  'retained',
]);

/**
 * The steps that follow from an accepted command: the order's own events with its new place in a day, or none, and
 * `visit.planned` for every other visit that is pushed by it or reached otherwise now.
 */
export function retimeDays(judged: JudgedOrder): OrderStep[] {
  const { held, decision, now, due, current } = judged;
  const before = held.order;
  const after = decision.events.reduce((order, event) => evolveOrder(order, event, now), current);
  const placed = newPlace(judged, after);
  const own = placed === 'keeps' ? after.planned : (placed?.slot ?? null);
  const steps: OrderStep[] = [
    { before, due, events: [...decision.events, ...plannedEvents(after.planned, own)] },
  ];
  if (placed !== 'keeps' && placed) steps.push(...pushedSteps(placed.route, held));
  const left = leftDay(judged, own);
  if (left) steps.push(...pushedSteps(left, held));
  for (const route of companionDays(judged, { ...after, planned: own }))
    steps.push(...pushedSteps(route, held));
  return steps;
}

/** E-101: the days of who goes along, or did, timed with the visit where it stands now. */
function companionDays({ held, standard, now }: JudgedOrder, after: Order): DayRoute[] {
  const before = held.order;
  const goers = new Set([before.companionId, after.companionId]);
  const stays = before.companionId === after.companionId && samePlace(before.planned, after.planned);
  const start = after.planned?.start ?? before.planned?.start;
  if (stays || start === undefined) return [];
  return [...goers].flatMap((technicianId) => {
    // whoever is in charge has had the own day timed above
    if (technicianId === null || technicianId === after.technicianId) return [];
    const days = daysOf(held, { technicianId, standard, now });
    if (!days) return [];
    const beside = [...(days.beside ?? []), ...(after.companionId === technicianId ? [after] : [])];
    return [routeOf({ ...days, beside }, localDate(start, standard.get('tz')))];
  });
}

/** Where the command puts the visit: nowhere (null), or at a place with the whole day timed around it. */
function newPlace({ held, placed, days }: JudgedOrder, after: Order): PlacedVisit | null | 'keeps' {
  const before = held.order;
  if (after.technicianId === null) return null;
  if (after.companionId !== before.companionId && after.technicianId === before.technicianId) return 'keeps';
  if (PLACELESS.has(after.status) && after.status !== before.status) return null;
  if (placed) return placed;
  if (!days || isUnderWay(after) || !PLANNABLE_STATUSES.has(after.status)) return 'keeps';
  if (after.place !== before.place && after.planned) return timedAnew(days, after, after.planned);
  const promise = currentAppointment(after);
  if (promise === null) return 'keeps';
  const promiseMoved = promise.version !== currentAppointment(before)?.version;
  return promiseMoved || after.planned === null ? (placeVisit(days, after) ?? 'keeps') : 'keeps';
}

/** The same place in the day of an order that turns out to be elsewhere: the ways there and on take another time. */
function timedAnew(days: TechnicianDays, order: Order, planned: PlannedSlot): PlacedVisit | 'keeps' {
  const date = localDate(planned.start, days.standard.get('tz'));
  const route = routeOf({ ...days, orders: [...days.orders, order] }, date);
  const slot = route.stops.find(({ orderId }) => orderId === order.id)?.planned;
  return slot ? { date, route, slot } : 'keeps';
}

/** The day that the visit has left, timed without it; null when it stays in the same technician's same day. */
function leftDay(judged: JudgedOrder, own: PlannedSlot | null): DayRoute | null {
  const { held, standard, now } = judged;
  const was = held.order.planned;
  if (was === null) return null;
  const tz = standard.get('tz');
  const date = localDate(was.start, tz);
  if (own?.technicianId === was.technicianId && localDate(own.start, tz) === date) return null;
  const days = daysOf(held, { technicianId: was.technicianId, standard, now });
  return days && routeOf(days, date);
}

/** Only orders that this command holds are moved. */
function pushedSteps(route: DayRoute, { others, holdsOthers }: HeldOrder): OrderStep[] {
  const orders = new Map(holdsOthers ? others.map((order) => [order.id, order]) : []);
  return route.stops.flatMap(({ orderId, planned }) => {
    const before = orders.get(orderId);
    const events = before ? plannedEvents(before.planned, planned) : [];
    return before && events.length > 0 ? [{ before, events }] : [];
  });
}

/** What tells that a visit has another place in the day than before; nothing where it has not. */
export function plannedEvents(was: PlannedSlot | null, planned: PlannedSlot | null): OrderEvent[] {
  return samePlace(was, planned) ? [] : [{ type: 'visit.planned', data: { planned } }];
}

/** The same time, technician and way there? */
export function samePlace(a: PlannedSlot | null, b: PlannedSlot | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.technicianId === b.technicianId &&
    a.start === b.start &&
    a.end === b.end &&
    a.travelSeconds === b.travelSeconds &&
    a.travelMetres === b.travelMetres
  );
}
