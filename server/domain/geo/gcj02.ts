import gcoord from 'gcoord';
import type { LngLat } from './lng-lat.ts';

/** The systems a file or a base map may be written in. Asked of the person who brings it, never guessed. */
export const COORDINATE_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number];

const NAMES = {
  wgs84: gcoord.CRSTypes.WGS84,
  gcj02: gcoord.CRSTypes.GCJ02,
  bd09: gcoord.CRSTypes.BD09,
} as const;

/**
 * A longitude and latitude of the named system as WGS-84, degrees.
 * GCJ-02 (AMap, Tencent) lies 0.3–0.7 km off in China, BD-09 (Baidu) about 1 km; converting back errs
 * ≤ 0.25 m. Outside the rough box the GCJ-02 formula knows, points are left as they are.
 */
export function toWgs84(system: CoordinateSystem, lng: number, lat: number): LngLat {
  return convert(lng, lat, system, 'wgs84');
}

/** A WGS-84 point in the named system, degrees. The result is for a foreign map's pixels only, never stored. */
export function fromWgs84(system: CoordinateSystem, point: LngLat): { lng: number; lat: number } {
  return convert(point.lng, point.lat, 'wgs84', system);
}

function convert(lng: number, lat: number, from: CoordinateSystem, to: CoordinateSystem): LngLat {
  if (from === to) return { lng, lat };
  const [outLng, outLat] = gcoord.transform([lng, lat], NAMES[from], NAMES[to]);
  return { lng: outLng, lat: outLat };
}
