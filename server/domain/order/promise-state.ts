import { currentAppointment, servableAppointment } from '../appointment/current.ts';
import type { Instant } from '../base/brand.ts';
import type { ExpectedVisit } from '../scheduling/expected-day.ts';
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
 * The state of the order's promise for the boards. Expected arrival is what the running day lets expect (`expected-day.ts`) where that
 * is known, else a declared ETA, else the planned start of the visit, else now. A promise is at risk when it will be missed so, when
 * nobody will come, or when nobody has left though only the reserve that the plan should have is left (TRAV-01, TRAV-04).
 */
export function promiseState(
  order: Order,
  now: Instant,
  standard: ResolvedStandard,
  visit?: Pick<ExpectedVisit, 'beginAt'>,
): PromiseState {
  const last = currentAppointment(order) ?? order.appointments.at(-1);
  if (!last) return { state: 'none', slackMin: null };
  if (last.outcome === 'kept' || last.outcome === 'missed_customer') return { state: 'kept', slackMin: null };
  if (last.outcome === 'kept_late') return { state: 'broken', slackMin: null };
  const promise = servableAppointment(order);
  if (!promise) return { state: 'none', slackMin: null };
  const due = promise.end + standard.get('arrive.graceMin') * MINUTE;
  const visiting = currentVisit(order);
  // a split install has two promises: the visit that kept the first keeps nothing of the second (SITE-01)
  const trip = visiting && keptBefore(order, visiting.promiseVersion, promise.version) ? null : visiting;
  if (trip?.arrivedAt != null) {
    const slackMin = Math.floor((due - trip.arrivedAt) / MINUTE);
    return { state: trip.arrivedAt <= due ? 'kept' : 'broken', slackMin };
  }
  const expected = Math.max(visit?.beginAt ?? promise.lateness?.eta ?? order.planned?.start ?? now, now);
  const slackMin = Math.floor((due - expected) / MINUTE);
  if (promise.outcome === 'missed_company' || now > due) return { state: 'broken', slackMin };
  const reserve = (standard.get('arrive.earlyMin') + standard.get('travel.bufferMin')) * MINUTE;
  const notYetLeft = trip === null && now > promise.start - reserve;
  const nobody = visit?.beginAt === null;
  return { state: slackMin < 0 || notYetLeft || nobody ? 'at_risk' : 'on_track', slackMin };
}

/** Did the visit that was made for one promise keep that one, where another is looked at? */
function keptBefore({ appointments }: Order, madeFor: number, looked: number): boolean {
  const outcome = appointments.find(({ version }) => version === madeFor)?.outcome;
  return madeFor !== looked && (outcome === 'kept' || outcome === 'kept_late');
}
