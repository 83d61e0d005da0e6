import type { Place } from './model.ts';

/** Cells along each side of the square that the curve fills. */
const SIDE = 1 << 15;

/**
 * For each place its position along a Hilbert curve over them all: places that follow one another on the curve
 * are near one another, so tables in that order keep what is asked for together side by side in memory.
 */
export function alongCurve(places: readonly Place[]): Float64Array {
  const lngs = places.map((place) => place.lng);
  const lats = places.map((place) => place.lat);
  const west = least(lngs);
  const south = least(lats);
  const extent = Math.max(-least(lngs.map((lng) => -lng)) - west, -least(lats.map((lat) => -lat)) - south);
  const scale = extent > 0 ? (SIDE - 1) / extent : 0;
  return Float64Array.from(places, (_, i) =>
    curveIndex(Math.floor((lngs[i]! - west) * scale), Math.floor((lats[i]! - south) * scale)),
  );
}

function least(values: readonly number[]): number {
  return values.reduce((one, other) => (other < one ? other : one), Infinity);
}

/** Distance along the curve of the cell (x, y). */
function curveIndex(x: number, y: number): number {
  let [east, north] = [x, y];
  let index = 0;
  for (let side = SIDE / 2; side >= 1; side /= 2) {
    const right = (east & side) > 0 ? 1 : 0;
    const up = (north & side) > 0 ? 1 : 0;
    index += side * side * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) [east, north] = [SIDE - 1 - east, SIDE - 1 - north];
      [east, north] = [north, east];
    }
  }
  return index;
}
