import type { ApprovalGiven } from '../appointment/appointment.ts';
import type { Area } from '../area/area.ts';
import type { Instant, OrderId } from '../base/brand.ts';
import type { Actor } from '../base/role.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Cutover } from '../cutover/cutover.ts';
import type { Outage } from '../outage/outage.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { Technician } from '../technician/technician.ts';
import type { WorkYears } from '../time/working-day.ts';
import type { Order } from './order.ts';
import type { OrderEvent } from './order-event.ts';

/** Another open visit in the concerned technician's day, as DISP-08 and CHG-07 must see it. */
export interface Booking {
  orderId: OrderId;
  start: Instant;
  end: Instant;
  /** Promised to a customer; an unpromised one may be moved freely. */
  promised: boolean;
  /** It would be pushed off the time that it is locked to. */
  pushedOffLock?: boolean;
}

/** Everything a decision may look at beside the order itself. The caller loads it; nothing here reads a clock or a store. */
export interface DecisionContext {
  now: Instant;
  actor: Actor;
  standard: ResolvedStandard;
  area: Area | null;
  /** The technician that the command names, else the order's own. */
  technician: Technician | null;
  /** That technician's other open visits of the day. */
  bookings: readonly Booking[];
  /** The slot in which the visit would be planned (dispatch, reassign), when the caller has worked one out. */
  slot: { start: Instant; end: Instant } | null;
  /** An approval already given for this very command; judged for role and for requester ≠ approver. */
  approval: (ApprovalGiven & { requestedBy: string }) | null;
  /** The other child of a move (SITE-11). */
  sibling: Order | null;
  /** The outage that the command concerns, by `outageIdOf` (OUTG-01, OUTG-02); left out where the caller knows of none. */
  outage?: Outage | null;
  /** Cutovers of the order's area that are ahead or under way (CUTV-01); left out where the caller knows of none. */
  cutovers?: readonly Cutover[];
  /** Working days of the years that the house knows (ARITH-04); left out where the caller has none but those carried with the rules. */
  workYears?: WorkYears;
}

/** Verdict and, only when accepted, the events that follow from the command, in order. */
export interface Decision {
  verdict: Verdict;
  events: readonly OrderEvent[];
}
