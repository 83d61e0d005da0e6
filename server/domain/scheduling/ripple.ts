import { servableAppointment } from '../appointment/current.ts';
import type { Instant, TechnicianId } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import { PLANNABLE_STATUSES } from '../order/order-status.ts';
import { isUnderWay } from './day-problem.ts';
import type { Expectations } from './expected-area.ts';

/** Why a visit of today will not be as it should be. */
export type TroubleCause =
  /** The technician will be too late. */
  | 'late'
  /** The technician is off duty. */
  | 'absent'
  /** It stands in nobody's day although it was promised for today. */
  | 'nobody'
  /** An emergency line that waits for somebody. */
  | 'urgent';

/** A visit that needs somebody to act. */
export interface TroubledVisit {
  readonly order: Order;
  readonly cause: TroubleCause;
  readonly technicianId: TechnicianId | null;
  readonly promise: { readonly start: Instant; readonly end: Instant } | null;
  /** Expected begin; null when nobody will come. */
  readonly beginAt: Instant | null;
  readonly lateMin: number;
  /** The customer has been told of this lateness (CHG-05, TRAV-03) or of a request to change: nothing is left but to keep word. */
  readonly isTold: boolean;
}

const CAUSE_ORDER: readonly TroubleCause[] = ['urgent', 'absent', 'nobody', 'late'];

/**
 * SCHD-11: the visits that the day, left as it is, will not serve as it should, those that press first in front: not told before told,
 * then by the promised time.
 */
export function troublesOf(expected: Expectations, orders: Iterable<Order>): readonly TroubledVisit[] {
  const troubles: TroubledVisit[] = [];
  for (const order of orders) {
    const visit = expected.get(order.id);
    const cause = causeOf(order, visit);
    if (cause === null) continue;
    const promise = servableAppointment(order);
    const told = promise?.lateness?.eta;
    const beginAt = visit?.beginAt ?? null;
    troubles.push({
      order,
      cause,
      technicianId: visit?.technicianId ?? null,
      promise: promise && { start: promise.start, end: promise.end },
      beginAt,
      lateMin: visit?.lateMin ?? 0,
      isTold:
        order.changeRequest?.state === 'notifying' ||
        (told !== undefined && beginAt !== null && beginAt <= told + TOLD_WITHIN_MS),
    });
  }
  return troubles.sort(
    (a, b) =>
      Number(a.isTold) - Number(b.isTold) ||
      pressing(a) - pressing(b) ||
      CAUSE_ORDER.indexOf(a.cause) - CAUSE_ORDER.indexOf(b.cause) ||
      (a.order.id < b.order.id ? -1 : 1),
  );
}

/** A time that was told still holds when the visit is expected no later than this after it (our choice). */
const TOLD_WITHIN_MS = 5 * 60_000;

function causeOf(order: Order, visit: ReturnType<Expectations['get']>): TroubleCause | null {
  const isWaiting = PLANNABLE_STATUSES.has(order.status);
  if (visit === undefined)
    return order.emergencyLine && isWaiting && order.technicianId === null ? 'urgent' : null;
  const arrived = isUnderWay(order) && order.visits.at(-1)?.arrivedAt != null;
  if (visit.beginAt === null) {
    if (visit.technicianId !== null) return 'absent';
    return order.emergencyLine ? 'urgent' : 'nobody';
  }
  return visit.lateMin > 0 && !arrived ? 'late' : null;
}

function pressing({ cause, promise, order }: TroubledVisit): number {
  return cause === 'urgent' ? 0 : (promise?.start ?? order.planned?.start ?? Number.POSITIVE_INFINITY);
}
