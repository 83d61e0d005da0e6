import { listOrders } from '#db/query/order.ts';
import type { AreaId } from '#domain/base/brand.ts';
import { type Call, callsOf } from '#domain/order/calls.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { areasSeen, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import { expectedOf } from '../order/expected-now.ts';

const MOST_ORDERS = 5_000;

/** The calls that the unfinished orders of the viewer's areas need, the most urgent first. */
export async function listCalls(services: Services, viewer: Viewer, areaId?: AreaId): Promise<Call[]> {
  const orders = await listOrders(services.database.sql, {
    areaIds: areasSeen(viewer, areaId === undefined ? null : [areaId]),
    technicianId: viewer.role === 'technician' ? (viewer.technicianId ?? '') : undefined,
    limit: MOST_ORDERS,
  });
  const now = services.now();
  const expected = await expectedOf(services, orders);
  return orders
    .flatMap((order) => callsOf(order, standardOf(order), now, expected.get(order.id)))
    .sort((a, b) => a.usable - b.usable);
}
