import type { Area } from '#domain/area/area.ts';
import type { Reach } from '#domain/area/reach.ts';
import { groundAround } from '#domain/geo/ground-around.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { Order } from '#domain/order/order.ts';

/** How far an estate goes beyond the homes that are known of it, metres. */
const BEYOND_M = 120;

/**
 * The ground that a reach is drawn as: what was drawn for it, and around the known homes of each estate that it names; the whole area
 * when it names nothing. Empty where none of it is known.
 */
export function groundsOf(
  reach: Reach | null | undefined,
  area: Pick<Area, 'polygon'>,
  orders: Iterable<Order>,
): readonly NonNullable<Area['polygon']>[] {
  if (!reach) return area.polygon ? [area.polygon] : [];
  const homes = new Map<string, LngLat[]>();
  for (const { estate, place } of orders) {
    if (!estate || !place || !reach.estates.includes(estate)) continue;
    const known = homes.get(estate);
    if (known) known.push(place.point);
    else homes.set(estate, [place.point]);
  }
  const around = [...homes.values()].flatMap((points) => groundAround(points, BEYOND_M) ?? []);
  return [...(reach.polygon ? [reach.polygon] : []), ...around];
}
