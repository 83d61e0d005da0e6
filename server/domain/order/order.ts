import type { Appointment, ChangeRequest } from '../appointment/appointment.ts';
import type { AreaId, Instant, OrderId, PersonId, TechnicianId } from '../base/brand.ts';
import type { ContactAttempt } from '../contact/contact-attempt.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import type { PlannedSlot, Visit } from '../visit/visit.ts';
import type { OrderStatus } from './order-status.ts';
import type { AccessType, Cause, CustomerClass, OrderType, Region } from './order-type.ts';

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
  /** Every version of the promise, oldest first; the last is the current one when its outcome is null. */
  appointments: readonly Appointment[];
  changeRequest: ChangeRequest | null;
  /** Effective changes whose cause is not the customer (CHG-03). */
  companyChangeCount: number;
  contacts: readonly ContactAttempt[];
  pauses: readonly Pause[];
  /** Every trip, oldest first; the last is the open one when it has not ended. */
  visits: readonly Visit[];
  cause: { side: 'central_office' | 'third_party' | 'customer_side'; recordedAt: Instant } | null;
  lastCause: Cause | null;
  /** Number of events folded; a command on an older version is stale. */
  version: number;
}
