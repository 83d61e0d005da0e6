import { areas } from '#db/query/area.ts';
import { openOrdersOfAll } from '#db/query/order.ts';
import { lastPositions } from '#db/query/position.ts';
import { techniciansById } from '#db/query/technician.ts';
import type { OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { type Expectations, expectedTimes } from '#domain/scheduling/expected-area.ts';
import type { ExpectedVisit } from '#domain/scheduling/expected-day.ts';
import type { Services } from '../context.ts';

/**
 * What the running day lets expect of these orders, with everything else that stands in the days of their technicians. Those of
 * another day are not in it.
 */
export async function expectedOf(services: Services, orders: readonly Order[]): Promise<Expectations> {
  const { sql } = services.database;
  const now = services.now();
  const ids = [...new Set(orders.flatMap(({ planned }) => planned?.technicianId ?? []))];
  const areaIds = [...new Set(orders.map(({ areaId }) => areaId))];
  const [technicians, open, places, known] = await Promise.all([
    techniciansById(sql, ids),
    openOrdersOfAll(sql, ids),
    Promise.all(areaIds.map((areaId) => lastPositions(sql, areaId))),
    areas(sql, areaIds),
  ]);
  const all = new Map([...orders, ...open].map((order) => [order.id, order]));
  const positions = new Map(places.flat().map((position) => [position.technicianId, position]));
  const expected = new Map<OrderId, ExpectedVisit>();
  for (const area of known) {
    const mine = technicians.filter(({ areaId }) => areaId === area.id);
    const inArea = expectedTimes({
      area,
      technicians: mine,
      orders: [...all.values()].filter((order) => order.areaId === area.id),
      positionOf: (id) => positions.get(id),
      now,
    });
    for (const [orderId, visit] of inArea) expected.set(orderId, visit);
  }
  return expected;
}
