import type { AssetField } from '../asset/asset-record.ts';
import type { AreaId, Instant, OrderId, PersonId, TechnicianId } from '../base/brand.ts';
import type { RuleId } from '../base/rule-id.ts';
import type { Issue } from '../complaint/issue.ts';
import type { CauseCode, CauseSide } from '../fault/cause-code.ts';
import type { Resolution } from '../first-ask/first-ask.ts';
import type { PhotoGiven } from '../photo/photo.ts';
import type { SiteFinding } from '../readiness/site-facts.ts';
import type { HandOverFacts, SiteStepGiven, VisitStepGiven, WorkFacts } from '../visit/step-given.ts';
import type { TurnedAwayBy } from '../visit/visit.ts';
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
    /** The issue of that other order, when it had one already (CMPL-07). */
    sameIssue?: Issue | null;
    outageId?: string;
    parentOrderId?: OrderId | null;
    childIds?: readonly OrderId[];
    /** Where the old line of a move stands; without it the removal waits for its address. */
    moveFrom?: { areaId: AreaId; place?: OrderPlace | null; estate?: string | null };
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
  /** Fixes the technician, the planned time or both, as they are now; one of the two is true. */
  'order.lock': { orderId: OrderId; technician: boolean; time: boolean };
  'order.unlock': { orderId: OrderId };
  /** A second person goes along with the one in charge; taking another technician for the order ends it. */
  'order.accompany': { orderId: OrderId; technicianId: TechnicianId };
  'order.unaccompany': { orderId: OrderId };
  'order.accept': { orderId: OrderId; technicianId?: TechnicianId };
  'order.return': { orderId: OrderId; reason: string };
  'order.mismatch': { orderId: OrderId; field: string; causedBy: 'customer' | 'company' };
  /** `fields`: what is put right with it, as intake calls it. */
  'order.verify': { orderId: OrderId; fields?: readonly string[] | undefined };
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
  'order.resolve': { orderId: OrderId; causeSide?: CauseSide; causeCode?: CauseCode };
  /** `filed`: what was put on record of the installation (DONE-10). */
  'order.reply': { orderId: OrderId; filed?: readonly AssetField[] };
  /** A promised contact was made (ATTR-04, ATTR-06). */
  'follow_up.done': { orderId: OrderId; rule: RuleId };
  /** A line of an outage that is over was looked at (OUTG-03). */
  'outage.verify_line': { orderId: OrderId; working: boolean };
  'contact.attempt': {
    orderId: OrderId;
    channel?: 'phone' | 'sms' | 'app';
    outcome: 'connected' | 'no_answer' | 'refused' | 'invalid';
    contentConfirmed?: boolean;
    /** The customer was told the time limits that we promise (INTK-03). */
    promiseTold?: boolean;
    /** What the customer said of the home (INTK-04, APPT-13). */
    site?: SiteFinding;
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
  /** `kitMissing`: things of the kit that are not there (VRFY-02). */
  'visit.depart': VisitStepGiven & { kitMissing?: readonly string[]; reason?: string };
  'visit.arrive': SiteStepGiven & { distanceM?: number; reason?: string };
  'visit.knock': SiteStepGiven;
  'visit.enter': SiteStepGiven;
  'visit.leave_no_answer': SiteStepGiven & {
    calls: number;
    note: 'full' | 'none' | readonly string[];
    /** Said by programs that send no images. */
    photo?: boolean;
  };
  /** Somebody is there and does not let the crew in; `calls`: how often the customer was called from the door of a household. */
  'visit.turned_away': SiteStepGiven & { by: TurnedAwayBy; reason: string; calls?: number };
  'visit.work': SiteStepGiven & WorkFacts;
  'visit.test': SiteStepGiven & { threeOnes?: boolean; downMbps?: number; reason?: string };
  'visit.activate': SiteStepGiven & { temporary?: boolean };
  'visit.observe': SiteStepGiven;
  'visit.observe_failed': SiteStepGiven;
  'visit.sign': SiteStepGiven &
    HandOverFacts & { filledBy: 'customer' | 'technician'; refused?: boolean; reason?: string };
  'visit.block': SiteStepGiven & {
    reason: string;
    department: string;
    consent?: boolean;
    expectedReturnDate?: string;
  };
  /** A conflict that nobody can settle: the technician gives way (SITE-26). */
  'visit.safety': SiteStepGiven & { reason: string };
  /** The visit window has closed on the work (WIN-01): the customer agrees that it goes on, or a new time is found. */
  'visit.past_hours': SiteStepGiven & { goesOn: boolean; reason: string };
  'visit.finish': SiteStepGiven;
  /** Whose cause the change to this version of the promise was, ruled anew (CHG-04). */
  'order.rule_cause': { orderId: OrderId; appointmentVersion: number; cause: Cause; reason: string };
  /** What the device says of steps that reached the server late is confirmed for the figures (ARITH-06). */
  'order.confirm_times': { orderId: OrderId; reason: string };
  'site.record': { orderId: OrderId } & SiteFinding;
  'first_ask.hand_over': { orderId: OrderId; to: PersonId };
  'first_ask.take_over': { orderId: OrderId };
  'question.ask': { orderId: OrderId; question: string; askedAt?: Instant };
  'question.settle': {
    orderId: OrderId;
    questionId: string;
    resolution: Resolution;
    /** The customer was told why it could not be answered on the spot (RESP-07). */
    explained?: boolean;
    /** Ways that were tried before this one (RESP-07). */
    tried?: readonly Resolution[];
  };
  'question.answer': { orderId: OrderId; questionId: string; by: 'owner' | 'cs_manager' | 'superior' };
  'complaint.refer_up': { orderId: OrderId; department: string; reason: string };
  'complaint.mark_major': { orderId: OrderId; reason: string };
  /** The customer was told by when the work will be done (PROG-04). */
  'progress.promise_finish': { orderId: OrderId; finishAt: Instant };
  /** The customer asks us to hurry (OVRD-02). */
  'customer.urge': { orderId: OrderId };
  'progress.feedback': { orderId: OrderId };
  /** With `reason` and `newEta` it is the report that a fault will miss its limit (BLOK-07). */
  'dept.report': { orderId: OrderId; reason?: string; newEta?: Instant };
  'urge.issue': { orderId: OrderId };
  /** The department takes note of an urge. */
  'urge.ack': { orderId: OrderId };
  'callback.record': {
    orderId: OrderId;
    agent: PersonId;
    outcome: 'done' | 'not_reached' | 'refused';
    repairedOnDay?: boolean;
    working?: boolean;
    score?: number;
    dissatisfied?: boolean;
    /** Open questions that were answered; what was said stands beside the log (CALL-06…09). */
    answered?: readonly string[];
    /** As with the steps of a visit (RECD-02). */
    device?: string;
  };
  /**
   * What was damaged, its photos, and whether whoever reports it has apologised already. `photo`: a program that sends no images says
   * that one was taken.
   */
  'damage.report': {
    orderId: OrderId;
    item?: string;
    photo?: boolean;
    photos?: readonly PhotoGiven[];
    apologised?: boolean;
  };
  'damage.apologise': { orderId: OrderId };
  /** `amount` in yuan. */
  'damage.assess': { orderId: OrderId; item: string; amount: number };
  'damage.agree': { orderId: OrderId };
  'damage.compensate': { orderId: OrderId };
  'coordination.ack': { orderId: OrderId };
  'coordination.done': { orderId: OrderId };
}
export type OrderCommandType = keyof OrderCommands;
export type OrderCommand = {
  [T in OrderCommandType]: { type: T; payload: OrderCommands[T] };
}[OrderCommandType];
