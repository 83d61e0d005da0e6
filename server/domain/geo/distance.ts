import type { LngLat } from './lng-lat.ts';

/** Mean radius of the earth in metres (IUGG), the one turf uses. */
const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/**
 * Straight line over the ground between two WGS-84 points in metres (haversine).
 * Within 0.5 % of the ellipsoid everywhere; written out because travel matrices call it a million times.
 */
export function distanceM(from: LngLat, to: LngLat): number {
  const dLat = (to.lat - from.lat) * RADIANS;
  const dLng = (to.lng - from.lng) * RADIANS;
  const a =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(from.lat * RADIANS) * Math.cos(to.lat * RADIANS) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** A place on the unit sphere. */
export interface UnitPoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The place on the unit sphere of a WGS-84 point. */
export function unitPoint({ lng, lat }: LngLat): UnitPoint {
  const around = Math.cos(lat * RADIANS);
  return {
    x: around * Math.cos(lng * RADIANS),
    y: around * Math.sin(lng * RADIANS),
    z: Math.sin(lat * RADIANS),
  };
}

/** The same as `distanceM` to a micrometre, of points that were made ready: what a matrix of all pairs asks for. */
export function distanceBetween(from: UnitPoint, to: UnitPoint): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const dz = to.z - from.z;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2));
}

/** Direction from one point to another, degrees clockwise from north, 0 ≤ bearing < 360. */
export function bearingDeg(from: LngLat, to: LngLat): number {
  const dLng = (to.lng - from.lng) * RADIANS;
  const y = Math.sin(dLng) * Math.cos(to.lat * RADIANS);
  const x =
    Math.cos(from.lat * RADIANS) * Math.sin(to.lat * RADIANS) -
    Math.sin(from.lat * RADIANS) * Math.cos(to.lat * RADIANS) * Math.cos(dLng);
  return (((Math.atan2(y, x) / RADIANS) % 360) + 360) % 360;
}

/**
 * The point a share (0…1) of the way along the straight line; exact enough below 100 km,
 * where a degree is the same length at both ends.
 */
export function alongLine(from: LngLat, to: LngLat, share: number): LngLat {
  return { lng: from.lng + (to.lng - from.lng) * share, lat: from.lat + (to.lat - from.lat) * share };
}
