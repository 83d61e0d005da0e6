import { servableAppointment } from '../appointment/current.ts';
import type { DecisionContext } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { MINUTE } from '../time/zone.ts';
import { promiseServed } from './no-answer-clock.ts';
import type { Visit } from './visit.ts';

/** Whether the crew stood at the door by the end of the promise that it serves (APPT-14, TRAV-02); one already missed was not kept. */
export function cameInTime(order: Order, visit: Visit, standard: ResolvedStandard): boolean {
  const promise = promiseServed(order, visit);
  if (!promise || promise.outcome === 'missed_company' || visit.arrivedAt === null) return false;
  return visit.arrivedAt <= promise.end + standard.get('arrive.graceMin') * MINUTE;
}

/**
 * What the trip makes of its promise (APPT-14, TRAV-02; KPI-02, KPI-17), told to the ledger once: kept by an arrival in time; a late one
 * keeps it late only where somebody was let in, else it was missed by us (§22.2).
 */
export function promiseMet(
  order: Order,
  visit: Visit,
  { standard, now }: Pick<DecisionContext, 'standard' | 'now'>,
): readonly OrderEvent[] {
  const promise = servableAppointment(order);
  if (!promise || promise.version !== promiseServed(order, visit)?.version) return [];
  const due = promise.end + standard.get('arrive.graceMin') * MINUTE;
  const late = visit.enteredAt === null ? 'missed_company' : 'kept_late';
  const outcome = (visit.arrivedAt ?? now) <= due ? 'kept' : late;
  return [{ type: 'appointment.ended', data: { outcome } }];
}
