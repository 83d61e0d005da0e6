import { currentAppointment, servableAppointment } from '../appointment/current.ts';
import type { Instant } from '../base/brand.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { MINUTE } from '../time/zone.ts';
import { currentVisit } from '../visit/current-visit.ts';
import type { Order } from './order.ts';

/** How a promise stands, and how many minutes are left before it is broken (negative: broken by so much). */
export interface PromiseState {
  state: 'none' | 'kept' | 'on_track' | 'at_risk' | 'broken';
  /** Minutes between the expected arrival and the promised time; null without a promise. */
  slackMin: number | null;
}

/**
 * The state of the order's promise for the boards. Expected arrival is a declared ETA, else the planned start of the visit, else
 * now; a promise is at risk when that leaves less than the reserve the plan should have (TRAV-01, TRAV-04).
 */
export function promiseState(order: Order, now: Instant, standard: ResolvedStandard): PromiseState {
  const last = currentAppointment(order) ?? order.appointments.at(-1);
  if (!last) return { state: 'none', slackMin: null };
  if (last.outcome === 'kept' || last.outcome === 'missed_customer') return { state: 'kept', slackMin: null };
  if (last.outcome === 'kept_late') return { state: 'broken', slackMin: null };
  const promise = servableAppointment(order);
  if (!promise) return { state: 'none', slackMin: null };
  const due = promise.end + standard.get('arrive.graceMin') * MINUTE;
  const visit = currentVisit(order);
  if (visit?.arrivedAt != null) {
    const slackMin = Math.floor((due - visit.arrivedAt) / MINUTE);
    return { state: visit.arrivedAt <= due ? 'kept' : 'broken', slackMin };
  }
  const expected = Math.max(promise.lateness?.eta ?? order.planned?.start ?? now, now);
  const slackMin = Math.floor((due - expected) / MINUTE);
  if (promise.outcome === 'missed_company' || now > due) return { state: 'broken', slackMin };
  const reserve = (standard.get('arrive.earlyMin') + standard.get('travel.bufferMin')) * MINUTE;
  const notYetLeft = visit === null && now > promise.start - reserve;
  return { state: slackMin < 0 || notYetLeft ? 'at_risk' : 'on_track', slackMin };
}
