import { middleOf, spreadM } from '#domain/geo/centre.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { OrderPlace } from '#domain/order/order.ts';
import type { Warning } from './fault.ts';
import type { Known } from './known.ts';
import type { OrderRow } from './parse-order-row.ts';

/** An order row with its place settled as far as file and known estates allow. */
export interface PlacedOrderRow extends Omit<OrderRow, 'point'> {
  /** Where a move's old line stands, as far as the known estates tell. */
  readonly moveFrom: { areaId: string; estate: string | null; place: OrderPlace | null } | null;
  readonly place: OrderPlace | null;
  /** `place` when neither point nor estate tells where it is: to be placed by hand (INTK-01). */
  readonly missing: readonly 'place'[];
}

/** An address's point stands at a gate or in the middle of a building. */
const ROOFTOP_M = 50;
/** An estate is at least this wide. */
const ESTATE_M = 100;
const ESTATE_IN_ADDRESS =
  /(?:^|.*(?:[路街道巷里大]\d+号|[区县镇乡]))([^\d\s号路街区县镇乡]{2,12}?)\d+(?:号楼|栋|幢|座|#)/u;

/**
 * Places each order: its own point, else the middle of its estate as the other rows or the known
 * estates tell it, else nowhere yet. A missing estate is read from the address when it names one.
 */
export function placeOrders(
  rows: readonly OrderRow[],
  known: Known,
  columns: { estate: string | null; lng: string | null; previousAddress: string | null },
): { rows: PlacedOrderRow[]; warnings: Warning[] } {
  const points = estatePoints(rows, known);
  const warnings: Warning[] = [];
  const placed = rows.map(({ point, ...read }): PlacedOrderRow => {
    const moveFrom = read.leaves && placeLeft(read.leaves, points);
    const row = { ...read, moveFrom };
    const warn = (
      field: 'estate' | 'lng' | 'previousAddress',
      reason: Warning['reason'],
      facts?: Warning['facts'],
    ) =>
      warnings.push({
        row: row.row,
        column: columns[field],
        field,
        value: '',
        reason,
        expected: [],
        ...(facts && { facts }),
      });
    if (moveFrom && !moveFrom.place) warn('previousAddress', 'old_to_be_placed');
    const estate = row.estate ?? estateInAddress(row, points);
    if (row.estate === null) {
      if (estate === null) warn('estate', 'no_estate');
      else warn('estate', 'estate_from_address', { estate });
    }
    if (point)
      return { ...row, estate, place: { point, precision: 'rooftop', uncertaintyM: ROOFTOP_M }, missing: [] };
    const around = estate === null ? undefined : points.get(keyOf(row.areaId, estate));
    const middle = around ? middleOf(around) : undefined;
    if (!around || !middle) {
      warn('lng', 'to_be_placed');
      return { ...row, estate, place: null, missing: ['place'] };
    }
    const uncertaintyM = Math.round(Math.max(ESTATE_M, spreadM(middle, around)));
    warn('lng', 'placed_by_estate', { estate: estate!, uncertaintyM });
    return { ...row, estate, place: { point: middle, precision: 'community', uncertaintyM }, missing: [] };
  });
  return { rows: placed, warnings };
}

/** Where the old line of a move stands: the middle of the estate that its address names. */
function placeLeft(
  { address, areaId }: NonNullable<OrderRow['leaves']>,
  points: Map<string, LngLat[]>,
): NonNullable<PlacedOrderRow['moveFrom']> {
  const estate = estateInAddress({ areaId, address }, points);
  const around = estate === null ? undefined : points.get(keyOf(areaId, estate));
  const middle = around ? middleOf(around) : undefined;
  if (!around || !middle) return { areaId, estate, place: null };
  const uncertaintyM = Math.round(Math.max(ESTATE_M, spreadM(middle, around)));
  return { areaId, estate, place: { point: middle, precision: 'community', uncertaintyM } };
}

/** Points of each estate, by area: two areas may have estates of one name. */
function estatePoints(rows: readonly OrderRow[], { estates }: Known): Map<string, LngLat[]> {
  const points = new Map<string, LngLat[]>();
  const add = (areaId: string, estate: string, point: LngLat) => {
    const key = keyOf(areaId, estate);
    points.set(key, [...(points.get(key) ?? []), point]);
  };
  for (const { areaId, name, point } of estates) add(areaId, name, point);
  for (const { areaId, estate, point } of rows)
    if (estate !== null && point !== null) add(areaId, estate, point);
  return points;
}

/** The longest known estate of the area that the address holds, else what stands before the building's number. */
function estateInAddress(
  { areaId, address }: { areaId: string; address: string },
  points: Map<string, unknown>,
): string | null {
  const held = [...points.keys()]
    .flatMap((key) => (key.startsWith(keyOf(areaId, '')) ? [key.slice(keyOf(areaId, '').length)] : []))
    .filter((name) => address.includes(name))
    .sort((a, b) => b.length - a.length)[0];
  return held ?? ESTATE_IN_ADDRESS.exec(address)?.[1] ?? null;
}

function keyOf(areaId: string, estate: string): string {
  return `${areaId}\n${estate}`;
}
