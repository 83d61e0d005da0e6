import { toWgs84 } from '#domain/geo/gcj02.ts';
import { pointFault } from '#domain/geo/lng-lat.ts';
import { groundFault } from '#domain/geo/polygon.ts';
import type { Region } from '#domain/order/order-type.ts';
import { readText, readWord } from './cells.ts';
import type { AreaField } from './field-words.ts';
import type { Known } from './known.ts';
import { numberIn } from './point-cells.ts';
import type { Row } from './row.ts';
import { REGION_WORDS } from './words.ts';

type Corner = [lng: number, lat: number];

/** A row of an area file whose every value could be read. */
export interface AreaRow {
  readonly row: number;
  /** Null where the file gives none. */
  readonly id: string | null;
  readonly name: string;
  readonly region: Region;
  /** WGS-84; null while the area is not drawn. */
  readonly polygon: { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Corner[])[] } | null;
  /** Staff number or name of the first responsible person, to be looked up. */
  readonly lead: string | null;
}

const EXPECTED = [
  'POLYGON((119.28 26.08, 119.30 26.08, 119.30 26.10, 119.28 26.08))',
  '119.28,26.08;119.30,26.08;119.30,26.10',
];

/** Reads one area; undefined when something in it cannot be taken. */
export function parseAreaRow(row: Row<AreaField>, known: Known): AreaRow | undefined {
  const name = readText(row, 'name', 60, true);
  const id = readText(row, 'id', 40, false);
  if (id !== '' && !/^[a-z0-9][a-z0-9_-]*$/.test(id)) row.fault('id', 'not_an_id', { expected: ['gulou-1'] });
  const region = readWord(row, 'region', REGION_WORDS, 'urban');
  const polygon = readPolygon(row, known);
  const lead = readText(row, 'lead', 60, false);
  if (row.faults.length > 0 || !region) return undefined;
  return { row: row.number, id: id || null, name, region, polygon, lead: lead || null };
}

/** A boundary as WKT, as GeoJSON, or as `lng,lat;lng,lat;…`; one ring, closed when it was left open. */
function readPolygon(row: Row<AreaField>, { crs, region }: Known): AreaRow['polygon'] {
  const text = row.text('polygon').normalize('NFKC');
  if (text === '') return null;
  const corners = cornersIn(text);
  if (corners === undefined) {
    row.fault('polygon', 'not_a_polygon', { expected: EXPECTED });
    return null;
  }
  const wrong = corners.find(([lng, lat]) => pointFault(lng, lat, region) !== undefined);
  if (wrong) {
    const reason =
      pointFault(wrong[0], wrong[1], region) === 'swapped' ? 'swapped_coordinates' : 'outside_region';
    row.fault('polygon', reason, { value: wrong.join(', '), expected: EXPECTED });
    return null;
  }
  const ring = corners.map(([lng, lat]): Corner => {
    const at = toWgs84(crs, lng, lat);
    return [at.lng, at.lat];
  });
  const [first, last] = [ring[0]!, ring.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) {
    ring.push([first[0], first[1]]);
    row.warn('polygon', 'ring_closed');
  }
  const polygon = { type: 'Polygon' as const, coordinates: [ring] };
  const fault = groundFault(polygon);
  if (fault === undefined) return polygon;
  row.fault('polygon', 'not_a_polygon', { expected: EXPECTED, facts: { fault } });
  return null;
}

function cornersIn(text: string): Corner[] | undefined {
  if (text.startsWith('{')) return cornersInGeoJson(text);
  const wkt = /^POLYGON\s*\(\s*\(([^()]+)\)\s*\)$/i.exec(text);
  const pairs = wkt ? wkt[1]!.split(',') : text.split(/[;|\n]+/);
  const corners = pairs
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => pair.split(/[\s,]+/).map(numberIn));
  return allPairs(corners) && corners.length >= 3 ? corners : undefined;
}

function cornersInGeoJson(text: string): Corner[] | undefined {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const geometry = pick(given, 'geometry') ?? given;
  const rings = pick(geometry, 'coordinates');
  const ring: unknown = Array.isArray(rings) && rings.length === 1 ? rings[0] : undefined;
  return pick(geometry, 'type') === 'Polygon' && Array.isArray(ring) && allPairs(ring) ? ring : undefined;
}

function pick(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function allPairs(corners: unknown[]): corners is Corner[] {
  return corners.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isFinite));
}
