import type { Order } from '../order/order.ts';
import type { Appointment } from './appointment.ts';

/** The promise that stands now: the last version while nothing has become of it. Null when none does. */
export function currentAppointment(order: Order): Appointment | null {
  const last = order.appointments.at(-1);
  return last && last.outcome === null ? last : null;
}

/**
 * The promise that a visit still goes to: the current one, or one that was missed by us and not yet replaced.
 * A broken promise may still be served late (E-37).
 */
export function servableAppointment(order: Order): Appointment | null {
  const last = order.appointments.at(-1);
  return last && (last.outcome === null || last.outcome === 'missed_company') ? last : null;
}
