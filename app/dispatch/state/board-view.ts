import type { Approval } from '#domain/approval/approval.ts';
import type { Area } from '#domain/area/area.ts';
import type { Order } from '#domain/order/order.ts';
import type { FormerTechnician, Technician, TechnicianPosition } from '#domain/technician/technician.ts';
import type { CustomerCard } from '#protocol/live.ts';
import type { AreaBoard } from '../../live/board.ts';

/** All watched areas as one board, with each technician's visits gathered. Unchanged parts keep their identity. */
export interface BoardView {
  readonly areas: readonly Area[];
  readonly orders: ReadonlyMap<string, Order>;
  readonly cards: ReadonlyMap<string, CustomerCard>;
  readonly technicians: ReadonlyMap<string, Technician>;
  /** Who has left a watched area, by id. */
  readonly former: ReadonlyMap<string, FormerTechnician>;
  readonly approvals: readonly Approval[];
  /** Every order that a technician holds or has served, by technician, in time order. */
  readonly visits: ReadonlyMap<string, readonly Order[]>;
  /** Orders of others on which a technician goes along (E-101), by technician. */
  readonly beside: ReadonlyMap<string, readonly Order[]>;
  /** A technician's newest position, read when asked: positions move too often to be part of a view. */
  readonly positionOf: (technicianId: string) => TechnicianPosition | undefined;
}

export const EMPTY_BOARD: BoardView = {
  areas: [],
  orders: new Map(),
  cards: new Map(),
  technicians: new Map(),
  former: new Map(),
  approvals: [],
  visits: new Map(),
  beside: new Map(),
  positionOf: () => undefined,
};

/** Joins watched areas into one view, keeping each technician's list of `before` when nothing in it changed. */
export function boardView(
  boards: readonly AreaBoard[],
  before: BoardView,
  positionOf: BoardView['positionOf'],
): BoardView {
  const orders = new Map<string, Order>();
  const cards = new Map<string, CustomerCard>();
  const technicians = new Map<string, Technician>();
  for (const board of boards) {
    for (const [id, order] of board.orders) orders.set(id, order);
    for (const [id, card] of board.cards) cards.set(id, card);
    for (const [id, technician] of board.technicians) technicians.set(id, technician);
  }
  return {
    areas: boards.map(({ area }) => area),
    orders,
    cards,
    technicians,
    former: new Map(boards.flatMap(({ former }) => [...(former ?? [])])),
    approvals: boards.flatMap(({ approvals }) => [...approvals.values()]),
    visits: kept(ordersBy(orders.values(), holderOf), before.visits),
    beside: kept(ordersBy(orders.values(), companionOf), before.beside),
    positionOf,
  };
}

/** Whose day an order stands in: the assigned technician's, else of the one who last went there. */
export function holderOf(order: Order): string | null {
  return order.technicianId ?? order.visits.at(-1)?.technicianId ?? null;
}

function companionOf(order: Order): string | null {
  return order.companionId ?? order.visits.at(-1)?.companionId ?? null;
}

function ordersBy(orders: Iterable<Order>, whose: (order: Order) => string | null): Map<string, Order[]> {
  const visits = new Map<string, Order[]>();
  for (const order of orders) {
    const holder = whose(order);
    if (holder === null) continue;
    const list = visits.get(holder);
    if (list) list.push(order);
    else visits.set(holder, [order]);
  }
  for (const list of visits.values()) list.sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
  return visits;
}

function startOf(order: Order): number {
  return order.visits.at(-1)?.arrivedAt ?? order.planned?.start ?? Number.POSITIVE_INFINITY;
}

function kept(
  next: Map<string, readonly Order[]>,
  before: ReadonlyMap<string, readonly Order[]>,
): ReadonlyMap<string, readonly Order[]> {
  for (const [technicianId, list] of next) {
    const old = before.get(technicianId);
    if (old && old.length === list.length && old.every((order, index) => order === list[index]))
      next.set(technicianId, old);
  }
  return next;
}
