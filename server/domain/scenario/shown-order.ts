import type { Appointment } from '../appointment/appointment.ts';
import { currentAppointment } from '../appointment/current.ts';
import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import type { OrderStatus } from '../order/order-status.ts';
import { promiseState } from '../order/promise-state.ts';
import { isOpenOutage } from '../outage/judge-outage.ts';
import type { Outage } from '../outage/outage.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';

/**
 * The promise that a story asks about: the one that stands, else the last. An arrival in time has kept it (§22.2, as the board shows),
 * although that is written down only when the door opens: nobody may answer yet (NOAN-05).
 */
export function shownPromise(
  order: Order,
  standard: ResolvedStandard,
  now: Instant,
): Pick<Appointment, 'start' | 'end' | 'outcome' | 'version'> | null {
  const promise = currentAppointment(order) ?? order.appointments.at(-1);
  if (!promise) return null;
  const { start, end, version } = promise;
  const kept = promise.outcome === null && promiseState(order, now, standard).state === 'kept';
  return { start, end, outcome: kept ? 'kept' : promise.outcome, version };
}

/**
 * The words for an order's state. The table's word for the child of an outage that waits is 并单; here it is linked and stays in the pool,
 * so that its customer can still be spoken with.
 */
export function statusWords(order: Order, outages: readonly Outage[]): readonly OrderStatus[] {
  const waits = order.status === 'draft' || order.status === 'pending_dispatch';
  const child = waits && outages.some((one) => one.id === order.outageId && isOpenOutage(one));
  return child ? [order.status, 'merged'] : [order.status];
}
