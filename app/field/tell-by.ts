'use client';

import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { unannounced } from '#domain/timer/predicted-lateness.ts';
import type { Board } from '../live/board.ts';
import { useBoard } from '../live/use-live.tsx';

/**
 * By when the customer should hear that the visit will be late, once the running day has let expect it and nobody has said a word
 * (TRAV-03); null otherwise.
 */
export function tellBy(board: Board, order: Order): Instant | null {
  const untold = unannounced(order);
  if (!untold) return null;
  for (const { orderId, timer, startedAt, dueLiteral } of board.areas.get(order.areaId)?.notices.values() ??
    [])
    if (orderId === order.id && timer === 'T_LATE_NOTICE' && startedAt === untold.confirmedAt)
      return dueLiteral;
  return null;
}

/** The same as it stands on this screen. */
export function useTellBy(order: Order): Instant | null {
  return useBoard((board) => tellBy(board, order));
}
