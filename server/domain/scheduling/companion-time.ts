/** When somebody is taken because they go along on another's visit (E-101). */
import type { Instant, TechnicianId } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import { PLANNABLE_STATUSES } from '../order/order-status.ts';
import { localDate } from '../time/zone.ts';
import { currentVisit } from '../visit/current-visit.ts';
import type { Break, Seconds } from './model.ts';

/** Of a day: the times that are taken, each to begin at its instant, and until when it is taken already. */
export interface CompanionTime {
  readonly breaks: readonly Break[];
  readonly until: Seconds;
}

export interface CompanionDay {
  readonly date: string;
  readonly tz: string;
  readonly nowSeconds: Seconds;
  /** Seconds of the whole minute at or after an instant. */
  readonly toMinute: (at: Instant) => Seconds;
}

/**
 * The visits of others on which a technician goes along that day, from when those set out until the work is planned to end. Like a break it
 * holds the time and no place: whence the companion comes, and goes on, is near enough the way of the one in charge.
 */
export function companionTime(
  technicianId: TechnicianId,
  orders: Iterable<Order>,
  { date, tz, nowSeconds, toMinute }: CompanionDay,
): CompanionTime {
  const breaks: Break[] = [];
  let until = 0;
  for (const order of orders) {
    const { planned } = order;
    const underWay = currentVisit(order) !== null;
    if (order.companionId !== technicianId || !planned) continue;
    if (!underWay && !PLANNABLE_STATUSES.has(order.status)) continue;
    if (localDate(planned.start, tz) !== date) continue;
    const from = toMinute(planned.start - planned.travelSeconds * 1000);
    const ends = toMinute(planned.end);
    if (underWay || from < nowSeconds) until = Math.max(until, ends);
    else breaks.push({ from, until: from, durationSeconds: ends - from });
  }
  return { breaks: breaks.toSorted((a, b) => a.from - b.from), until };
}
