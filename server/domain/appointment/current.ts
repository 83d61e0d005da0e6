import type { Order } from '../order/order.ts';
import type { Appointment } from './appointment.ts';

/** The promise that stands now: the first version of which nothing has become yet. Null when none does. */
export function currentAppointment(order: Order): Appointment | null {
  return order.appointments.find(({ outcome }) => outcome === null) ?? null;
}

/**
 * The promise that a visit still goes to: the current one, or the last one when it was missed by us and not yet replaced.
 * A broken promise may still be served late (E-37).
 */
export function servableAppointment(order: Order): Appointment | null {
  const last = order.appointments.at(-1);
  const stillExpected = order.status === 'appointed' || order.status === 'in_progress';
  return currentAppointment(order) ?? (stillExpected && last?.outcome === 'missed_company' ? last : null);
}

/** The number that the next version of the promise gets; versions count from 1. */
export function nextVersion(order: Order): number {
  return (order.appointments.at(-1)?.version ?? 0) + 1;
}
