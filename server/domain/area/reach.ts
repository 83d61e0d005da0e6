import { isInside } from '../geo/polygon.ts';
import type { OrderPlace } from '../order/order.ts';
import type { Area } from './area.ts';

/** The part of an area that something on the network touches: estates by name, or ground drawn on the map (WGS-84), or both. */
export interface Reach {
  estates: readonly string[];
  polygon: Area['polygon'];
}

/** Whether an order lies in a reach; `unknown` when neither its estate nor its place tells. */
export type Within = 'inside' | 'outside' | 'unknown';

/** Where an order lies in the reach of an outage or a cutover (INTK-07, CUTV-01); null reaches the whole area. */
export function withinReach(
  reach: Reach | null | undefined,
  { estate, place }: { estate?: string | null | undefined; place?: OrderPlace | null | undefined },
): Within {
  if (!reach) return 'inside';
  const named = reach.estates.length > 0 && estate ? reach.estates.includes(estate) : null;
  const drawn = reach.polygon && place ? isInside(place.point, reach.polygon) : null;
  if (named || drawn) return 'inside';
  // told by one of the two ways in which the reach is given, and outside by every one that tells
  const silent = (reach.estates.length > 0 && named === null) || (reach.polygon !== null && drawn === null);
  return silent ? 'unknown' : 'outside';
}

/** A reach from what a command names; null where it names nothing. */
export function reachOf({
  estates = [],
  polygon = null,
}: {
  estates?: readonly string[] | undefined;
  polygon?: Reach['polygon'] | undefined;
}): Reach | null {
  return estates.length > 0 || polygon ? { estates, polygon } : null;
}
