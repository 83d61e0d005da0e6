import { outagesOf } from '#db/query/outage.ts';
import { techniciansOf } from '#db/query/technician.ts';
import type { Area } from '#domain/area/area.ts';
import type { Instant, OrderId, TechnicianId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { PlanProposal } from '#protocol/plan.ts';
import type { Work } from '../command/change.ts';

export interface PlanPlacing {
  proposal: PlanProposal;
  /** The orders to be moved. */
  wanted: ReadonlySet<OrderId>;
  /** They, the other children of their moves and every open order of the technicians of the plan, held. */
  held: readonly Order[];
  area: Area;
  date: string;
  now: Instant;
  /** Written down for orders that are given back. */
  reason: string;
}

/** What the days of a plan are judged on: the orders held, the proposal by order, and who and what there is at present. */
export interface PlanGround extends PlanPlacing {
  work: Work;
  standard: ResolvedStandard;
  outages: readonly Outage[];
  technicians: ReadonlyMap<TechnicianId, Technician>;
  orders: ReadonlyMap<OrderId, Order>;
  slots: ReadonlyMap<OrderId, PlannedSlot>;
  back: ReadonlySet<OrderId>;
  /** Promised visits that the proposal itself says it would serve late. */
  saidLate: ReadonlySet<OrderId>;
}

/** Loads what the days of the plan need beside the orders held. */
export async function planGround(work: Work, placing: PlanPlacing): Promise<PlanGround> {
  const { proposal, held, area } = placing;
  const [outages, technicians] = await Promise.all([outagesOf(work.tx, null), techniciansOf(work.tx, null)]);
  const stops = proposal.routes.flatMap((route) => route.stops);
  return {
    ...placing,
    work,
    standard: resolveStandard(area.standardId),
    outages,
    technicians: new Map(technicians.map((one) => [one.id, one])),
    orders: new Map(held.map((order) => [order.id, order])),
    slots: new Map(stops.map(({ orderId, planned }) => [orderId, planned])),
    back: new Set(proposal.givenBack),
    saidLate: new Set(stops.filter(({ lateMinutes }) => lateMinutes > 0).map(({ orderId }) => orderId)),
  };
}

/** The technicians whose days an order leaves or comes into by the plan. */
export function daysTouchedBy(ground: PlanGround, orderId: OrderId): TechnicianId[] {
  const from = ground.orders.get(orderId)?.planned?.technicianId;
  const to = ground.back.has(orderId) ? undefined : ground.slots.get(orderId)?.technicianId;
  return [from, to].filter((id) => id !== undefined);
}
