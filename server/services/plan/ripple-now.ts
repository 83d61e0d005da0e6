import { z } from 'zod';
import { areaById } from '#db/query/area.ts';
import { boardOrders } from '#db/query/order.ts';
import { lastPositions } from '#db/query/position.ts';
import { techniciansOf } from '#db/query/technician.ts';
import type { AreaId } from '#domain/base/brand.ts';
import { expectedTimes } from '#domain/scheduling/expected-area.ts';
import { type TroubledVisit, troublesOf } from '#domain/scheduling/ripple.ts';
import { slug } from '#protocol/schema-base.ts';
import { seesArea, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

export const rippleQuery = z.strictObject({ area: slug });

/** A visit in trouble, by the order's id. */
export type ToldTrouble = Omit<TroubledVisit, 'order'> & { orderId: string; number: string };

/**
 * SCHD-11: the rest of an area's day as it will run if nothing is done, and of it what needs somebody to act; the same function as the
 * screens use. Null when there is no such area for the viewer.
 */
export async function rippleNow(
  services: Services,
  viewer: Viewer,
  areaId: AreaId,
): Promise<readonly ToldTrouble[] | null> {
  const { sql } = services.database;
  if (!seesArea(viewer, areaId) || viewer.role === 'technician') return null;
  const area = await areaById(sql, areaId);
  if (!area) return null;
  const now = services.now();
  const [orders, technicians, places] = await Promise.all([
    boardOrders(sql, areaId, now),
    techniciansOf(sql, [areaId]),
    lastPositions(sql, areaId),
  ]);
  const positions = new Map(places.map((position) => [position.technicianId, position]));
  const expected = expectedTimes({ area, orders, technicians, positionOf: (id) => positions.get(id), now });
  return troublesOf(expected, orders).map(({ order, ...trouble }) => ({
    orderId: order.id,
    number: order.number,
    ...trouble,
  }));
}
