import type { LogRow } from '#db/query/event.ts';
import type { Instant } from '#domain/base/brand.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { Change } from '../command/change.ts';
import type { OrderStep } from './retime-days.ts';

/** What order steps write: states, log rows and the versions of promises. */
export type OrderWrites = Pick<Change, 'orders' | 'promises'> & {
  log: { areaId: string; row: LogRow }[];
  after: Order[];
};

/** Folds every step and turns it into rows. */
export function orderWrites(steps: readonly OrderStep[], at: Instant): OrderWrites {
  const writes: OrderWrites = { orders: [], promises: [], log: [], after: [] };
  for (const { before, due = [], events } of steps) {
    let order = before;
    for (const { event, at: dueAt } of due) {
      order = evolveOrder(order, event, dueAt);
      writes.log.push({ areaId: before.areaId, row: { ...orderRow(order, event), at: dueAt } });
    }
    for (const event of events) {
      order = evolveOrder(order, event, at);
      writes.log.push({ areaId: before.areaId, row: orderRow(order, event) });
    }
    writes.after.push(order);
    if (order !== before) writes.orders = [...(writes.orders ?? []), { order, was: before.version }];
    writes.promises = [...(writes.promises ?? []), ...promisesIn(order, events)];
  }
  return writes;
}

/** The log row of one event, `order` being what the event left behind. */
export function orderRow(order: Order, event: OrderEvent): LogRow {
  return {
    type: event.type,
    entity: 'order',
    id: order.id,
    version: order.version,
    data: event.data,
    orders: [order.id],
  };
}

/** New versions of the promise among the events, with what the database needs to check them. */
export function promisesIn(order: Order, events: readonly OrderEvent[]): NonNullable<Change['promises']> {
  const standard = standardOf(order);
  return events.flatMap((event) =>
    event.type === 'appointment.confirmed' || event.type === 'appointment.changed'
      ? [{ appointment: event.data.appointment, terms: promiseTerms(order, standard) }]
      : [],
  );
}

function promiseTerms(order: Order, standard: ResolvedStandard) {
  return {
    orderId: order.id,
    areaId: order.areaId,
    tz: standard.get('tz'),
    window: standard.get('visit.window'),
    // Emergency lines have no hours (§0.4 11).
    windowExempt: order.emergencyLine,
    noticeMin: standard.get('change.noticeMin'),
    changeMax: standard.get('change.max'),
  };
}
