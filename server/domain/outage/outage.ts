import type { Reach } from '../area/reach.ts';
import type { AreaId, Instant, OrderId } from '../base/brand.ts';

/** States of an outage (service-standard §22.4). */
export const OUTAGE_STATUSES = [
  'suspected',
  'confirmed',
  'restoring',
  'restored',
  'verified',
  'closed',
] as const;
export type OutageStatus = (typeof OUTAGE_STATUSES)[number];

/** An expected end as it was made known, and when word of it reached the customers of the lines (OUTG-04). */
export interface OutageEta {
  at: Instant;
  eta: Instant;
  /** When the last of the lines linked then had the notice; null while somebody still waits for it. */
  deliveredAt: Instant | null;
}

/** A fault of several estates, with one owner at the maintenance department (OUTG-01). */
export interface Outage {
  id: string;
  areaId: AreaId;
  status: OutageStatus;
  cause: string | null;
  /** The part of the area that is without service; absent or null = all of it. */
  reach?: Reach | null;
  openedAt: Instant;
  restoredAt: Instant | null;
  etas: readonly OutageEta[];
  version: number;
}

/** Estates by name, or ground drawn on the map. */
type ReachGiven = { estates?: readonly string[]; polygon?: NonNullable<Reach['polygon']> };

/** Commands about one outage. The orders linked to it are changed with it, each by an event of its own. */
export interface OutageCommands {
  /** Enough faults of one area in a short time (OUTG-01). */
  'outage.suspect': { outageId: string; areaId: AreaId } & ReachGiven;
  'outage.open': {
    outageId: string;
    areaId: AreaId;
    cause?: string;
    orderIds?: readonly OrderId[];
  } & ReachGiven;
  /** It touches more or less than was thought; with neither, the whole area. */
  'outage.reach': { outageId: string } & ReachGiven;
  'outage.repair': { outageId: string };
  'outage.eta': { outageId: string; eta: Instant };
  /** Word of the expected end was delivered to these lines; all of them when left out. */
  'outage.notify': { outageId: string; orderIds?: readonly OrderId[] };
  'outage.restore': { outageId: string };
  'outage.verify': { outageId: string };
  'outage.close': { outageId: string };
}
export type OutageCommandType = keyof OutageCommands;
export type OutageCommand = {
  [T in OutageCommandType]: { type: T; payload: OutageCommands[T] };
}[OutageCommandType];

/** What happened to an outage. */
export interface OutageEvents {
  'outage.suspected': { areaId: AreaId; reach?: Reach };
  'outage.opened': { areaId: AreaId; cause: string | null; reach?: Reach };
  'outage.reach_changed': { reach: Reach | null };
  'outage.repair_started': Record<never, never>;
  'outage.eta_changed': { eta: Instant };
  /** Everybody has heard of the expected end now in force. */
  'outage.eta_delivered': Record<never, never>;
  'outage.restored': Record<never, never>;
  'outage.verified': Record<never, never>;
  'outage.closed': Record<never, never>;
}
export type OutageEvent = {
  [T in keyof OutageEvents]: { type: T; data: OutageEvents[T] };
}[keyof OutageEvents];

/** The outage's state machine. `none`: it does not exist yet; `same` stays. */
export const OUTAGE_STEPS: Readonly<
  Record<OutageCommandType, { from: readonly (OutageStatus | 'none')[]; to: OutageStatus | 'same' }>
> = {
  'outage.suspect': { from: ['none'], to: 'suspected' },
  'outage.open': { from: ['none', 'suspected'], to: 'confirmed' },
  'outage.reach': { from: ['suspected', 'confirmed', 'restoring'], to: 'same' },
  'outage.repair': { from: ['confirmed'], to: 'restoring' },
  'outage.eta': { from: ['confirmed', 'restoring'], to: 'same' },
  'outage.notify': { from: ['confirmed', 'restoring'], to: 'same' },
  'outage.restore': { from: ['confirmed', 'restoring'], to: 'restored' },
  'outage.verify': { from: ['restored'], to: 'verified' },
  'outage.close': { from: ['suspected', 'verified'], to: 'closed' },
};
