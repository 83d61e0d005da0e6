import type { LngLat } from './lng-lat.ts';
import { circleAround } from './polygon.ts';

type Corner = readonly [number, number];

/**
 * The ground that points stand on: the convex hull of a circle around each, a closed ring in WGS-84. Null of no points.
 * Hull: A. M. Andrew, Another efficient algorithm for convex hulls in two dimensions, Information Processing Letters 9 (1979).
 */
export function groundAround(
  points: readonly LngLat[],
  radiusM: number,
): { type: 'Polygon'; coordinates: readonly (readonly Corner[])[] } | null {
  if (points.length === 0) return null;
  const corners = points
    .flatMap((point) => circleAround(point, radiusM).coordinates[0] ?? [])
    .map(([lng = 0, lat = 0]): Corner => [lng, lat])
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = chain(corners);
  const upper = chain(corners.toReversed());
  const ring = [...lower.slice(0, -1), ...upper.slice(0, -1)];
  const [first] = ring;
  return { type: 'Polygon', coordinates: [first ? [...ring, first] : ring] };
}

/** One side of the hull: the corners that turn left only. */
function chain(corners: readonly Corner[]): readonly Corner[] {
  const side: Corner[] = [];
  for (const corner of corners) {
    while (side.length >= 2 && !turnsLeft(side.at(-2)!, side.at(-1)!, corner)) side.pop();
    side.push(corner);
  }
  return side;
}

function turnsLeft([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): boolean {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0;
}
