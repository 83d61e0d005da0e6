import type { Appointment, AppointmentOutcome, ChangeRequest } from '../appointment/appointment.ts';
import type { Instant, OrderId, TechnicianId } from '../base/brand.ts';
import type { ContactAttempt } from '../contact/contact-attempt.ts';
import type { PlannedSlot, Visit } from '../visit/visit.ts';
import type { Order, OrderPlace, Pause } from './order.ts';
import type { OrderStatus } from './order-status.ts';

/**
 * What happened to an order, past tense. `evolveOrder(order, event)` folds them; nothing else changes an order.
 * They carry no personal data. `at` of the envelope is the server's clock.
 */
export interface OrderEvents {
  'order.taken_in': { order: Order };
  'order.reviewed': Record<never, never>;
  'order.remote_started': Record<never, never>;
  'order.remote_ended': { solved: boolean };
  'order.dispatched': { technicianId: TechnicianId };
  'order.reassigned': { from: TechnicianId; technicianId: TechnicianId; reason: string | null };
  'order.unassigned': { from: TechnicianId; reason: string };
  'order.accepted': { technicianId: TechnicianId };
  'order.returned': { from: TechnicianId; reason: string };
  'order.mismatched': { field: string; causedBy: 'customer' | 'company' };
  'order.verified': Record<never, never>;
  'order.placed': { place: OrderPlace };
  'order.merged': { into: OrderId };
  'order.cancelled': { by: 'customer' | 'company'; reason: string };
  'order.resolved': { causeSide: 'central_office' | 'third_party' | 'customer_side' | null };
  'order.replied': Record<never, never>;
  'contact.attempted': ContactAttempt;
  'appointment.confirmed': { appointment: Appointment };
  'appointment.changed': { appointment: Appointment; superseded: number };
  'appointment.change_requested': { request: ChangeRequest };
  'appointment.change_ended': { state: 'refused' | 'withdrawn' | 'lapsed' | 'agreed' };
  'appointment.cancelled': { cause: string; reason: string };
  'appointment.ended': { outcome: Exclude<AppointmentOutcome, null> };
  'appointment.late_declared': { eta: Instant; reason: string; contactedAt: Instant };
  'hold.started': { pause: Pause };
  'hold.ended': { resumesAt: Instant; status: OrderStatus };
  /** The visit's own state after the step; `status` of the order when the step moves it. */
  'visit.stepped': { step: string; visit: Visit; status: OrderStatus | null; occurredAt: Instant | null };
  'coordination.acknowledged': Record<never, never>;
  'coordination.done': Record<never, never>;
  /** The order's place in a technician's day changed (null = taken out of every day). Written with the event that caused it. */
  'visit.planned': { planned: PlannedSlot | null };
}
export type OrderEventType = keyof OrderEvents;
export type OrderEvent = { [T in OrderEventType]: { type: T; data: OrderEvents[T] } }[OrderEventType];
