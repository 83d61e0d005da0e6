import { currentAppointment } from '#domain/appointment/current.ts';
import type { Booking } from '#domain/order/decision.ts';
import type { Order } from '#domain/order/order.ts';

/** The other visits that still stand in a technician's days, as DISP-08 must see them beside one order. */
export function bookingsBeside(order: Order, visits: readonly Order[]): readonly Booking[] {
  return visits.flatMap((other) => {
    const { planned } = other;
    if (other.id === order.id || planned === null || other.completedAt !== null) return [];
    return [
      {
        orderId: other.id,
        start: planned.start,
        end: planned.end,
        promised: currentAppointment(other) !== null,
      },
    ];
  });
}
