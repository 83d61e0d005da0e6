import { currentAppointment } from '#domain/appointment/current.ts';
import type { Booking } from '#domain/order/decision.ts';
import type { Order } from '#domain/order/order.ts';
import { isPushedOffLock } from '#domain/order/place-lock.ts';
import type { PlacedVisit } from './place-visit.ts';
import { stopsOf, type TechnicianDays } from './technician-day.ts';

/**
 * The other visits as the rules must see them. A visit that the new one pushes and that is still in time stands where it
 * is pushed to; one that would be late for its promise stands where it is, so that the clash is seen.
 */
export function bookingsOf(days: TechnicianDays, order: Order, placed: PlacedVisit | null): Booking[] {
  const moved = new Map(placed?.route.stops.map((stop) => [stop.orderId, stop.planned]));
  const late = new Set(placed?.route.late.filter(({ promised }) => promised).map(({ orderId }) => orderId));
  const own = placed ? stopsOf(days, placed.date) : days.orders;
  const stops = [...own, ...(days.beside ?? [])];
  return stops.flatMap((stop) => {
    const planned = late.has(stop.id) ? stop.planned : (moved.get(stop.id) ?? stop.planned);
    if (!planned || stop.id === order.id) return [];
    return [
      {
        orderId: stop.id,
        start: planned.start,
        end: planned.end,
        promised: currentAppointment(stop) !== null,
        pushedOffLock: isPushedOffLock(stop, moved.get(stop.id)?.start ?? planned.start),
      },
    ];
  });
}
