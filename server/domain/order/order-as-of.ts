import type { Instant, OrderId } from '../base/brand.ts';
import { evolveOrder } from './evolve.ts';
import type { Order } from './order.ts';
import type { OrderEvent } from './order-event.ts';

/** One event of an order's log. */
export interface DatedEvent {
  at: Instant;
  event: OrderEvent;
}

/** The order as it stood before `instant`, folded from its events; null when it had not been taken in yet (RECD-01). */
export function orderAsOf(events: readonly DatedEvent[], instant: Instant): Order | null {
  return events
    .filter(({ at }) => at < instant)
    .reduce<Order | null>((order, { event, at }) => evolveOrder(order, event, at), null);
}

/** The events that concern one order in an event of the log: its own, or its part of a published plan. */
export function eventsAbout(
  orderId: OrderId,
  logged: { type: string; entity: string; at: Instant; data: unknown },
): readonly DatedEvent[] {
  if (logged.entity === 'order')
    return [{ at: logged.at, event: { type: logged.type, data: logged.data } as OrderEvent }];
  if (logged.entity !== 'plan') return [];
  const { orders } = logged.data as {
    orders: readonly { orderId: OrderId; events: readonly OrderEvent[] }[];
  };
  return orders
    .filter((part) => part.orderId === orderId)
    .flatMap((part) => part.events.map((event) => ({ at: logged.at, event })));
}
