import { currentAppointment } from '../appointment/current.ts';
import type { Instant, TechnicianId } from '../base/brand.ts';
import { PHONE_FIELD } from '../hold/number-doubt.ts';
import { accompaniedBy, withoutCompanion } from './companion.ts';
import type { Assignment, Order } from './order.ts';
import type { OrderEvent } from './order-event.ts';

const replaceLast = <T>(list: readonly T[], change: (last: T) => T): readonly T[] =>
  list.length === 0 ? list : [...list.slice(0, -1), change(list.at(-1)!)];

const endAssignment = (order: Order, at: Instant): readonly Assignment[] =>
  replaceLast(order.assignments, (last) => (last.endedAt === null ? { ...last, endedAt: at } : last));

const giveBack = (order: Order, at: Instant): readonly Assignment[] =>
  replaceLast(endAssignment(order, at), (last) => ({ ...last, returned: true }));

const assign = (
  order: Order,
  technicianId: TechnicianId,
  at: Instant,
  insideNotice: boolean,
  accompanied: boolean,
) => [
  ...endAssignment(order, at),
  { technicianId, at, acceptedAt: null, endedAt: null, insideNotice, accompanied },
];

/** The order's way from intake to dispatch, acceptance and its ends. Null for events of other nouns. */
export function evolveProgress(order: Order, event: OrderEvent, at: Instant): Order | null {
  switch (event.type) {
    case 'order.reviewed':
      return { ...order, status: 'pending_dispatch', reviewedAt: at };
    case 'order.remote_started':
      return { ...order, status: 'remote_handling', remoteStartedAt: at };
    case 'order.remote_ended':
      return event.data.solved
        ? {
            ...order,
            status: 'resolved',
            remoteEndedAt: at,
            remoteOutcome: 'solved',
            restoredAt: at,
            completedAt: at,
          }
        : { ...order, status: 'pending_dispatch', remoteEndedAt: at, remoteOutcome: 'unsolved' };
    case 'order.remote_expired':
      return { ...order, status: 'pending_dispatch', remoteEndedAt: at, remoteOutcome: 'expired' };
    case 'order.dispatched':
      return {
        ...order,
        status: 'dispatched',
        hold: null,
        technicianId: event.data.technicianId,
        firstDispatchedAt: order.firstDispatchedAt ?? at,
        dispatchedAt: at,
        // a line that is sent for after its outage is over is still down, its clock never stopped (OUTG-03)
        restoredAt: order.outageId !== null && !order.temporaryRestored ? null : order.restoredAt,
        assignments: assign(order, event.data.technicianId, at, false, event.data.accompanied),
      };
    case 'order.reassigned':
      return {
        ...order,
        technicianId: event.data.technicianId,
        dispatchedAt: at,
        assignments: assign(
          order,
          event.data.technicianId,
          at,
          event.data.insideNotice,
          event.data.accompanied,
        ),
      };
    case 'order.locked':
      return { ...order, lock: event.data.lock };
    case 'order.unlocked':
      return { ...order, lock: null };
    case 'order.accompanied':
      return accompaniedBy(order, event.data.technicianId, at);
    case 'order.unaccompanied':
      return withoutCompanion(order, at);
    case 'order.accepted':
      return {
        ...order,
        status: order.status === 'dispatched' ? statusAfterAcceptance(order) : order.status,
        acceptedAt: order.acceptedAt ?? at,
        assignments: replaceLast(order.assignments, (last) => ({ ...last, acceptedAt: at })),
      };
    case 'order.unassigned':
    case 'order.returned':
      return {
        ...order,
        status: 'pending_dispatch',
        technicianId: null,
        assignments: event.type === 'order.returned' ? giveBack(order, at) : endAssignment(order, at),
      };
    case 'order.mismatched':
      return {
        ...order,
        status: 'pending_dispatch',
        technicianId: null,
        lastCause: event.data.causedBy,
        verifiedAt: null,
        assignments: endAssignment(order, at),
        mismatches: [...order.mismatches, { ...event.data, at, correctedAt: null }],
      };
    case 'order.verified':
      return {
        ...order,
        verifiedAt: at,
        numbersFiledAt: numbersFiled(order, event.data.fields ?? [], at),
        mismatches: order.mismatches.map((one) =>
          one.correctedAt === null ? { ...one, correctedAt: at } : one,
        ),
      };
    case 'order.completed': {
      const { fields, retention, status } = event.data;
      const missing = order.missing.filter((field) => !fields.includes(field));
      const hasPhone = order.hasPhone || fields.includes('contactPhone');
      return {
        ...order,
        status,
        missing,
        hasPhone,
        numbersFiledAt: numbersFiled(order, fields, at),
        retention: retention ?? order.retention,
      };
    }
    case 'order.placed':
      return { ...order, place: event.data.place };
    case 'order.merged':
      return { ...order, status: 'merged', mergedInto: event.data.into, endedAt: at };
    case 'order.cancelled':
      return { ...order, status: 'cancelled', lastCause: event.data.by, endedAt: at };
    case 'order.unserviceable':
      return { ...order, status: 'unserviceable', endedAt: at };
    case 'order.retained':
      return { ...order, status: 'retained', lastCause: 'customer', endedAt: at };
    case 'order.repeat_marked':
      return { ...order, repeatFault: true, sameIssueAs: event.data.sameIssueAs };
    case 'deadlines.recomputed':
      return { ...order, workYears: { ...order.workYears, [event.data.year]: event.data.days } };
    case 'order.outage_linked':
      return { ...order, outageId: event.data.outageId, outageLinkedAt: at };
    case 'order.outage_restored':
      return { ...order, restoredAt: order.restoredAt ?? at };
    case 'visit.planned':
      return { ...order, planned: event.data.planned };
    default:
      return null;
  }
}

/** When the customer's number was filed anew (E-55). */
function numbersFiled(
  { numbersFiledAt }: Order,
  fields: readonly string[],
  at: Instant,
): Order['numbersFiledAt'] {
  return fields.includes(PHONE_FIELD) ? [...numbersFiledAt, at] : numbersFiledAt;
}

/** A redispatched order whose promise still stands goes on as appointed (DISP-10). */
function statusAfterAcceptance(order: Order): Order['status'] {
  return currentAppointment(order) ? 'appointed' : 'accepted';
}
