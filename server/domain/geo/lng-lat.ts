/**
 * A place on the earth in WGS-84 degrees. The only form of a coordinate inside the product:
 * other datums exist at the edge alone (gcj02.ts), Leaflet's [lat, lng] in app/map alone.
 */
export interface LngLat {
  readonly lng: number;
  readonly lat: number;
}

/** The rectangle a region lies in, WGS-84 degrees. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Mainland China with Hainan and its coastal waters, generously: what lies outside was typed wrongly. */
export const CHINA: Bounds = { west: 73, south: 17.5, east: 135.1, north: 53.6 };

export type PointFault =
  /** Not two finite numbers. */
  | 'not_a_number'
  /** Exactly 0/0: an export's way of writing "unknown", not a point off Africa. */
  | 'zero'
  /** Outside the region as given, inside it once longitude and latitude change places. */
  | 'swapped'
  /** Not a longitude and latitude at all, or too far from the region. */
  | 'outside';

/** `LngLat` from two numbers in degrees; throws on numbers that name no place, for points written in code. */
export function lngLat(lng: number, lat: number): LngLat {
  if (!isOnEarth(lng, lat)) {
    throw new RangeError(
      `No place on earth: lng ${lng}, lat ${lat}. Longitude is −180…180, latitude −90…90.`,
    );
  }
  return { lng, lat };
}

/**
 * Judges two numbers that claim to be longitude and latitude (degrees, any datum: the bounds are generous).
 * Returns what is wrong with them, or undefined when they can be a point of the region.
 */
export function pointFault(lng: number, lat: number, region: Bounds = CHINA): PointFault | undefined {
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return 'not_a_number';
  if (lng === 0 && lat === 0) return 'zero';
  if (isOnEarth(lng, lat) && contains(region, { lng, lat })) return undefined;
  return isOnEarth(lat, lng) && contains(region, { lng: lat, lat: lng }) ? 'swapped' : 'outside';
}

/** Is the point inside the rectangle, its edges included? */
export function contains(bounds: Bounds, point: LngLat): boolean {
  return (
    point.lng >= bounds.west &&
    point.lng <= bounds.east &&
    point.lat >= bounds.south &&
    point.lat <= bounds.north
  );
}

/** The rectangle grown by a number of degrees on every side. */
export function grow(bounds: Bounds, degrees: number): Bounds {
  return {
    west: bounds.west - degrees,
    south: bounds.south - degrees,
    east: bounds.east + degrees,
    north: bounds.north + degrees,
  };
}

function isOnEarth(lng: number, lat: number): boolean {
  return lng >= -180 && lng <= 180 && lat >= -90 && lat <= 90;
}
