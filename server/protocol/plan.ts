import type { AreaId, Instant, OrderId, PlanId, TechnicianId } from '#domain/base/brand.ts';
import type { RankVector, TechnicianReason, TravelMode } from '#domain/scheduling/model.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';

/** Asks for a proposal of an area's day. */
export interface PlanAsk {
  areaId: AreaId;
  /** Local date YYYY-MM-DD in the standard's zone. */
  date: string;
  /** Search time, 1…60 seconds; 5 when not given. */
  seconds?: number;
}

/** What a plan is worth, told before and after. */
export interface PlanWorth {
  ranks: RankVector;
  /** Promised visits that begin inside their promise. */
  promisesKept: number;
  promisesLate: number;
  travelSeconds: number;
  overtimeSeconds: number;
  unplanned: number;
}

/** A proposal: nothing of it is in force until `plan.publish` has taken it through the gate. */
export interface PlanProposal {
  routes: readonly {
    technicianId: TechnicianId;
    stops: readonly { orderId: OrderId; planned: PlannedSlot; lateMinutes: number }[];
  }[];
  /** Why nobody can take it: the first binding constraint of every technician. */
  unassigned: readonly { orderId: OrderId; reasons: readonly TechnicianReason[] }[];
  before: PlanWorth;
  after: PlanWorth;
  /** Orders whose technician or start differs from the plan in force, those included that it gives back. */
  changed: readonly OrderId[];
  /** Orders that stand in somebody's day and have to leave it for more urgent ones: they go back to be dispatched. */
  givenBack: readonly OrderId[];
  iterations: number;
  /** Travel times are estimates (straight line × detour), all or some of them, not a road network's. */
  estimatedTravel: boolean;
  /** Ways that are driven by the plan, and how many of their times are estimates. Absent in plans of before that was counted. */
  legs?: { total: number; estimated: number };
  /** Road servers that were to tell the ways of these modes and did not answer: estimates stand in for them. Absent where all answered. */
  roadsAway?: readonly { mode: TravelMode; kind: 'osrm' | 'valhalla' }[];
}

/** One plan run as its watcher sees it. */
export interface PlanRun {
  id: PlanId;
  areaId: AreaId;
  date: string;
  status: 'running' | 'ready' | 'published' | 'failed' | 'dismissed' | 'withdrawn';
  /** Share of the search time spent, 0…1. */
  progress: { spent: number; unserved: number; iterations: number } | null;
  requestedAt: Instant;
  finishedAt: Instant | null;
  baseSeq: number | null;
  proposal: PlanProposal | null;
  failure: string | null;
}
