import type { DeadlineHold } from './constraints.ts';
import type { Problem, TechnicianDay, TravelMode, Visit } from './model.ts';
import type { ModeMatrices, SiteList } from './site-matrices.ts';
import type { Staff } from './staff.ts';

/**
 * A problem as numbers: what the search reads. Nodes 0 … visitCount−1 are visit slots (a visit of a crew
 * of two has two); then come, for each technician, a start, an end, the breaks, and a trip to the store.
 * A *site* is a place together with an estate, so that entering an estate is a property of a leg.
 */
export interface Day {
  readonly problem: Problem;
  /** Visits in tie-break order (SCHD-13), one for each slot. */
  readonly visits: Visit[];
  visitCount: number;
  readonly slotLimit: number;
  readonly technicians: readonly TechnicianDay[];

  readonly site: Int32Array;
  readonly service: Int32Array;
  /** Earliest begin. */
  readonly opens: Int32Array;
  /** Latest planned arrival. */
  readonly arriveBy: Int32Array;
  readonly hold: DeadlineHold[];
  /** When the visits that have already begun end. */
  readonly endedAt: ReadonlyMap<string, number>;
  /** What leaving a slot unserved weighs: an emergency outweighs any number of lesser classes. */
  readonly weight: Float64Array;
  /** Technician in the published plan, −1 for none, and what another one costs. */
  readonly publishedTo: Int32Array;
  readonly changeCost: Int32Array;
  /** Begin in the published plan, −1 for none, and what beginning far from it costs. */
  readonly publishedBegin: Int32Array;
  readonly moveCost: number;
  /** 1 where `constraints.refuseTechnician` has no objection: [slot × technicians + technician]. */
  readonly allowed: Uint8Array;
  /** Slots tied to others (crew, precedence) share a group number; −1 for the rest. */
  readonly group: Int32Array;
  /** Order among locked visits of one technician; 0 for none. */
  readonly order: Int32Array;

  readonly startNode: Int32Array;
  readonly endNode: Int32Array;
  /** First break node of a technician; the breaks of technician k end where those of k+1 begin. */
  readonly breakNode: Int32Array;
  readonly storeNode: Int32Array;
  readonly nodeCount: number;
  readonly overtimeFrom: Int32Array;
  /** Technicians (position `next`) who are on the way to a slot, −1 for none. */
  readonly nextSlot: Int32Array;
  /** 1 where a technician's day has breaks, 2 where it has overtime, a store within reach or locked orders. */
  readonly general: Uint8Array;
  /** 1 for breaks that are due: not yet taken and inside the shift. */
  readonly breakDue: Uint8Array;
  /** 1 for technicians who dropped out after the day was compiled: no visit may be added for them. */
  readonly gone: Uint8Array;
  /** Technicians whose days are interchangeable share a number. */
  readonly twin: Int32Array;

  /** Kinds of parts and tools: what a slot needs and a technician carries, [node or technician × kinds]. */
  readonly stockKinds: number;
  readonly needs: Int32Array;
  readonly carries: Int32Array;

  readonly stockNames: readonly string[];
  readonly staff: Staff;
  readonly sites: SiteList;
  readonly stride: number;
  readonly modeNames: readonly TravelMode[];
  readonly modes: readonly ModeMatrices[];
  readonly modeOf: Int32Array;
}
