import type {
  Appointment,
  AppointmentOutcome,
  ApprovalGiven,
  ChangeRequest,
} from '../appointment/appointment.ts';
import type { AssetField } from '../asset/asset-record.ts';
import type { Instant, OrderId, PersonId, TechnicianId, VisitId } from '../base/brand.ts';
import type { Role } from '../base/role.ts';
import type { RuleId } from '../base/rule-id.ts';
import type { ContactAttempt } from '../contact/contact-attempt.ts';
import type { CauseCode, CauseSide } from '../fault/cause-code.ts';
import type { DelayReport } from '../fault/delay-report.ts';
import type { Question, Resolution } from '../first-ask/first-ask.ts';
import type { Photo } from '../photo/photo.ts';
import type { SiteFacts } from '../readiness/site-facts.ts';
import type { YearDays } from '../time/published-days.ts';
import type { RecomputedDeadline } from '../timer/recompute.ts';
import type { PlannedSlot, Visit } from '../visit/visit.ts';
import type { Block, CallbackRecord, CancelledPromise, Order, OrderPlace, Pause, Urge } from './order.ts';
import type { OrderStatus } from './order-status.ts';
import type { Cause } from './order-type.ts';
import type { PlaceLock } from './place-lock.ts';

/**
 * What happened to an order, past tense. `evolveOrder(order, event)` folds them; nothing else changes an order.
 * They carry no personal data. `at` of the envelope is the server's clock.
 */
export interface OrderEvents {
  'order.taken_in': { order: Order };
  'order.reviewed': Record<never, never>;
  'order.remote_started': Record<never, never>;
  'order.remote_ended': { solved: boolean };
  'order.dispatched': { technicianId: TechnicianId; accompanied: boolean };
  'order.reassigned': {
    from: TechnicianId;
    technicianId: TechnicianId;
    reason: string | null;
    insideNotice: boolean;
    accompanied: boolean;
  };
  'order.unassigned': { from: TechnicianId; reason: string };
  'order.locked': { lock: PlaceLock };
  'order.unlocked': Record<never, never>;
  'order.accompanied': { technicianId: TechnicianId };
  'order.unaccompanied': { technicianId: TechnicianId };
  'order.accepted': { technicianId: TechnicianId };
  'order.returned': { from: TechnicianId; reason: string };
  'order.mismatched': { field: string; causedBy: 'customer' | 'company' };
  /** `fields`: what was put right with it, as intake calls it. */
  'order.verified': { fields?: readonly string[] };
  /** Missing intake fields were supplied (INTK-01, INTK-09). */
  'order.completed': {
    fields: readonly string[];
    retention: { churnReason: string | null; level: 1 | 2 | 3 | null } | null;
    status: OrderStatus;
  };
  'order.placed': { place: OrderPlace };
  'order.merged': { into: OrderId };
  'order.cancelled': { by: 'customer' | 'company'; reason: string };
  'order.resolved': { causeSide: CauseSide | null; causeCode?: CauseCode };
  'order.unserviceable': { reason: string };
  'order.retained': { reason: string };
  'order.replied': { filed?: readonly AssetField[] };
  /** A customer-side cause is kept out of the KPIs, by approval (ATTR-08). */
  'order.excluded': { approval: ApprovalGiven };
  /** A callback voided the reply (CALL-10, CALL-14); the clocks run on as if it had never been given. */
  'order.reopened': { reason: 'false_receipt' | 'not_working' };
  'order.closed': Record<never, never>;
  /** The expert seat's time is over; the order goes to dispatch by itself (DISP-03). */
  'order.remote_expired': Record<never, never>;
  'order.repeat_marked': { sameIssueAs: OrderId };
  /** The working days of a year became known: deadlines that were counted by weekdays until then, before and after (ARITH-04, E-08). */
  'deadlines.recomputed': { year: number; days: YearDays; deadlines: readonly RecomputedDeadline[] };
  'order.outage_linked': { outageId: string };
  /** The network is back; what is still down is dispatched with its old clocks (OUTG-03). */
  'order.outage_restored': Record<never, never>;
  /** The line was looked at after the restoration; one that is still down runs on as never restored (OUTG-03). */
  'order.outage_verified': { working: boolean };
  /** Word of the outage and its expected end reached the customer of this line (OUTG-04). */
  'order.outage_noticed': { outageId: string };
  'contact.attempted': ContactAttempt;
  /** `cause` when the customer's own wish was turned down although we had promised room for it (APPT-10). */
  'appointment.confirmed': { appointment: Appointment; cause?: Cause };
  'appointment.changed': { appointment: Appointment; superseded: number };
  'appointment.change_requested': { request: ChangeRequest };
  'appointment.change_ended': { state: 'refused' | 'withdrawn' | 'lapsed' | 'agreed' };
  'appointment.cancelled': Omit<CancelledPromise, 'at'>;
  /** Whose cause a change was, ruled anew by a supervisor (CHG-04); count and notice as they are from now on. */
  'appointment.cause_ruled': {
    version: number;
    from: Cause;
    to: Cause;
    counted: boolean;
    shortNotice: boolean;
    approval: ApprovalGiven;
  };
  'appointment.ended': { outcome: Exclude<AppointmentOutcome, null> };
  /** Moved on the board without a word to the customer: nothing changes for the order (CHG-06). */
  'appointment.draft_moved': { start: Instant };
  'appointment.late_declared': { eta: Instant; reason: string; contactedAt: Instant };
  /** `undecided`: whose cause it is has still to be found out, and the clock goes on. */
  'hold.started': {
    reason: Pause['reason'];
    until: Instant | null;
    undecided?: boolean;
    /** The limit of the work had passed: a status, and a mark for the auditor (RECD-02). */
    pastLimit?: true;
  };
  /** `reached`: by a contact, from which a new time may come. */
  'hold.ended': { status: OrderStatus; reached?: boolean };
  /** The KPI clock stops and goes on (ARITH-07), with or without a hold. */
  'clock.paused': { pause: Pause };
  'clock.resumed': { at: Instant };
  /** The visit's own state after the step; `status` of the order when the step moves it. */
  'visit.stepped': { step: string; visit: Visit; status: OrderStatus | null; occurredAt: Instant | null };
  /** `turnedBack`: by a gate, before anybody was reached; the new time is then a change of that cause (CHG-04, E-45). */
  'visit.blocked': { block: Block; turnedBack?: Omit<CancelledPromise, 'at'> };
  'order.times_confirmed': { visitIds: readonly VisitId[]; approval: ApprovalGiven };
  /** With `dueAt` a contact was promised, and the order waits for it. */
  'follow_up.noted': { rule: RuleId; reason: string; dueAt?: Instant };
  'follow_up.done': { rule: RuleId };
  'coordination.acknowledged': Record<never, never>;
  'coordination.done': Record<never, never>;
  'progress.fed_back': Record<never, never>;
  'dept.reported': { delay?: Omit<DelayReport, 'at'> };
  /** `to` is left out where it went to the responsible department (OVRD-01). */
  'urge.issued': Omit<Urge, 'at'>;
  'urge.acknowledged': Record<never, never>;
  'customer.urged': Record<never, never>;
  'progress.finish_promised': { finishAt: Instant };
  'first_ask.offered': { to: PersonId };
  'first_ask.taken_over': { by: PersonId; role: Role };
  'question.asked': { question: Question };
  'question.settled': { questionId: string; resolution: Resolution; explained: boolean };
  'question.answered': { questionId: string; by: 'owner' | 'cs_manager' | 'superior' };
  /** `durationMin`: what the planned time in the home becomes by it (SCHD-04). */
  'site.recorded': { facts: SiteFacts; durationMin: number };
  'complaint.referred_up': { department: string; reason: string };
  'complaint.marked_major': { by: PersonId; reason: string };
  'callback.recorded': { callback: CallbackRecord };
  'callback.ended': { outcome: 'done' | 'unreached' | 'refused' };
  /** `photo` alone: of reports older than the photos, or from a program that sends no images. */
  'damage.reported': { item?: string; photo?: boolean; photos?: readonly Photo[] };
  'damage.apologised': Record<never, never>;
  /** `amount` in yuan. */
  'damage.assessed': { item: string; amount: number };
  'damage.agreed': Record<never, never>;
  'damage.compensated': Record<never, never>;
  /** The order's place in a technician's day changed (null = taken out of every day). Written with the event that caused it. */
  'visit.planned': { planned: PlannedSlot | null };
}
export type OrderEventType = keyof OrderEvents;
export type OrderEvent = { [T in OrderEventType]: { type: T; data: OrderEvents[T] } }[OrderEventType];
