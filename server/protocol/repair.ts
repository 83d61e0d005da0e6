import type { AreaId, Instant, OrderId, TechnicianId } from '#domain/base/brand.ts';
import type { Outcome } from '#domain/base/verdict.ts';
import type { TroubleCause } from '#domain/scheduling/ripple.ts';
import type { RefusalRule } from './command.ts';

/** A command as it would be sent to take an option. */
export interface OptionCommand {
  type: 'order.dispatch' | 'order.reassign';
  payload: { orderId: OrderId; technicianId: TechnicianId; at?: Instant };
}

/** What the gate would say of an option at this moment. */
export interface OptionVerdict {
  outcome: Outcome;
  rules: readonly RefusalRule[];
}

/** What the day costs more than it does as it stands, seconds; negative where it saves. */
export interface OptionCost {
  /** On the way, all technicians together: what is saved where the visit stands now counts, too. */
  travelSeconds: number;
  overtimeSeconds: number;
}

/** A way out of one trouble. Each is an ordinary command, or a call after which one is sent; nothing happens by itself. */
export type RepairOption =
  | (OptionVerdict &
      OptionCost & {
        kind: 'same_time';
        technicianId: TechnicianId;
        beginAt: Instant;
        endAt: Instant;
        /** Inside the notice time the newcomer has to agree (CHG-07). */
        needsAcceptance: boolean;
        commands: readonly OptionCommand[];
      })
  | (OptionVerdict &
      OptionCost & {
        kind: 'make_room';
        technicianId: TechnicianId;
        movedOrderId: OrderId;
        movedTo: TechnicianId;
        /** Customers who hear of another technician. */
        calls: number;
        commands: readonly OptionCommand[];
      })
  | {
      kind: 'lateness_notice';
      etaAt: Instant;
      lateMin: number;
      /** By when the customer should have been told (TRAV-03). */
      callBy: Instant;
    }
  | (OptionCost & {
      kind: 'change' | 'short_notice';
      start: Instant;
      end: Instant;
      technicianId: TechnicianId;
      needsApproval: boolean;
      /** By when the customer should have been reached (CHG-01). */
      callBy: Instant;
    });

/** What can be done about one order, best first (SCHD-11). */
export interface RepairOptions {
  orderId: OrderId;
  areaId: AreaId;
  /** When and on which state of the area it was worked out. */
  at: Instant;
  seq: number;
  cause: TroubleCause | null;
  technicianId: TechnicianId | null;
  /** Expected begin; null when nobody will come. */
  beginAt: Instant | null;
  lateMin: number;
  options: readonly RepairOption[];
}
