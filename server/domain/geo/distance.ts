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

/** Up to this half chord (127 km) four terms of the arc's series are exact to a nanometre, and quicker than `asin`. */
const NEAR_CHORD = 0.01;

/** Metres over the ground for half the straight line through the earth between two points of the unit sphere. */
function arcM(halfChord: number): number {
  if (halfChord > NEAR_CHORD) return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, halfChord));
  const square = halfChord * halfChord;
  return 2 * EARTH_RADIUS_M * halfChord * (1 + square * (1 / 6 + square * (3 / 40 + (square * 5) / 112)));
}

const COORDINATES = 3;

/**
 * Places on the unit sphere, each made ready when first asked about: a matrix of all pairs asks for every place a thousand times.
 * The list may grow; a place already asked about must not move.
 */
export class UnitPoints {
  private readonly places: readonly LngLat[];
  /** x, y and z of every place, NaN where it has not been asked about yet. */
  private coordinates: Float64Array;

  constructor(places: readonly LngLat[]) {
    this.places = places;
    this.coordinates = new Float64Array(places.length * COORDINATES).fill(Number.NaN);
  }

  /** The same as `distanceM` between two places by index, to a micrometre. Throws a RangeError where there is no such place. */
  metresBetween(from: number, to: number): number {
    const one = this.ready(from);
    const other = this.ready(to);
    const { coordinates } = this;
    const dx = coordinates[other]! - coordinates[one]!;
    const dy = coordinates[other + 1]! - coordinates[one + 1]!;
    const dz = coordinates[other + 2]! - coordinates[one + 2]!;
    return arcM(Math.sqrt(dx * dx + dy * dy + dz * dz) / 2);
  }

  /** The same from one place to many at once, into `into` from index 0 on. */
  metresFrom(from: number, to: Int32Array, into: Float64Array): void {
    for (const place of to) this.ready(place);
    const one = this.ready(from);
    const { coordinates } = this;
    const x = coordinates[one]!;
    const y = coordinates[one + 1]!;
    const z = coordinates[one + 2]!;
    for (let i = 0; i < to.length; i++) {
      const other = to[i]! * COORDINATES;
      const dx = coordinates[other]! - x;
      const dy = coordinates[other + 1]! - y;
      const dz = coordinates[other + 2]! - z;
      into[i] = arcM(Math.sqrt(dx * dx + dy * dy + dz * dz) / 2);
    }
  }

  /** Where the coordinates of a place begin. */
  private ready(place: number): number {
    const at = place * COORDINATES;
    const x = this.coordinates[at];
    if (x === undefined || Number.isNaN(x)) this.prepare(place);
    return at;
  }

  private prepare(place: number): void {
    const found = this.places[place];
    if (found === undefined)
      throw new RangeError(`No place ${place}; the problem has ${this.places.length}.`);
    if (place * COORDINATES >= this.coordinates.length) {
      const grown = new Float64Array(this.places.length * COORDINATES).fill(Number.NaN);
      grown.set(this.coordinates);
      this.coordinates = grown;
    }
    const around = Math.cos(found.lat * RADIANS);
    this.coordinates[place * COORDINATES] = around * Math.cos(found.lng * RADIANS);
    this.coordinates[place * COORDINATES + 1] = around * Math.sin(found.lng * RADIANS);
    this.coordinates[place * COORDINATES + 2] = Math.sin(found.lat * RADIANS);
  }
}

/**
 * The point a share (0…1) of the way along the straight line; exact enough below 100 km,
 * where a degree is the same length at both ends.
 */
export function alongLine(from: LngLat, to: LngLat, share: number): LngLat {
  return { lng: from.lng + (to.lng - from.lng) * share, lat: from.lat + (to.lat - from.lat) * share };
}
