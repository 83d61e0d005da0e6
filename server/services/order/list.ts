import { z } from 'zod';
import { listOrders } from '#db/query/order.ts';
import { ORDER_STATUSES } from '#domain/order/order-status.ts';
import { ORDER_TYPES } from '#domain/order/order-type.ts';
import { promiseState } from '#domain/order/promise-state.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { slug, text } from '#protocol/schema-base.ts';
import { searchesCustomers } from '#server/access/customer-card.ts';
import { phoneIndex } from '#server/access/phone.ts';
import { areasSeen, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import { cardsFor } from './cards.ts';
import { expectedOf } from './expected-now.ts';

const PAGE = 100;
const CURSOR = /^(\d{1,15})\.([A-Za-z0-9][A-Za-z0-9._:-]{0,63})$/;

function listOf<const T extends readonly string[]>(values: T) {
  return z
    .string()
    .transform((given) => given.split(','))
    .pipe(z.array(z.enum(values)));
}

/** What the list can be narrowed by. `state` and `type` take several values with commas between them. */
export const orderQuery = z.strictObject({
  area: slug.optional(),
  state: listOf(ORDER_STATUSES).optional(),
  type: listOf(ORDER_TYPES).optional(),
  at_risk: z.enum(['true', 'false']).optional(),
  q: text(60).optional(),
  cursor: z.string().regex(CURSOR, 'is not a cursor of this list').optional(),
  limit: z.coerce.number().int().min(1).max(500).default(PAGE),
});
export type OrderQuery = z.output<typeof orderQuery>;

/** A page of the orders that the viewer may see, each with its customer card and the state of its promise. */
export async function listOrdersFor(services: Services, viewer: Viewer, query: OrderQuery) {
  const digits = query.q?.replace(/[\s-]/g, '');
  const orders = await listOrders(services.database.sql, {
    areaIds: areasSeen(viewer, query.area === undefined ? null : [query.area]),
    technicianId: viewer.role === 'technician' ? (viewer.technicianId ?? '') : undefined,
    statuses: query.state,
    types: query.type,
    text: query.q || undefined,
    byCustomer: searchesCustomers(viewer),
    phoneIndex: digits && /^\d{7,15}$/.test(digits) ? phoneIndex(services.phoneKeys, digits) : undefined,
    after: cursorOf(query.cursor),
    limit: query.limit,
  });
  const last = orders.length === query.limit ? orders.at(-1) : undefined;
  const now = services.now();
  const cards = await cardsFor(
    services,
    viewer,
    orders.map(({ id }) => id),
  );
  const expected = await expectedOf(services, orders);
  const cardOf = new Map(cards.map((card) => [card.orderId, card]));
  const rows = orders.map((order) => ({
    ...order,
    promise: promiseState(order, now, standardOf(order), expected.get(order.id)),
    card: cardOf.get(order.id) ?? null,
  }));
  const atRisk = (row: (typeof rows)[number]) => ['at_risk', 'broken'].includes(row.promise.state);
  return {
    orders:
      query.at_risk === undefined ? rows : rows.filter((row) => atRisk(row) === (query.at_risk === 'true')),
    cursor: last ? `${last.intakeAt}.${last.id}` : null,
  };
}

function cursorOf(cursor: string | undefined) {
  const [, intakeAt, id] = CURSOR.exec(cursor ?? '') ?? [];
  return intakeAt && id ? { intakeAt: Number(intakeAt), id } : undefined;
}
