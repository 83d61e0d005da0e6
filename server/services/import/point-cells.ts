import { type CoordinateSystem, fromWgs84, toWgs84 } from '#domain/geo/gcj02.ts';
import { type Bounds, type LngLat, pointFault } from '#domain/geo/lng-lat.ts';
import type { Known } from './known.ts';
import type { Row } from './row.ts';

type PointField = 'lng' | 'lat';

/**
 * The point of a row as WGS-84, whatever system the file is in; null when both cells are empty, or with
 * a fault when they name no place of the region. Exchanged cells are turned when the user asked for it.
 */
export function readPoint(row: Row<PointField>, { crs, region, turnSwapped }: Known): LngLat | null {
  const [lngText, latText] = [row.text('lng'), row.text('lat')];
  if (lngText === '' && latText === '') return null;
  if (lngText === '' || latText === '') {
    row.fault(lngText === '' ? 'lng' : 'lat', 'half_coordinates', { expected: [exampleOf(crs, region)] });
    return null;
  }
  const [lng, lat] = [numberIn(lngText), numberIn(latText)];
  const value = `${lngText}, ${latText}`;
  const bounds = inSystem(crs, region);
  switch (pointFault(lng, lat, bounds)) {
    case undefined:
      return toWgs84(crs, lng, lat);
    case 'swapped':
      if (turnSwapped) {
        row.warn('lng', 'swapped_corrected', { value, fix: `${latText}, ${lngText}` });
        return toWgs84(crs, lat, lng);
      }
      row.fault('lng', 'swapped_coordinates', {
        value,
        fix: `${latText}, ${lngText}`,
        expected: rangeOf(bounds),
      });
      return null;
    case 'zero':
      row.fault('lng', 'zero_coordinates', { value, expected: rangeOf(bounds) });
      return null;
    case 'not_a_number':
      row.fault(Number.isFinite(lng) ? 'lat' : 'lng', 'not_a_number', { expected: [exampleOf(crs, region)] });
      return null;
    case 'outside':
      row.fault('lng', 'outside_region', { value, expected: rangeOf(bounds) });
      return null;
  }
}

/** Digits with one point; nothing that `Number` would bend into shape, such as an empty cell or 0x10. */
export function numberIn(text: string): number {
  const plain = text.normalize('NFKC').replace(/[°\s]/g, '');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** The region's rectangle in the file's system: its corners moved by a few hundred metres. */
function inSystem(crs: CoordinateSystem, { west, south, east, north }: Bounds): Bounds {
  const [low, high] = [fromWgs84(crs, { lng: west, lat: south }), fromWgs84(crs, { lng: east, lat: north })];
  return {
    west: Math.min(west, low.lng),
    south: Math.min(south, low.lat),
    east: Math.max(east, high.lng),
    north: Math.max(north, high.lat),
  };
}

function rangeOf({ west, south, east, north }: Bounds): string[] {
  const show = (degrees: number) => String(Math.round(degrees * 100) / 100);
  return [`${show(west)}–${show(east)}`, `${show(south)}–${show(north)}`];
}

function exampleOf(crs: CoordinateSystem, { west, south, east, north }: Bounds): string {
  const middle = fromWgs84(crs, { lng: (west + east) / 2, lat: (south + north) / 2 });
  return `${middle.lng.toFixed(6)}, ${middle.lat.toFixed(6)}`;
}
