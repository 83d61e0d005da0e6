import type { AreaId, CommandId, Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { CommandEnvelope } from '#protocol/command.ts';
import type { AreaBoard, Board } from './board.ts';

/** A command that this screen has sent, or waits to send, and whose effect it shows already. */
export interface Pending {
  readonly id: CommandId;
  readonly envelope: CommandEnvelope;
  readonly since: Instant;
  /** The orders as they will be if the command passes, each with the `version` of the state it was worked out on. */
  readonly predicted: readonly Order[];
  /** Set when the server has committed it: the prediction stays until the board has come so far. */
  readonly committed: { areaId: AreaId; seq: number } | null;
}

/**
 * The board as the person sees it: what is committed, with what they have done laid over it. A prediction is laid only
 * over the state it was worked out on; as soon as the order has moved on, the server's state is shown instead.
 */
export function withPending(board: Board, pending: readonly Pending[]): Board {
  const predicted = pending.flatMap((command) => command.predicted);
  if (predicted.length === 0) return board;
  let areas = board.areas;
  for (const [areaId, area] of board.areas) {
    const shown = overlay(area, predicted);
    if (shown !== area) areas = new Map(areas).set(areaId, shown);
  }
  return areas === board.areas ? board : { ...board, areas };
}

function overlay(area: AreaBoard, predicted: readonly Order[]): AreaBoard {
  let orders: Map<OrderId, Order> | undefined;
  for (const order of predicted) {
    if (area.orders.get(order.id)?.version !== order.version) continue;
    orders ??= new Map(area.orders);
    orders.set(order.id, order);
  }
  return orders ? { ...area, orders } : area;
}

/** What is still to be shown as pending once the board has come this far. */
export function stillPending(pending: readonly Pending[], board: Board): readonly Pending[] {
  const rest = pending.filter(({ committed }) => {
    if (!committed) return true;
    const area = board.areas.get(committed.areaId);
    return area !== undefined && area.seq < committed.seq;
  });
  return rest.length === pending.length ? pending : rest;
}
