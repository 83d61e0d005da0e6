import type { OrderId, TechnicianId } from '#domain/base/brand.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import type { PlanPublished } from '#domain/order/plan-event.ts';
import type { LogEvent } from '#protocol/live.ts';

/** Orders of which some viewers may now see the customer for the first time, or otherwise than before (PRIV-01). */
export interface ChangedCards {
  /** New orders and those whose customer was put right: everyone who may see any card of the area. */
  everyone: readonly OrderId[];
  /** Orders that came to, moved on with or left a technician. */
  technicians: ReadonlyMap<TechnicianId, readonly OrderId[]>;
}

/** With these the customer of an order becomes known, or known better. */
const CUSTOMER_TOLD: ReadonlySet<OrderEvent['type']> = new Set<OrderEvent['type']>([
  'order.taken_in',
  'order.completed',
  'order.verified',
]);

/** Whose cards change by these events. */
export function changedCards(events: readonly LogEvent[]): ChangedCards {
  const everyone = new Set<OrderId>();
  const technicians = new Map<TechnicianId, Set<OrderId>>();
  for (const [orderId, event] of orderEventsOf(events)) {
    if (CUSTOMER_TOLD.has(event.type)) everyone.add(orderId);
    for (const technicianId of techniciansOf(event)) {
      const orders = technicians.get(technicianId) ?? new Set();
      technicians.set(technicianId, orders.add(orderId));
    }
  }
  return {
    everyone: [...everyone],
    technicians: new Map([...technicians].map(([technicianId, orders]) => [technicianId, [...orders]])),
  };
}

function* orderEventsOf(events: readonly LogEvent[]): Iterable<[OrderId, OrderEvent]> {
  for (const event of events) {
    if (event.entity === 'order') yield [event.id, event as LogEvent & OrderEvent];
    if (event.entity !== 'plan') continue;
    for (const part of (event.data as PlanPublished).orders ?? [])
      for (const inner of part.events) yield [part.orderId, inner];
  }
}

function techniciansOf(event: OrderEvent): TechnicianId[] {
  switch (event.type) {
    case 'order.dispatched':
    case 'order.accepted':
    case 'order.accompanied':
    case 'order.unaccompanied':
      return [event.data.technicianId];
    case 'order.reassigned':
      return [event.data.from, event.data.technicianId];
    case 'order.unassigned':
    case 'order.returned':
      return [event.data.from];
    case 'visit.stepped':
      return event.data.status === null
        ? []
        : [event.data.visit.technicianId, event.data.visit.companionId].filter((id) => id !== undefined);
    default:
      return [];
  }
}
