import type { Appointment } from '../appointment/appointment.ts';
import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { MINUTE } from '../time/zone.ts';
import { arrivalFor } from '../timer/promise-timers.ts';
import { timersOf } from '../timer/timers.ts';
import { countedVisit } from '../visit/device-clock.ts';
import type { OrderFacts } from './figure.ts';

/** One order with what the indicators ask of it at `now`, all of it by the times that figures may use (ARITH-06). */
export function orderFacts(order: Order, standard: ResolvedStandard, now: Instant): OrderFacts {
  const counted = countedOrder(order, standard);
  return { order: counted, standard, timers: timersOf(counted, standard, now) };
}

/** The order with the times of its trips as figures take them; clocks, refusals and screens go by the server's. */
export function countedOrder(order: Order, standard: ResolvedStandard): Order {
  const visits = order.visits.map((visit) => countedVisit(visit, standard));
  if (visits.every((visit, index) => visit === order.visits[index])) return order;
  const live = (at: Instant | null): Instant | null => {
    const index = at === null ? -1 : order.visits.findIndex(({ activatedAt }) => activatedAt === at);
    return visits[index]?.activatedAt ?? at;
  };
  const counted = {
    ...order,
    visits,
    restoredAt: live(order.restoredAt),
    activatedAt: live(order.activatedAt),
  };
  return {
    ...counted,
    appointments: order.appointments.map((promise) => ({
      ...promise,
      outcome: outcomeOf(counted, promise, standard),
    })),
  };
}

/** A promise whose visit was let in is kept by the time of the arrival that counts. */
function outcomeOf(order: Order, promise: Appointment, standard: ResolvedStandard): Appointment['outcome'] {
  if (promise.outcome !== 'kept_late' && promise.outcome !== 'missed_company') return promise.outcome;
  const visit = arrivalFor(order, promise);
  if (!visit || visit.arrivedAt === null || visit.enteredAt === null) return promise.outcome;
  const due = promise.end + standard.get('arrive.graceMin') * MINUTE;
  return visit.arrivedAt <= due ? 'kept' : promise.outcome;
}
