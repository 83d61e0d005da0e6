import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { isVisitOpen } from '#domain/visit/visit-open.ts';
import { type Tone, toneOf } from '../../ui/tone.ts';
import type { Scale } from './scale.ts';

/** One visit as the timeline draws it. Instants; the row turns them into pixels. */
export interface Bar {
  readonly order: Order;
  readonly tone: Tone;
  /** Work in the home: as it happened where it has happened, else as planned. */
  readonly from: Instant;
  readonly to: Instant;
  /** When the journey there begins; equals `from` when there is none to draw. */
  readonly travelFrom: Instant;
  /** Has the technician arrived? Then `from` is no longer a plan. */
  readonly begun: boolean;
  /** The promised window of the start; `start = end` for a point promise. */
  readonly promise: { readonly start: Instant; readonly end: Instant } | null;
  /** Minutes the start may still slip within the promise; null without a promise or once begun. */
  readonly slackMin: number | null;
  /** Whole minutes past the promise with nobody there; 0 in time. */
  readonly overdueMin: number;
}

/** The bars of one technician on the hours of `scale`, in time order. `now` bounds a visit that still runs. */
export function dayBars(visits: readonly Order[], scale: Scale, now: Instant): readonly Bar[] {
  const bars: Bar[] = [];
  for (const order of visits) {
    const times = barTimes(order, now);
    if (!times || times.to <= scale.from || times.travelFrom >= scale.to) continue;
    const promise = currentAppointment(order) ?? order.appointments.at(-1) ?? null;
    const waiting = promise !== null && promise.outcome === null && !times.begun;
    const overdueMin = waiting ? Math.max(0, Math.floor((now - promise.end) / 60_000)) : 0;
    bars.push({
      ...times,
      order,
      tone: toneOf(order, overdueMin > 0),
      promise: promise && { start: promise.start, end: promise.end },
      slackMin: waiting ? Math.floor((promise.end - times.from) / 60_000) : null,
      overdueMin,
    });
  }
  return bars;
}

/** When a visit was, is or shall be; null for an order that stands in nobody's day. */
export function barTimes(
  order: Order,
  now: Instant,
): Pick<Bar, 'from' | 'to' | 'travelFrom' | 'begun'> | null {
  const { planned } = order;
  const trip = order.visits.at(-1);
  const counts = trip && (isVisitOpen(trip) || order.completedAt !== null || planned === null);
  if (trip?.arrivedAt && counts) {
    const from = trip.arrivedAt;
    const expected = from + (planned ? planned.end - planned.start : order.durationMin * 60_000);
    // a trip that ended at the door, or without its work, takes no more of the day (E-37)
    const ended = trip.finishedAt ?? trip.leftAt ?? (isVisitOpen(trip) ? null : order.completedAt);
    const to = ended ?? Math.max(now, expected);
    return { from, to: Math.max(to, from + 60_000), travelFrom: trip.enRouteAt ?? from, begun: true };
  }
  if (!planned) return null;
  const travelFrom = planned.start - planned.travelSeconds * 1000;
  return { from: planned.start, to: planned.end, travelFrom, begun: false };
}
