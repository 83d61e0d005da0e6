import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { DayRoute } from '#domain/scheduling/day-route.ts';
import { instantOf, localDate } from '#domain/time/zone.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import { routeOf, type TechnicianDays } from './technician-day.ts';

/** Where the sender wants the visit: at a time, behind another order (null = first), or wherever it fits best. */
export interface Placement {
  at?: Instant | undefined;
  after?: OrderId | null | undefined;
}

export interface PlacedVisit {
  date: string;
  route: DayRoute;
  slot: PlannedSlot;
}

const DAY_MS = 86_400_000;

/**
 * Finds the visit's place in the technician's days: on the day of its promise, else of the time or neighbour asked for,
 * else today where that needs no overtime, else tomorrow. Null when the order is under way and has its place for good.
 */
export function placeVisit(days: TechnicianDays, order: Order, wish: Placement = {}): PlacedVisit | null {
  const { now, standard } = days;
  const tz = standard.get('tz');
  const promise = currentAppointment(order);
  const neighbour = wish.after ? days.orders.find(({ id }) => id === wish.after) : undefined;
  const fixed = promise?.start ?? wish.at ?? neighbour?.planned?.start;
  if (fixed !== undefined) return placedOn(days, order, localDate(fixed, tz), wish);

  const today = localDate(now, tz);
  const placed = placedOn(days, order, today, wish);
  if (!placed || wish.after === null || !runsOver(days, placed)) return placed;
  const tomorrow = localDate(now + DAY_MS, tz);
  const later = placedOn(days, order, tomorrow, wish);
  return later && !runsOver(days, later) ? later : placed;
}

function placedOn(days: TechnicianDays, order: Order, date: string, wish: Placement): PlacedVisit | null {
  const route = routeOf(days, date, {
    orders: [order],
    ...(wish.at === undefined ? {} : { at: wish.at }),
    ...(wish.after === undefined ? {} : { after: wish.after }),
  });
  const slot = route.stops.find(({ orderId }) => orderId === order.id)?.planned;
  return slot ? { date, route, slot } : null;
}

function runsOver({ technician, standard }: TechnicianDays, { date, route }: PlacedVisit): boolean {
  const shiftEnd = instantOf(date, technician.shift.end, standard.get('tz'));
  return route.overtimeMin > 0 || route.stops.some(({ planned }) => planned.end > shiftEnd);
}
