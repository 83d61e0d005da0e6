import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Appointment, AppointmentOutcome } from './appointment.ts';
import { servableAppointment } from './current.ts';
import { withRuledCause } from './rule-cause.ts';

/** The promises after a change of the one that stands. */
function withStanding(order: Order, change: Partial<Appointment>): readonly Appointment[] {
  const standing = servableAppointment(order);
  return order.appointments.map((one) => (one.version === standing?.version ? { ...one, ...change } : one));
}

/** The promises after something became of the one that stands. */
function endStanding(order: Order, outcome: AppointmentOutcome, at: Instant): readonly Appointment[] {
  return withStanding(order, { outcome, endedAt: at });
}

/** What became of a promise; one that was missed stays missed, whatever is agreed afterwards. */
function withOutcome(promise: Appointment, outcome: AppointmentOutcome, at: Instant): Appointment {
  return promise.outcome === null ? { ...promise, outcome, endedAt: at } : promise;
}

/** An open change request is void when the promise that it was to move is taken back. */
function withdrawn({ changeRequest }: Order): Order['changeRequest'] {
  return changeRequest?.state === 'notifying' ? { ...changeRequest, state: 'withdrawn' } : changeRequest;
}

/** Promises, their changes, contacts, holds and pauses. Null for events of other nouns. */
export function evolveAppointment(order: Order, event: OrderEvent, at: Instant): Order | null {
  switch (event.type) {
    case 'contact.attempted':
      return {
        ...order,
        contacts: [...order.contacts, event.data],
        verifiedAt:
          event.data.outcome === 'connected' && event.data.contentConfirmed && !hasOpenMismatch(order)
            ? event.data.at
            : order.verifiedAt,
      };
    case 'appointment.confirmed': {
      const { appointment } = event.data;
      return {
        ...order,
        status: 'appointed',
        hold: null,
        lastCause: event.data.cause ?? order.lastCause,
        cancelledPromise: null,
        appointments: [...order.appointments, appointment],
        companyChangeCount: order.companyChangeCount + (appointment.change?.counted ? 1 : 0),
      };
    }
    case 'appointment.changed': {
      const { appointment } = event.data;
      return {
        ...order,
        status: order.status === 'in_progress' ? 'appointed' : order.status,
        appointments: [
          ...order.appointments.map((one) =>
            one.version === event.data.superseded ? withOutcome(one, 'superseded', at) : one,
          ),
          appointment,
        ],
        changeRequest: null,
        companyChangeCount: order.companyChangeCount + (appointment.change?.counted ? 1 : 0),
        lastCause: appointment.change?.cause ?? order.lastCause,
      };
    }
    case 'appointment.change_requested':
      return { ...order, changeRequest: event.data.request };
    case 'appointment.change_ended':
      return {
        ...order,
        changeRequest: order.changeRequest ? { ...order.changeRequest, state: event.data.state } : null,
      };
    case 'appointment.cancelled':
      return {
        ...order,
        status: 'pending_appointment',
        lastCause: event.data.cause,
        changeRequest: withdrawn(order),
        appointments: order.appointments.map((one) =>
          one.version === servableAppointment(order)?.version ? withOutcome(one, 'cancelled', at) : one,
        ),
        cancelledPromise: { ...event.data, at },
      };
    case 'appointment.cause_ruled':
      return withRuledCause(order, event.data);
    case 'appointment.ended':
      return {
        ...order,
        appointments: endStanding(order, event.data.outcome, at),
        lastCause: CAUSE_OF_OUTCOME[event.data.outcome] ?? order.lastCause,
      };
    case 'appointment.draft_moved':
      return order;
    case 'appointment.late_declared': {
      const first = servableAppointment(order)?.lateness;
      const contactedAt = Math.min(first?.contactedAt ?? event.data.contactedAt, event.data.contactedAt);
      const lateness = { ...event.data, contactedAt, declaredAt: first?.declaredAt ?? at };
      return { ...order, appointments: withStanding(order, { lateness }) };
    }
    case 'hold.started':
      return {
        ...order,
        ...(event.data.pastLimit ? { holdsPastLimit: [...(order.holdsPastLimit ?? []), at] } : {}),
        status: 'on_hold_customer',
        lastCause: event.data.undecided ? order.lastCause : 'customer',
        hold: {
          reason: event.data.reason,
          // a review of a wait that has begun by itself begins no other
          since: order.status === 'on_hold_customer' && order.hold ? order.hold.since : at,
          until: event.data.until,
          ...(event.data.undecided ? { undecided: true } : {}),
        },
      };
    case 'hold.ended':
      return {
        ...order,
        status: event.data.status,
        hold: event.data.reached && order.hold ? { ...order.hold, reachedAt: at } : null,
      };
    case 'clock.paused':
      return { ...order, pauses: [...order.pauses, event.data.pause] };
    case 'clock.resumed': {
      const last = order.pauses.at(-1);
      return last
        ? { ...order, pauses: [...order.pauses.slice(0, -1), { ...last, until: event.data.at }] }
        : order;
    }
    default:
      return null;
  }
}

/** Who is behind a visit that nobody let in (NOAN-05). */
const CAUSE_OF_OUTCOME: Partial<Record<NonNullable<AppointmentOutcome>, Order['lastCause']>> = {
  missed_customer: 'customer',
  missed_company: 'company',
};

function hasOpenMismatch(order: Order): boolean {
  return order.mismatches.some(({ correctedAt }) => correctedAt === null);
}
