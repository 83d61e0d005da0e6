import type { LngLat } from '#domain/geo/lng-lat.ts';

/** Pixels of the whole world's width at zoom 0. */
const WORLD_PX = 256;
/** So near a first view goes, and so far out. */
const NEAREST = 14;
const FARTHEST = 9;
/** A view shows at least so many of the points; the few that lie far out are not worth a street map without streets. */
const MOST = 0.8;
/** What stays free at each edge, CSS pixels: pins stand above their points, and controls lie in the corners. */
const EDGE_PX = 32;

/**
 * The view to open a map of `size` CSS pixels with: as near as four of five points are seen. Null without points.
 * The middle is that of the points without the farthest tenth at each side.
 */
export function viewOfMost(
  points: readonly LngLat[],
  size: { readonly x: number; readonly y: number },
): { centre: LngLat; zoom: number } | null {
  if (points.length === 0) return null;
  const middle = (values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    const cut = Math.floor(sorted.length * 0.1);
    return (sorted[cut]! + sorted.at(-1 - cut)!) / 2;
  };
  const centre = { lng: middle(points.map(({ lng }) => lng)), lat: middle(points.map(({ lat }) => lat)) };
  const room = { x: Math.max(1, size.x / 2 - EDGE_PX), y: Math.max(1, size.y / 2 - EDGE_PX) };
  const seenAt = (zoom: number) => {
    const px = WORLD_PX * 2 ** zoom;
    return points.filter(
      ({ lng, lat }) =>
        (Math.abs(lng - centre.lng) / 360) * px <= room.x &&
        Math.abs(northOf(lat) - northOf(centre.lat)) * px <= room.y,
    ).length;
  };
  let zoom = NEAREST;
  while (zoom > FARTHEST && seenAt(zoom) < points.length * MOST) zoom -= 1;
  return { centre, zoom };
}

/** How far north of the equator on the square Web Mercator world, whose height is 1. */
function northOf(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
}
