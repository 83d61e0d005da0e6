import type { AreaId, Instant, OrderId, PersonId, TechnicianId } from '../base/brand.ts';
import type { OrderPlace } from './order.ts';
import type { AccessType, Cause, CustomerClass, OrderType, Region } from './order-type.ts';

/**
 * Payloads of the commands that concern one order. `type` and field names are those of scenarios.md and of the HTTP and
 * socket surfaces. Instants are epoch ms. The clock of a command is the server's `now`; a device's own time travels as `occurredAt`.
 */
export interface OrderCommands {
  'order.intake': {
    orderId: OrderId;
    number: string;
    areaId: AreaId;
    type: OrderType;
    region?: Region;
    customerClass?: CustomerClass;
    emergencyLine?: boolean;
    escalated?: boolean;
    accessType?: AccessType;
    subscribedMbps?: number | null;
    durationMin?: number;
    estate?: string | null;
    place?: OrderPlace | null;
    missing?: readonly string[];
    hasPhone?: boolean;
    preferredStarts?: readonly Instant[];
    detailsRecorded?: boolean;
    churnReason?: string;
    retentionLevel?: 1 | 2 | 3;
    sameIssueAs?: OrderId;
    /** When that other order was taken in (ATTR-07). */
    sameIssueIntakeAt?: Instant;
    outageId?: string;
    parentOrderId?: OrderId | null;
    childIds?: readonly OrderId[];
    /** Imported orders keep the time at which the operator took them in. */
    intakeAt?: Instant;
  };
  'order.review': { orderId: OrderId };
  'order.remote': { orderId: OrderId; result: 'started' | 'solved' | 'unsolved' };
  /** `at`: keep this planned start; `after`: behind this order in the route (null = first); neither: the best place. */
  'order.dispatch': { orderId: OrderId; technicianId: TechnicianId; at?: Instant; after?: OrderId | null };
  'order.reassign': {
    orderId: OrderId;
    technicianId: TechnicianId;
    at?: Instant;
    after?: OrderId | null;
    reason?: string;
  };
  /** The dispatcher takes it back into the pool. */
  'order.unassign': { orderId: OrderId; reason: string };
  'order.accept': { orderId: OrderId; technicianId?: TechnicianId };
  'order.return': { orderId: OrderId; reason: string };
  'order.mismatch': { orderId: OrderId; field: string; causedBy: 'customer' | 'company' };
  'order.verify': { orderId: OrderId };
  /** Missing intake fields are supplied; a draft that needs nothing more goes on. */
  'order.complete': {
    orderId: OrderId;
    fields?: readonly string[];
    churnReason?: string;
    retentionLevel?: 1 | 2 | 3;
  };
  'order.place': { orderId: OrderId; place: OrderPlace };
  'order.merge': { orderId: OrderId; into: OrderId };
  'order.cancel': { orderId: OrderId; by: 'customer' | 'company'; reason: string };
  /** Cannot be installed for reasons outside (BLOK-05). */
  'order.unserviceable': { orderId: OrderId; reason: string };
  /** The customer of a removal was won back (INTK-09). */
  'order.retain': { orderId: OrderId; reason: string };
  'order.resolve': { orderId: OrderId; causeSide?: 'central_office' | 'third_party' | 'customer_side' };
  'order.reply': { orderId: OrderId };
  'contact.attempt': {
    orderId: OrderId;
    channel?: 'phone' | 'sms' | 'app';
    outcome: 'connected' | 'no_answer' | 'refused' | 'invalid';
    contentConfirmed?: boolean;
  };
  'appointment.confirm': {
    orderId: OrderId;
    start: Instant;
    end?: Instant;
    proposedBy: 'customer' | 'company';
    offered?: readonly Instant[];
    preferred?: readonly Instant[];
    reason?: string;
  };
  'appointment.change': {
    orderId: OrderId;
    start: Instant;
    end?: Instant;
    cause: Cause;
    reason?: string;
    notifiedAt?: Instant;
    agreed?: boolean;
    reached?: boolean;
    earlyOffer?: boolean;
    /** The promise version that the request was made on (CHG-11). */
    appointmentVersion?: number;
  };
  'appointment.draft_move': { orderId: OrderId; start: Instant };
  'appointment.reached': { orderId: OrderId; agreed?: boolean };
  'appointment.withdraw': { orderId: OrderId };
  'appointment.cancel': { orderId: OrderId; cause: Cause; reason: string };
  'appointment.late': { orderId: OrderId; eta: Instant; reason: string; contactedAt?: Instant };
  'hold.start': {
    orderId: OrderId;
    reason: 'customer_wish' | 'customer_absent' | 'unreachable' | 'customer_owned_line';
    until?: Instant;
    offered?: readonly Instant[];
  };
  'hold.end': { orderId: OrderId };
  'visit.depart': { orderId: OrderId; occurredAt?: Instant };
  'visit.arrive': { orderId: OrderId; distanceM?: number; reason?: string; occurredAt?: Instant };
  'visit.knock': { orderId: OrderId; occurredAt?: Instant };
  'visit.enter': { orderId: OrderId; occurredAt?: Instant };
  'visit.leave_no_answer': {
    orderId: OrderId;
    calls: number;
    note: 'full' | 'none' | readonly string[];
    photo?: boolean;
    occurredAt?: Instant;
  };
  'visit.work': { orderId: OrderId; occurredAt?: Instant };
  'visit.test': {
    orderId: OrderId;
    threeOnes?: boolean;
    downMbps?: number;
    reason?: string;
    occurredAt?: Instant;
  };
  'visit.activate': { orderId: OrderId; temporary?: boolean; occurredAt?: Instant };
  'visit.observe': { orderId: OrderId; occurredAt?: Instant };
  'visit.observe_failed': { orderId: OrderId; occurredAt?: Instant };
  'visit.sign': {
    orderId: OrderId;
    filledBy: 'customer' | 'technician';
    refused?: boolean;
    reason?: string;
    occurredAt?: Instant;
  };
  'visit.block': {
    orderId: OrderId;
    reason: string;
    department: string;
    consent?: boolean;
    expectedReturnDate?: string;
    occurredAt?: Instant;
  };
  'visit.finish': { orderId: OrderId; occurredAt?: Instant };
  'progress.feedback': { orderId: OrderId };
  'dept.report': { orderId: OrderId };
  'urge.issue': { orderId: OrderId };
  'callback.record': {
    orderId: OrderId;
    agent: PersonId;
    outcome: 'done' | 'not_reached';
    repairedOnDay?: boolean;
    working?: boolean;
    score?: number;
    dissatisfied?: boolean;
  };
  'damage.report': { orderId: OrderId };
  'damage.agree': { orderId: OrderId };
  'damage.compensate': { orderId: OrderId };
  'coordination.ack': { orderId: OrderId };
  'coordination.done': { orderId: OrderId };
}
export type OrderCommandType = keyof OrderCommands;
export type OrderCommand = {
  [T in OrderCommandType]: { type: T; payload: OrderCommands[T] };
}[OrderCommandType];
