import type { Instant } from '../base/brand.ts';
import { asks, blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Booking } from '../order/decision.ts';
import type { Order } from '../order/order.ts';

/** A time in which the technician would be busy with the order; `start` includes the travel to it where that is known. */
export interface BusySpan {
  start: Instant;
  end: Instant;
}

/**
 * DISP-08: the technician's book is checked; touching ends do not overlap. A promised visit in the way needs an approval, one that
 * nobody was promised is only pointed out, since it may be moved. LOCK: one that is locked to its time is not pushed off it.
 */
export function judgeBookings(
  order: Order,
  span: BusySpan | null,
  bookings: readonly Booking[],
): readonly Finding[] {
  if (!span) return [];
  const locked = bookings.filter(({ pushedOffLock }) => pushedOffLock).map(({ orderId }) => orderId);
  if (locked.length > 0) return [blocks('LOCK', { orders: locked }, 'unlock_first')];
  const taken = bookings.filter(
    (other) => other.orderId !== order.id && other.start < span.end && span.start < other.end,
  );
  const facts = (list: readonly Booking[]) => ({
    orders: list.map(({ orderId }) => orderId),
    startAt: span.start,
    endAt: span.end,
  });
  const promised = taken.filter((other) => other.promised);
  if (promised.length > 0) return [asks('DISP-08', 'dispatcher', facts(promised), 'offer_other_time')];
  return taken.length > 0 ? [warns('DISP-08', facts(taken), 'offer_other_time')] : [];
}
