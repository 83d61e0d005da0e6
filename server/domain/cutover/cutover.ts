import type { ApprovalGiven } from '../appointment/appointment.ts';
import type { Reach } from '../area/reach.ts';
import type { AreaId, Instant, PersonId } from '../base/brand.ts';

export const CUTOVER_STATUSES = ['planned', 'announced', 'running', 'done', 'cancelled'] as const;
export type CutoverStatus = (typeof CUTOVER_STATUSES)[number];

/** Planned work on the network: repair of lines, a move of equipment, an engineering cutover, an upgrade (CUTV-01). */
export interface Cutover {
  id: string;
  areaId: AreaId;
  status: CutoverStatus;
  /** What is done. */
  work: string;
  start: Instant;
  end: Instant;
  /** The part of the area that it touches; null = all of it. */
  reach: Reach | null;
  /** When it was planned for this start, or brought forward to it: from then on the announcement is due. */
  plannedAt: Instant;
  announcedAt: Instant | null;
  /** Why it has to be announced late, and who asks to be allowed to. */
  asked: { by: PersonId; reason: string; at: Instant } | null;
  approval: (ApprovalGiven & { requestedBy: PersonId }) | null;
  /** Finished or called off. */
  endedAt: Instant | null;
  version: number;
}

/** Commands about one cutover. */
export interface CutoverCommands {
  'cutover.plan': {
    cutoverId: string;
    areaId: AreaId;
    work: string;
    start: Instant;
    end?: Instant;
    estates?: readonly string[];
    polygon?: Reach['polygon'];
  };
  /** Another time; an earlier start has to be announced anew. */
  'cutover.move': { cutoverId: string; start: Instant; end?: Instant; reason: string };
  /** Asks that it may be announced later than the standard allows. */
  'cutover.ask': { cutoverId: string; reason: string };
  'cutover.approve': { cutoverId: string; reason: string };
  'cutover.reject': { cutoverId: string; reason: string };
  'cutover.announce': { cutoverId: string; announcedAt?: Instant };
  'cutover.begin': { cutoverId: string };
  'cutover.finish': { cutoverId: string };
  'cutover.cancel': { cutoverId: string; reason: string };
}
export type CutoverCommandType = keyof CutoverCommands;
export type CutoverCommand = {
  [T in CutoverCommandType]: { type: T; payload: CutoverCommands[T] };
}[CutoverCommandType];

/** What happened to a cutover. */
export interface CutoverEvents {
  'cutover.planned': { areaId: AreaId; work: string; start: Instant; end: Instant; reach: Reach | null };
  'cutover.moved': { start: Instant; end: Instant; reason: string; announceAnew: boolean };
  'cutover.asked': { by: PersonId; reason: string };
  'cutover.approved': { approval: ApprovalGiven & { requestedBy: PersonId } };
  'cutover.rejected': { by: PersonId; reason: string };
  'cutover.announced': { announcedAt: Instant };
  'cutover.begun': Record<never, never>;
  'cutover.finished': Record<never, never>;
  'cutover.cancelled': { reason: string };
}
export type CutoverEvent = {
  [T in keyof CutoverEvents]: { type: T; data: CutoverEvents[T] };
}[keyof CutoverEvents];

/** The cutover's state machine. `none`: it does not exist yet; `same` stays. */
export const CUTOVER_STEPS: Readonly<
  Record<
    CutoverCommandType,
    { from: readonly (CutoverStatus | 'none')[]; to: CutoverStatus | 'same' | 'planned or same' }
  >
> = {
  'cutover.plan': { from: ['none'], to: 'planned' },
  'cutover.move': { from: ['planned', 'announced'], to: 'planned or same' },
  'cutover.ask': { from: ['planned'], to: 'same' },
  'cutover.approve': { from: ['planned'], to: 'same' },
  'cutover.reject': { from: ['planned'], to: 'same' },
  'cutover.announce': { from: ['planned'], to: 'announced' },
  'cutover.begin': { from: ['announced'], to: 'running' },
  'cutover.finish': { from: ['running'], to: 'done' },
  'cutover.cancel': { from: ['planned', 'announced'], to: 'cancelled' },
};

/** Whether visits have to reckon with it: neither done nor called off. */
export function isAhead({ status }: Pick<Cutover, 'status'>): boolean {
  return status === 'planned' || status === 'announced' || status === 'running';
}
