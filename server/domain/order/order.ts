import type { Appointment, ApprovalGiven, ChangeRequest } from '../appointment/appointment.ts';
import type { AssetField } from '../asset/asset-record.ts';
import type { AreaId, Instant, OrderId, PersonId, TechnicianId } from '../base/brand.ts';
import type { MajorMark, Referral } from '../complaint/complaint.ts';
import type { Issue } from '../complaint/issue.ts';
import type { ContactAttempt } from '../contact/contact-attempt.ts';
import type { CauseCode, CauseSide } from '../fault/cause-code.ts';
import type { DelayReport } from '../fault/delay-report.ts';
import type { FirstAsk, Question } from '../first-ask/first-ask.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import type { Photo } from '../photo/photo.ts';
import type { SiteFacts } from '../readiness/site-facts.ts';
import type { WorkYears } from '../time/working-day.ts';
import type { DeviceHash } from '../visit/device.ts';
import type { PlannedSlot, Visit } from '../visit/visit.ts';
import type { Companion } from './companion.ts';
import type { OrderStatus } from './order-status.ts';
import type { AccessType, Cause, CustomerClass, OrderType, Region } from './order-type.ts';
import type { PlaceLock } from './place-lock.ts';

/** How well the place is known (design: geo §7). */
export type PlacePrecision = 'rooftop' | 'community' | 'street' | 'district' | 'manual' | 'learned';

export interface OrderPlace {
  point: LngLat;
  precision: PlacePrecision;
  uncertaintyM: number;
}

/** A stop of the KPI clock (ARITH-07): customer cause or customer-owned line only. */
export interface Pause {
  from: Instant;
  /** null while it runs. */
  until: Instant | null;
  reason: 'customer_wish' | 'customer_absent' | 'unreachable' | 'customer_owned_line';
  approvedBy: PersonId | null;
}

/** One person in charge of the order. ACPT-01 runs anew with each (DISP-10); the order's other clocks do not. */
export interface Assignment {
  technicianId: TechnicianId;
  at: Instant;
  acceptedAt: Instant | null;
  /** Returned, unassigned or handed to another. */
  endedAt: Instant | null;
  /** The person gave it back (ACPT-02, RESP-05). */
  returned?: boolean;
  /** Made inside the last two hours before the promise: the newcomer's acceptance is needed (CHG-07). */
  insideNotice: boolean;
  /** Approved without certificate or skill, to go with a certified colleague (DISP-07). */
  accompanied: boolean;
}

/** A difference between the order and the facts (DISP-04); the visit waits until it is corrected and verified (VRFY-01). */
export interface Mismatch {
  field: string;
  causedBy: 'customer' | 'company';
  at: Instant;
  correctedAt: Instant | null;
}

/** Why an order waits for its customer; whether the clock stands still is told by `pauses` alone. */
export interface Hold {
  reason: Pause['reason'];
  since: Instant;
  until: Instant | null;
  /** Whose cause it is has still to be found out, and the clock goes on (E-55). */
  undecided?: boolean;
  /** When the customer was reached: the order waits no longer, and a time agreed now is still the end of this wait. */
  reachedAt?: Instant;
}

/** A report that the work cannot go on, and its coordination (BLOK-01…04). */
export interface Block {
  reason: string;
  department: string;
  consent: boolean;
  /** Local date on which the customer was told we come back (BLOK-04). */
  expectedReturnDate: string | null;
  blockedAt: Instant;
  acknowledgedAt: Instant | null;
  doneAt: Instant | null;
}

/** A promise taken back without a new time, with what was judged then (CHG-01, CHG-03). */
export interface CancelledPromise {
  cause: Cause;
  reason: string;
  at: Instant;
  requestedBy: PersonId;
  noticeLeadMin: number;
  approval: ApprovalGiven | null;
  /** A gate turned the crew back: nobody decided it, so that it asks for no notice, only for room under the cap (E-45). */
  atGate?: true;
}

/** An urge order: to the responsible department, then to its head, then to the branch (OVRD-01, OVRD-03). */
export const URGE_LEVELS = ['department', 'department_head', 'branch'] as const;
export interface Urge {
  at: Instant;
  by: 'person' | 'system';
  to?: (typeof URGE_LEVELS)[number];
  /** The department has taken note (§22.4). */
  acknowledgedAt?: Instant;
}

/** One callback to the customer (CALL-01…14). */
export interface CallbackRecord {
  at: Instant;
  agent: PersonId;
  outcome: 'done' | 'not_reached' | 'refused';
  /** CALL-10; null = not asked. */
  repairedOnDay: boolean | null;
  working: boolean | null;
  score: number | null;
  dissatisfied: boolean | null;
  /** Open questions that were answered; what was said stands beside the log. */
  answered?: readonly string[];
  /** The device that it was recorded on (RECD-02). */
  device?: DeviceHash;
}

/** A reply that a callback found to be false or premature; the order's clocks went on as if it had never been given. */
export interface VoidedReply {
  resolvedAt: Instant | null;
  repliedAt: Instant | null;
  voidedAt: Instant;
  reason: 'false_receipt' | 'not_working';
}

/** Damage to the customer's things (DMG-01); only `compensatedAt` stops the clock. */
export interface Damage {
  reportedAt: Instant;
  /** A photo was taken of it; absent where nobody said so. */
  photo?: boolean;
  /** What was sent of it; absent where there is none. */
  photos?: readonly Photo[];
  /** The apology, and what was damaged with its worth in yuan; absent while nobody has done it. */
  apologisedAt?: Instant;
  assessedAt?: Instant;
  item?: string;
  amount?: number;
  agreedAt: Instant | null;
  compensatedAt: Instant | null;
}

/**
 * The whole state of one order as the rules see it, folded from its events. It holds no personal data:
 * the customer's name, phone and address live beside it and are shown by right.
 */
export interface Order {
  id: OrderId;
  /** 工单编号 as the operator writes it. */
  number: string;
  areaId: AreaId;
  type: OrderType;
  status: OrderStatus;
  /** Pinned at intake (ARITH-11). */
  standardId: string;
  standardVersion: number;
  region: Region;
  customerClass: CustomerClass;
  emergencyLine: boolean;
  escalated: boolean;
  accessType: AccessType;
  subscribedMbps: number | null;
  /** Planned time in the home, minutes (SITE-02 default by type). */
  durationMin: number;
  /** 小区. */
  estate: string | null;
  place: OrderPlace | null;
  /** Required intake fields still missing (INTK-01). */
  missing: readonly string[];
  hasPhone: boolean;
  /** The customer's own wish from intake (INTK-05). */
  preferredStarts: readonly Instant[];
  parentOrderId: OrderId | null;
  /** The install and remove children of a move that was split; the work is theirs. */
  childIds: readonly OrderId[];

  intakeAt: Instant;
  reviewedAt: Instant | null;
  /** First dispatch; upstream clocks run from it for ever (DISP-10). */
  firstDispatchedAt: Instant | null;
  /** Last dispatch or reassignment; ACPT-01 runs from it. */
  dispatchedAt: Instant | null;
  acceptedAt: Instant | null;
  verifiedAt: Instant | null;
  activatedAt: Instant | null;
  restoredAt: Instant | null;
  temporaryRestored: boolean;
  completedAt: Instant | null;
  repliedAt: Instant | null;
  closedAt: Instant | null;

  technicianId: TechnicianId | null;
  planned: PlannedSlot | null;
  /** Technician or time that a dispatcher has fixed. */
  lock: PlaceLock | null;
  /** Every version of the promise, oldest first; the last is the current one when its outcome is null. */
  appointments: readonly Appointment[];
  changeRequest: ChangeRequest | null;
  /** The last promise that was taken back without a new time; a new one then counts as the change it is (CHG-06). */
  cancelledPromise: CancelledPromise | null;
  /** Effective changes whose cause is not the customer (CHG-03). */
  companyChangeCount: number;
  contacts: readonly ContactAttempt[];
  pauses: readonly Pause[];
  /** Every trip, oldest first; the last is the open one when it has not ended. */
  visits: readonly Visit[];
  cause: { side: CauseSide; code?: CauseCode; recordedAt: Instant } | null;
  lastCause: Cause | null;
  /** Everybody who was in charge, oldest first. */
  assignments: readonly Assignment[];
  /** Who goes along with the technician in charge (E-101); null for most. */
  companionId: TechnicianId | null;
  /** Everybody who went along, oldest first. */
  companions: readonly Companion[];
  mismatches: readonly Mismatch[];
  hold: Hold | null;
  /** When waits began although the limit had passed (RECD-02); absent where none did. */
  holdsPastLimit?: readonly Instant[];
  blocks: readonly Block[];
  /** Expert seat (DISP-03). */
  remoteStartedAt: Instant | null;
  remoteEndedAt: Instant | null;
  /** How the expert seat's turn ended; `expired` when time took the fault away from it. */
  remoteOutcome: 'solved' | 'unsolved' | 'expired' | null;
  /** The intake call recorded the details of the fault (APPT-16). */
  detailsRecorded: boolean;
  sameIssueAs: OrderId | null;
  /** Another fault at the same account was linked to this one (SITE-10, ATTR-07). */
  repeatFault: boolean;
  /** Three-level retention before a removal (INTK-09). */
  retention: { churnReason: string | null; level: 1 | 2 | 3 | null } | null;
  outageId: string | null;
  /** When the maintenance department became its owner (OUTG-01). */
  outageLinkedAt: Instant | null;
  /** When the customer's number was filed anew after the intake (E-55). */
  numbersFiledAt: readonly Instant[];
  /**
   * Working days as this order counts them, where they are not the ones carried with the rules: the year's own days, or null for one that
   * was not published when it was last looked at; its deadlines are provisional (ARITH-04).
   */
  workYears: WorkYears;
  mergedInto: string | null;
  /** The instant at which the order reached a terminal state. */
  endedAt: Instant | null;
  /** When each progress feedback reached the customer (PROG-01). */
  progressAt: readonly Instant[];
  /** The department reported an unrestored fault back (PROG-02). */
  deptReportedAt: Instant | null;
  /** Every urge order, none overwriting the one before (OVRD-01, OVRD-03); without `to` it went to the department. */
  urges: readonly Urge[];
  /** The customer's own urges; they raise the priority one step and start nothing anew (OVRD-02). */
  customerUrges: readonly { at: Instant }[];
  /** Times by which the customer was told the work would be done (PROG-04). */
  finishPromises: readonly { at: Instant; finishAt: Instant }[];
  /** Who owns the customer's matter (RESP-01); null in orders older than the record. */
  firstAsk: FirstAsk | null;
  questions: readonly Question[];
  /** What is known of the home and the network before the visit (INTK-04, VRFY-04). */
  site: SiteFacts;
  referrals: readonly Referral[];
  major: MajorMark | null;
  /** Orders about the same issue; null for the first that anybody linked (CMPL-07). */
  issue: Issue | null;
  callbacks: readonly CallbackRecord[];
  voidedReplies: readonly VoidedReply[];
  damage: Damage | null;
  /** Kept out of the KPIs for a customer-side cause, by approval (ATTR-08). */
  exclusion: ApprovalGiven | null;
  /** Refusals to sign, failed tests with a reason: they force a callback or a follow-up. */
  followUps: readonly FollowUp[];
  /** How the callback of the last reply ended; null while it has not (§22.4). */
  callbackEnded: 'done' | 'unreached' | 'refused' | null;
  /** When word of an outage that the order belongs to was delivered (OUTG-04). */
  noticedAt: readonly Instant[];
  /** Reports that the fault will miss its limit, each with a new time (BLOK-07). */
  delayReports: readonly DelayReport[];
  /** What was put on record of the installation (DONE-10); null = not told. */
  filed: readonly AssetField[] | null;
  /** Number of events folded; a command on an older version is stale. */
  version: number;
}
