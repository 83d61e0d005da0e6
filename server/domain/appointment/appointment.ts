import type { Instant, PersonId } from '../base/brand.ts';
import type { Role } from '../base/role.ts';
import type { Cause } from '../order/order-type.ts';

/** What became of a promise (service-standard §22.2). `null` while it is open. */
export type AppointmentOutcome =
  | 'kept'
  | 'kept_late'
  | 'missed_company'
  | 'missed_customer'
  | 'cancelled'
  | 'superseded'
  | null;

/** An approval given by a named person; requester ≠ approver (SEP-01). */
export interface ApprovalGiven {
  by: PersonId;
  role: Role;
  reason: string;
  at: Instant;
}

/** Why and how a version of the promise replaced the one before (CHG-01…06). Absent on version 1. */
export interface AppointmentChangeRecord {
  cause: Cause;
  reason: string;
  requestedBy: PersonId;
  requestedAt: Instant;
  /** When the customer was really reached (two-way contact), not when the dispatcher clicked. */
  notifiedAt: Instant;
  /** min(oldStart, newStart) − notifiedAt, in minutes. */
  noticeLeadMin: number;
  shortNotice: boolean;
  /** Counted against CHG-03. */
  counted: boolean;
  approval: ApprovalGiven | null;
  /** Another cause than the one first given was ruled, by whom and why (CHG-04). */
  ruled?: ApprovalGiven & { first: Cause };
  /** A gate had turned the crew back: short notice that nobody chose, and that needs no approval (E-45). */
  atGate?: true;
}

/** One version of the promised time. Versions count from 1; `start` is never updated in place. */
export interface Appointment {
  version: number;
  start: Instant;
  /** End of a promised arrival window; equals `start` for a point promise. */
  end: Instant;
  proposedBy: 'customer' | 'company';
  confirmedAt: Instant;
  confirmedBy: PersonId;
  channel: 'phone' | 'app' | 'sms' | 'link';
  outcome: AppointmentOutcome;
  /** When the outcome was known; null while open. */
  endedAt: Instant | null;
  change: AppointmentChangeRecord | null;
  /** Lateness declared for this promise (CHG-05, TRAV-03). */
  lateness: { eta: Instant; reason: string; contactedAt: Instant; declaredAt: Instant } | null;
}

/** An open request to change the promise (§22.2). At most one per order (CHG-11). */
export interface ChangeRequest {
  state: 'notifying' | 'pending_approval' | 'agreed' | 'refused' | 'withdrawn' | 'lapsed';
  start: Instant;
  end: Instant;
  cause: Cause;
  reason: string;
  requestedBy: PersonId;
  requestedAt: Instant;
  /** A voluntary offer to come earlier, which is no change of ours (CHG-06). */
  earlyOffer?: boolean;
  /** Given when the request was made, before the customer was reached (CHG-03). */
  approval: ApprovalGiven | null;
  /** Notice closes: min(oldStart, newStart) − change.noticeMin. */
  lapsesAt: Instant;
}
