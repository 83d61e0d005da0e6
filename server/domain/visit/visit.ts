import type { ApprovalGiven } from '../appointment/appointment.ts';
import type { Instant, Metres, PersonId, Seconds, TechnicianId, VisitId } from '../base/brand.ts';
import type { Photo } from '../photo/photo.ts';
import type { DeviceHash } from './device.ts';
import type { CopyFor, SheetAnswer } from './sheet.ts';

/** States of one executed trip (service-standard §22.3). */
export const VISIT_STATUSES = [
  'planned',
  'en_route',
  'arrived',
  'waiting_no_answer',
  'no_answer_left',
  'entered',
  'surveying',
  'working',
  'testing',
  'observing',
  'signing',
  'done',
  'left_blocked',
  'aborted_customer',
  'aborted_safety',
] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];

/** Who turns a crew away at the door: the customer, or somebody else of the household while the customer is not there. */
export const TURNED_AWAY_BY = ['customer', 'household'] as const;
export type TurnedAwayBy = (typeof TURNED_AWAY_BY)[number];

/** The place of an order in a technician's day: when the plan means to begin and end the work, and the leg that leads there. */
export interface PlannedSlot {
  technicianId: TechnicianId;
  start: Instant;
  end: Instant;
  travelSeconds: Seconds;
  travelMetres: Metres;
}

/** Steps of whose instants figures are made. */
export type ClockedStep = 'visit.arrive' | 'visit.enter' | 'visit.activate';

/** One trip to the customer. Times are stamped by the server; `occurred` keeps the device's clock beside them (ARITH-06). */
export interface Visit {
  id: VisitId;
  technicianId: TechnicianId;
  /** Who went along (E-101): one visit of two people. */
  companionId?: TechnicianId;
  /** The version of the promise that the trip serves. */
  promiseVersion: number;
  status: VisitStatus;
  enRouteAt: Instant | null;
  arrivedAt: Instant | null;
  arrivalDistanceM: Metres | null;
  firstKnockAt: Instant | null;
  enteredAt: Instant | null;
  workStartedAt: Instant | null;
  testedAt: Instant | null;
  /** Three ones and speed as measured (SITE-08, SITE-09). */
  tests: { threeOnes: boolean; downMbps: number | null; reason: string | null } | null;
  observeStartedAt: Instant | null;
  activatedAt: Instant | null;
  /** When a line that was live went down again under watch (SITE-10); it is live again only by `activatedAt`. */
  failedAt?: Instant;
  /** Restored for now, to be repaired for good later (SCHD-05): it stops the clock all the same. */
  temporary: boolean;
  signedAt: Instant | null;
  signature: {
    filledBy: PersonId | 'customer' | 'technician';
    refused: boolean;
    reason: string | null;
    /** Of the signed image, SHA-256 in hex; absent where the device sent none (DONE-02, RECD-02). */
    hash?: string;
    /** The device that it was given on; absent where none was told (RECD-02). */
    device?: DeviceHash;
    /** What the customer wrote on the sheet; absent where nothing was told (DONE-02). */
    answer?: SheetAnswer;
    /** Who has a copy of the sheet as it was signed (DONE-02); absent on older sheets and where nobody signed. */
    copies?: readonly CopyFor[];
    /** Absent: on the phone that the technician handed over (DONE-02). */
    via?: 'link';
  } | null;
  /** Left with the work done. */
  finishedAt: Instant | null;
  /** Left in any way. */
  leftAt: Instant | null;
  /** What was left at the door when nobody answered (NOAN-02, NOAN-03). */
  note: { fields: readonly string[]; photo: boolean; calls: number } | null;
  /** What of the kit was left behind, and why the crew went all the same (VRFY-02). Absent: nobody told. */
  kit?: { missing: readonly string[]; reason: string | null };
  /** Why the arrival was tapped outside the fence (TRAV-02). */
  arrivalReason: string | null;
  /** Cards of the standard that were ticked, by id, with the server's time (SITE-24). Absent on trips before cards were kept. */
  checks?: Readonly<Record<string, Instant>>;
  /** What was photographed on the trip. Absent where nothing was. */
  photos?: readonly Photo[];
  /** What was agreed of position and routing, or advised instead (SITE-07). */
  routing?: { agreed: boolean; advice: string | null };
  /** When the customer consented to work with a risk (SITE-14). */
  riskConsentAt?: Instant;
  /** Who of the maintenance department allowed work on customers in service (SITE-13). */
  serviceAffecting?: ApprovalGiven | null;
  /** The customer's own word on the spot after a repair (SITE-23). */
  satisfied?: boolean;
  /** What was charged, in yuan, and on which invoice (SITE-19). */
  fee?: { amount: number; invoiceNo: string };
  /** When the device says that it took the steps of which figures are made; absent where it said nothing. */
  occurred?: Readonly<Partial<Record<ClockedStep, Instant>>>;
  /** Who did not let the crew in, and what was said (E-37, TRAV-07). */
  turnedAway?: { by: TurnedAwayBy; reason: string };
  /** What was agreed with the customer when the visit window closed on the work (WIN-01): to go on, or to come again; and why it ran over. */
  pastHours?: { goesOn: boolean; reason: string; at: Instant };
  /** Devices that steps of the trip came from (RECD-02); absent where none was told. */
  devices?: readonly DeviceHash[];
  /** Who confirmed times that reached the server late, and why (ARITH-06). */
  clockConfirmed?: ApprovalGiven;
}
