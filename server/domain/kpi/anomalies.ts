import type { Instant } from '../base/brand.ts';
import { performersOf } from '../order/companion.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { MINUTE } from '../time/zone.ts';
import { workDueOf } from '../timer/effective-deadline.ts';
import { lateTimes } from '../visit/device-clock.ts';
import { observeMinutes } from '../visit/observe-minutes.ts';
import type { Visit } from '../visit/visit.ts';
import { ratedOnWorkDevice } from './devices.ts';

/** Something in an order's records that a figure should not be taken from unseen (RECD-02). */
export interface Anomaly {
  kind:
    | 'arrival_outside_fence'
    | 'finished_too_soon'
    | 'hold_after_deadline'
    | 'notice_entered_late'
    | 'told_late'
    | 'callback_by_performer'
    | 'same_signature'
    | 'rated_on_work_device'
    | 'device_rates_several';
  at: Instant;
}

/** Work in a home that took less than this is looked at (our choice). */
const SOON_MIN = 5;

/** The marks of an order for the auditor's list (RECD-02); they judge nothing and change no figure. */
export function anomaliesOf(order: Order, standard: ResolvedStandard, now: Instant): readonly Anomaly[] {
  const fence = standard.get('arrive.geofenceM');
  const skew = standard.get('offline.maxSkewMin') * MINUTE;
  const found: Anomaly[] = [];
  for (const visit of order.visits) {
    const { arrivedAt, arrivalDistanceM, enteredAt, finishedAt } = visit;
    for (const { received } of lateTimes(visit, standard)) found.push({ kind: 'told_late', at: received });
    if (arrivedAt !== null && (arrivalDistanceM ?? 0) > fence)
      found.push({ kind: 'arrival_outside_fence', at: arrivedAt });
    if (enteredAt !== null && finishedAt !== null && workedMs(order, visit, standard) < SOON_MIN * MINUTE)
      found.push({ kind: 'finished_too_soon', at: finishedAt });
  }
  for (const at of holdsPastLimit(order, standard, now)) found.push({ kind: 'hold_after_deadline', at });
  for (const { change, confirmedAt } of order.appointments)
    if (change?.counted && confirmedAt - change.notifiedAt > skew)
      found.push({ kind: 'notice_entered_late', at: confirmedAt });
  const performers = performersOf(order);
  for (const { agent, at } of order.callbacks)
    if (performers.has(agent)) found.push({ kind: 'callback_by_performer', at });
  return [...found, ...ratedOnWorkDevice(order)].toSorted((a, b) => a.at - b.at);
}

/** Waits that began when the limit had passed, also those that are over; of older logs only the one that stands is known. */
function holdsPastLimit(order: Order, standard: ResolvedStandard, now: Instant): readonly Instant[] {
  if (order.holdsPastLimit) return order.holdsPastLimit;
  const due = workDueOf(order, standard, now);
  return order.hold && due !== null && order.hold.since > due ? [order.hold.since] : [];
}

/** Time in the home, milliseconds, without the watch that a repair has to be given (SITE-10). */
function workedMs(order: Order, visit: Visit, standard: ResolvedStandard): number {
  const { enteredAt, finishedAt, observeStartedAt } = visit;
  if (enteredAt === null || finishedAt === null) return 0;
  const watched = observeStartedAt === null ? 0 : observeMinutes(order, standard) * MINUTE;
  return finishedAt - enteredAt - watched;
}

/** Signatures that are the very same image as one on another order (RECD-02): nobody signs twice alike. By order. */
export function repeatedSignatures(orders: readonly Order[]): ReadonlyMap<string, readonly Anomaly[]> {
  const signed = orders.flatMap(({ id, visits }) =>
    visits.flatMap(({ signature, signedAt }) =>
      signature?.hash && signedAt !== null ? [{ id, hash: signature.hash, at: signedAt }] : [],
    ),
  );
  const ordersOf = Map.groupBy(signed, ({ hash }) => hash);
  const found = new Map<string, Anomaly[]>();
  for (const one of signed) {
    if (ordersOf.get(one.hash)?.every(({ id }) => id === one.id)) continue;
    found.set(one.id, [...(found.get(one.id) ?? []), { kind: 'same_signature', at: one.at }]);
  }
  return found;
}
