import type { Approval } from '#domain/approval/approval.ts';
import type { Area } from '#domain/area/area.ts';
import type { ApprovalId, AreaId, OrderId, PlanId, TechnicianId } from '#domain/base/brand.ts';
import type { Cutover } from '#domain/cutover/cutover.ts';
import type { Order } from '#domain/order/order.ts';
import type { Outage } from '#domain/outage/outage.ts';
import type { FormerTechnician, Technician } from '#domain/technician/technician.ts';
import type { TimerNotice } from '#domain/timer/timer-notice.ts';
import type { Changes, CustomerCard } from '#protocol/live.ts';

/** One area as this screen knows it: the fold of the area's log up to and including `seq`. */
export interface AreaBoard {
  readonly area: Area;
  readonly seq: number;
  readonly orders: ReadonlyMap<OrderId, Order>;
  readonly cards: ReadonlyMap<OrderId, CustomerCard>;
  readonly technicians: ReadonlyMap<TechnicianId, Technician>;
  /** Who has left the area; absent where nobody has. */
  readonly former?: ReadonlyMap<TechnicianId, FormerTechnician>;
  readonly approvals: ReadonlyMap<ApprovalId, Approval>;
  /** What timers have told, by id, oldest first. */
  readonly notices: ReadonlyMap<string, TimerNotice>;
  readonly outages: ReadonlyMap<string, Outage>;
  readonly cutovers: ReadonlyMap<string, Cutover>;
  /** How many were told of for looking at many numbers of customers since this screen watches (PRIV-01). */
  readonly toldOfLooks?: number;
  /** The suggestion that stands; null when there is none. */
  readonly suggestion: PlanId | null;
}

/** Everything this screen has been told and that the server has committed. Positions are not part of it. */
export interface Board {
  readonly areas: ReadonlyMap<AreaId, AreaBoard>;
  /** Changes that came before the ones they follow, by area, in order of `from`. */
  readonly early: ReadonlyMap<AreaId, readonly Changes[]>;
}

export const EMPTY_BOARD: Board = { areas: new Map(), early: new Map() };

/** The known areas in which something between the known log and what came early has not arrived. */
export function areasWithGap(board: Board): AreaId[] {
  return [...board.early.keys()].filter((areaId) => board.areas.has(areaId));
}

/** The order with this id, in whichever watched area it is. */
export function findOrder(board: Board, orderId: OrderId): Order | undefined {
  for (const { orders } of board.areas.values()) {
    const order = orders.get(orderId);
    if (order) return order;
  }
  return undefined;
}

/** What a technician or an area with this id is called; undefined when it is in no watched area. */
export function nameIn(board: Board, id: string): string | undefined {
  for (const area of board.areas.values()) {
    const name = area.area.id === id ? area.area.name : memberOf(area, id)?.name;
    if (name !== undefined) return name;
  }
  return undefined;
}

/** A technician of an area, also one who has left it; undefined where nobody there has this id. */
export function memberOf(
  {
    technicians,
    former,
  }: {
    readonly technicians: ReadonlyMap<string, FormerTechnician>;
    readonly former?: ReadonlyMap<string, FormerTechnician>;
  },
  id: string,
): FormerTechnician | undefined {
  return technicians.get(id) ?? former?.get(id);
}
