import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { circle } from '@turf/circle';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Bounds, LngLat } from './lng-lat.ts';

type Ring = readonly (readonly number[])[];

/** An area on the ground, GeoJSON in WGS-84, read only. */
export type Ground =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** Does the point lie in the area, its edge included? Holes are outside. */
export function isInside(point: LngLat, area: Ground): boolean {
  return booleanPointInPolygon([point.lng, point.lat], area as Polygon | MultiPolygon);
}

/** A ring of 64 corners around a point at a distance in metres: fences and uncertainty on the map. */
export function circleAround(point: LngLat, radiusM: number): Polygon {
  return circle([point.lng, point.lat], radiusM, { units: 'meters', steps: 64 }).geometry;
}

/** The smallest rectangle around an area; of rings a few corners long, written out rather than imported. */
export function boundsOf(area: Ground): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lng, lat] of corners(area)) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
}

/**
 * What keeps a drawn or imported area from being one, or undefined when it can be used:
 * every ring needs four corners, closed, all of them real longitudes and latitudes.
 */
export function groundFault(
  area: Ground,
): 'no_ring' | 'open_ring' | 'too_few_corners' | 'not_a_place' | undefined {
  const polygons = polygonsOf(area);
  if (polygons.length === 0 || polygons.some((rings) => rings.length === 0)) return 'no_ring';
  for (const ring of polygons.flat()) {
    if (ring.length < 4) return 'too_few_corners';
    const [first, last] = [ring[0]!, ring[ring.length - 1]!];
    if (first[0] !== last[0] || first[1] !== last[1]) return 'open_ring';
    if (ring.some(([lng, lat]) => !isPlace(lng, lat))) return 'not_a_place';
  }
  return undefined;
}

function isPlace(lng: number | undefined, lat: number | undefined): boolean {
  return lng !== undefined && lat !== undefined && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

function corners(area: Ground): [number, number][] {
  return polygonsOf(area).flat(2) as [number, number][];
}

function polygonsOf(area: Ground): readonly (readonly Ring[])[] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}
