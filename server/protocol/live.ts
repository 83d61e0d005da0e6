import type { Approval } from '#domain/approval/approval.ts';
import type { Area } from '#domain/area/area.ts';
import type { AreaId, Instant, OrderId, PlanId, TechnicianId } from '#domain/base/brand.ts';
import type { Cutover } from '#domain/cutover/cutover.ts';
import type { Order } from '#domain/order/order.ts';
import type { Outage } from '#domain/outage/outage.ts';
import type { FormerTechnician, Technician, TechnicianPosition } from '#domain/technician/technician.ts';
import type { TimerNotice } from '#domain/timer/timer-notice.ts';
import type { CommandAnswer, CommandEnvelope } from './command.ts';

/** A client of another protocol version is told to reload. */
export const PROTOCOL_VERSION = 1;

/** What a viewer may know of the customer, already masked for the viewer's role (PRIV-01). Never part of the event log. */
export interface CustomerCard {
  orderId: OrderId;
  name: string;
  phone: string;
  address: string;
  note: string;
  /** Whom to speak with when it is not the account's holder (INTK-05). */
  contactPerson?: string;
  /** How one gets in: gate, parking, papers (TRAV-05). */
  accessNotes?: string;
}

/** One row of an area's log as it goes to screens. `data` is the event's payload; `card` comes only with `order.taken_in`. */
export interface LogEvent {
  seq: number;
  type: string;
  entity: 'order' | 'technician' | 'approval' | 'plan' | 'area' | 'timer' | 'outage' | 'cutover' | 'reveal';
  id: string;
  /** Version of the entity after this event. */
  version: number;
  at: Instant;
  actorId: string;
  actorRole: string;
  data: unknown;
  card?: CustomerCard;
}

/** The state of one area as a screen holds it; `changes` are folded into it by the pure board reducer. */
export interface AreaState {
  area: Area;
  orders: readonly Order[];
  cards: readonly CustomerCard[];
  technicians: readonly Technician[];
  /** Who has left the area. */
  former?: readonly FormerTechnician[];
  approvals: readonly Approval[];
  /** What timers have told lately, oldest first. */
  notices: readonly TimerNotice[];
  /** Outages that are not closed, oldest first. */
  outages: readonly Outage[];
  /** Cutovers that are neither done nor called off, by their start. */
  cutovers: readonly Cutover[];
  positions: readonly TechnicianPosition[];
  /** The suggestion that stands; null when there is none. */
  suggestion: PlanId | null;
}

export interface Snapshot {
  area: AreaId;
  seq: number;
  state: AreaState;
}

export interface Changes {
  area: AreaId;
  from: number;
  to: number;
  events: readonly LogEvent[];
  /** Customers whom this viewer may see from now on, or otherwise than before: a new order, one dispatched to them, one finished. */
  cards?: readonly CustomerCard[];
}

/** [technicianId, lng, lat, accuracyM, speed, heading, occurredAt, receivedAt] */
export type PositionRow = readonly [
  TechnicianId,
  number,
  number,
  number,
  number | null,
  number | null,
  Instant,
  Instant,
];
/** [lng, lat, accuracyM, speed, heading, occurredAt, seq] */
export type PositionFix = readonly [number, number, number, number | null, number | null, Instant, number];

export interface Presence {
  personId: string;
  name: string;
  areaId: AreaId;
  /** Orders being dragged and the row or pin beneath; empty when only looking. */
  orderIds: readonly OrderId[];
  over: string | null;
  /** The order that they have open in full. */
  looksAt: OrderId | null;
}

/** What the server's clock shows, and how fast it runs beside the wall's; 1 except in the demo. */
export interface ClockReading {
  now: Instant;
  rate: number;
}

export type WatchAnswer =
  | {
      ok: true;
      data: { snapshots: readonly Snapshot[]; changes: readonly Changes[]; clock: ClockReading };
    }
  | { ok: false; code: 'forbidden' | 'invalid' | 'retry'; title: string };

export interface ClientToServer {
  watch: (
    ask: { areas: readonly AreaId[]; since?: Readonly<Record<string, number>> },
    ack: (answer: WatchAnswer) => void,
  ) => void;
  command: (command: CommandEnvelope, ack: (answer: CommandAnswer) => void) => void;
  positions: (
    fixes: readonly PositionFix[],
    ack?: (answer: { ok: boolean; code?: string; taken: number }) => void,
  ) => void;
  drag: (drag: { orderIds: readonly OrderId[]; over?: string | null }) => void;
  look: (look: { orderId: OrderId | null }) => void;
}

export interface ServerToClient {
  changes: (changes: Changes) => void;
  positions: (batch: { at: Instant; list: readonly PositionRow[] }) => void;
  /** Everyone at work in the area, this viewer included. */
  presence: (now: { area: AreaId; present: readonly Presence[] }) => void;
  /** The customer that this screen has asked to see in full (`customer.reveal`); told to no other. */
  revealed: (card: CustomerCard) => void;
  /** The server cannot reach its database: nothing is being saved and what is shown stands still; or it can again. */
  storage: (state: { reachable: boolean }) => void;
  going_away: (notice: { reconnectInMs: number }) => void;
}
