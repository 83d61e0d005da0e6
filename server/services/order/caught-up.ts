import type { Instant } from '#domain/base/brand.ts';
import { type DueEvent, nextDueEvent } from '#domain/order/due-events.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';

/** An order after everything that time alone has brought about by now, and what that was. */
export function caughtUp(
  before: Order,
  standard: ResolvedStandard,
  now: Instant,
): { order: Order; due: DueEvent[] } {
  let order = before;
  const due: DueEvent[] = [];
  for (;;) {
    const next = nextDueEvent(order, standard, now);
    if (!next) return { order, due };
    due.push(next);
    order = evolveOrder(order, next.event, next.at);
  }
}
