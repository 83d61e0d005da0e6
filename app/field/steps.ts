import { servableAppointment } from '#domain/appointment/current.ts';
import type { Order } from '#domain/order/order.ts';
import { DESK_TYPES, type OrderType } from '#domain/order/order-type.ts';
import { currentVisit, finishedVisit } from '#domain/visit/current-visit.ts';
import type { Visit } from '#domain/visit/visit.ts';

/** The steps of a visit as the wizard shows them (service-standard §22.3, SITE-24). */
export const STEPS = [
  'accept',
  'call',
  'promise',
  'verify',
  'depart',
  'arrive',
  'enter',
  'work',
  'activate',
  'test',
  'observe',
  'sign',
  'finish',
  'resolve',
  'reply',
] as const;
export type StepName = (typeof STEPS)[number];
/** `waiting`: nothing for the technician to do until somebody else has. */
export type FieldStep = StepName | 'waiting' | 'closed';

/**
 * What the technician does next. It reads what has happened and decides nothing: whether the step may be taken is the
 * rules' to say.
 */
export function stepOf(order: Order): FieldStep {
  switch (order.status) {
    case 'dispatched':
      return 'accept';
    case 'accepted':
    case 'pending_appointment':
      return beforePromise(order);
    case 'appointed':
      return awaitsAcceptance(order) ? 'accept' : beforeDeparture(order);
    case 'in_progress':
      return onTrip(order, currentVisit(order));
    case 'resolved':
      return 'reply';
    case 'replied':
    case 'callback':
    case 'closed':
    case 'cancelled':
    case 'retained':
    case 'merged':
    case 'unserviceable':
      return 'closed';
    default:
      return 'waiting';
  }
}

/** The steps that this order goes through, for "step 3 of 12". */
export function stepsFor(type: OrderType): readonly StepName[] {
  if (DESK_TYPES.has(type)) return ['accept', 'call', 'resolve', 'reply'];
  return STEPS.filter((step) => {
    // Checking the details is a step of its own only where the call has not settled them.
    if (step === 'verify') return false;
    if (step === 'observe') return type === 'fault';
    if (step === 'activate' || step === 'test') return type !== 'remove' && type !== 'inspection';
    return true;
  });
}

function beforePromise(order: Order): FieldStep {
  const reached = lastContact(order)?.outcome === 'connected';
  if (!reached) return 'call';
  return DESK_TYPES.has(order.type) ? 'resolve' : 'promise';
}

function beforeDeparture(order: Order): FieldStep {
  // a promise that was missed is still gone to, late (E-37); another time for it is the dispatcher's to agree
  if (servableAppointment(order) === null) return beforePromise(order);
  return order.verifiedAt === null ? 'verify' : 'depart';
}

/** Somebody new was put in charge after the promise was made: they accept first (CHG-07, DISP-10). */
function awaitsAcceptance(order: Order): boolean {
  const assignment = order.assignments.at(-1);
  return assignment !== undefined && assignment.endedAt === null && assignment.acceptedAt === null;
}

function onTrip(order: Order, visit: Visit | null): FieldStep {
  if (!visit) return finishedVisit(order) ? 'resolve' : 'waiting';
  if (visit.status === 'en_route') return 'arrive';
  if (visit.enteredAt === null) return 'enter';
  if (visit.workStartedAt === null) return 'work';
  const steps = stepsFor(order.type);
  if (steps.includes('activate') && visit.activatedAt === null) return 'activate';
  if (steps.includes('test') && visit.testedAt === null) return 'test';
  if (steps.includes('observe') && visit.observeStartedAt === null) return 'observe';
  return visit.signedAt === null ? 'sign' : 'finish';
}

function lastContact(order: Order) {
  const { dispatchedAt } = order;
  return order.contacts.findLast((contact) => dispatchedAt === null || contact.at >= dispatchedAt);
}
