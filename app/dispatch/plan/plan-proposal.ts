import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant, OrderId, TechnicianId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { TravelMode } from '#domain/scheduling/model.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { PlanProposal, PlanRun } from '#protocol/plan.ts';

/** A proposed visit as a ghost on the timeline. */
export interface PlanGhost {
  readonly orderId: OrderId;
  readonly start: Instant;
  readonly end: Instant;
  readonly label: string;
}

/** What a proposal changes for one order. */
export interface PlanChange {
  readonly order: Order;
  /** Null when the order is given back to be dispatched. */
  readonly planned: PlannedSlot | null;
  readonly kind: 'new' | 'moved' | 'retimed' | 'given_back';
}

/** The proposals of all planned areas together, in figures. */
export interface PlanGains {
  readonly promisesBefore: number;
  readonly promisesAfter: number;
  readonly travelMinBefore: number;
  readonly travelMinAfter: number;
  readonly unplannedBefore: number;
  readonly unplannedAfter: number;
  readonly overtimeMinBefore: number;
  readonly overtimeMinAfter: number;
  /** Customers who would have to be called. */
  readonly callsBefore: number;
  readonly callsAfter: number;
  /** Ways that the proposals drive, and how many of their times are estimates. */
  readonly legs: number;
  readonly legsEstimated: number;
  /** Modes whose road server did not answer. */
  readonly roadsAway: readonly TravelMode[];
}

/** Every order that the proposals move, by technician then by time. Orders that have left the board are skipped. */
export function planChanges(
  runs: readonly PlanRun[],
  orders: ReadonlyMap<OrderId, Order>,
): readonly PlanChange[] {
  const changes = proposalsOf(runs).flatMap(({ routes, changed, givenBack }): PlanChange[] => {
    const moved = new Set(changed);
    const back = givenBack.flatMap((orderId): PlanChange[] => {
      const order = orders.get(orderId);
      return order ? [{ order, planned: null, kind: 'given_back' }] : [];
    });
    const placed = routes
      .flatMap(({ stops }) => stops)
      .filter(({ orderId }) => moved.has(orderId))
      .flatMap(({ orderId, planned }) => {
        const order = orders.get(orderId);
        return order ? [{ order, planned, kind: kindOf(order, planned) }] : [];
      });
    return [...placed, ...back];
  });
  return changes.sort((a, b) => {
    // What goes back to the pool comes first: it is what a dispatcher wants to see before anything else.
    if (!a.planned || !b.planned) return Number(a.planned !== null) - Number(b.planned !== null);
    return a.planned.technicianId.localeCompare(b.planned.technicianId) || a.planned.start - b.planned.start;
  });
}

/**
 * The changes that are picked when a proposal is first shown: all but a promised order that would be given back, and what would come
 * into the day that it leaves. Whether that customer has to wait is a person's decision (SCHD-02, SCHD-10).
 */
export function pickedAtFirst(changes: readonly PlanChange[]): ReadonlySet<OrderId> {
  const promisedBack = changes.filter(
    ({ planned, order }) => planned === null && currentAppointment(order) !== null,
  );
  const left = new Set(promisedBack.map(({ order }) => order.technicianId));
  const open = changes.filter((change) => {
    const comesIn = change.planned !== null && change.planned.technicianId !== change.order.technicianId;
    return !promisedBack.includes(change) && !(comesIn && left.has(change.planned?.technicianId ?? null));
  });
  return new Set(open.map(({ order }) => order.id));
}

/** The versions of the orders as they stand while the changes are first shown. */
export function versionsOf(changes: readonly PlanChange[]): ReadonlyMap<OrderId, number> {
  return new Map(changes.map(({ order }) => [order.id, order.version]));
}

/** The orders that somebody has changed since: whoever agrees now would agree to another order than the one that was planned. */
export function changedSince(
  changes: readonly PlanChange[],
  seen: ReadonlyMap<OrderId, number>,
): ReadonlySet<OrderId> {
  const changed = changes.filter(({ order }) => order.version !== seen.get(order.id));
  return new Set(changed.map(({ order }) => order.id));
}

/** What is chosen of the proposals that are open still, but for orders that somebody has changed since. */
export function pickedOf(
  runs: readonly PlanRun[],
  chosen: ReadonlySet<OrderId>,
  outdated: ReadonlySet<OrderId>,
): ReadonlySet<OrderId> {
  const open = proposalsOf(runs).flatMap(({ changed }) => changed);
  return new Set(open.filter((id) => chosen.has(id) && !outdated.has(id)));
}

/** The picked changes as ghosts, by technician. */
export function planGhosts(
  changes: readonly PlanChange[],
  picked: ReadonlySet<OrderId>,
): ReadonlyMap<TechnicianId, readonly PlanGhost[]> {
  const ghosts = new Map<TechnicianId, PlanGhost[]>();
  for (const { order, planned } of changes) {
    if (!planned || !picked.has(order.id)) continue;
    const ghost = {
      orderId: order.id,
      start: planned.start,
      end: planned.end,
      label: order.estate ?? order.number,
    };
    const list = ghosts.get(planned.technicianId);
    if (list) list.push(ghost);
    else ghosts.set(planned.technicianId, [ghost]);
  }
  return ghosts;
}

export function planGains(runs: readonly PlanRun[]): PlanGains {
  const proposals = proposalsOf(runs);
  const sum = (of: (proposal: PlanProposal) => number) =>
    proposals.reduce((total, proposal) => total + of(proposal), 0);
  return {
    promisesBefore: sum(({ before }) => before.promisesKept),
    promisesAfter: sum(({ after }) => after.promisesKept),
    travelMinBefore: Math.round(sum(({ before }) => before.travelSeconds) / 60),
    travelMinAfter: Math.round(sum(({ after }) => after.travelSeconds) / 60),
    unplannedBefore: sum(({ before }) => before.unplanned),
    unplannedAfter: sum(({ after }) => after.unplanned),
    overtimeMinBefore: Math.round(sum(({ before }) => before.overtimeSeconds) / 60),
    overtimeMinAfter: Math.round(sum(({ after }) => after.overtimeSeconds) / 60),
    callsBefore: sum(({ before }) => before.ranks.calls[0] ?? 0),
    callsAfter: sum(({ after }) => after.ranks.calls[0] ?? 0),
    legs: sum(({ legs }) => legs?.total ?? 0),
    legsEstimated: sum(({ legs }) => legs?.estimated ?? 0),
    roadsAway: [...new Set(proposals.flatMap(({ roadsAway = [] }) => roadsAway.map(({ mode }) => mode)))],
  };
}

export function proposalsOf(runs: readonly PlanRun[]): readonly PlanProposal[] {
  return runs.flatMap(({ proposal }) => (proposal ? [proposal] : []));
}

function kindOf(order: Order, planned: PlannedSlot): PlanChange['kind'] {
  if (order.technicianId === null) return 'new';
  return order.technicianId === planned.technicianId ? 'retimed' : 'moved';
}
