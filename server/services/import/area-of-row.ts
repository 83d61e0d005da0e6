import type { LngLat } from '#domain/geo/lng-lat.ts';
import { isInside } from '#domain/geo/polygon.ts';
import type { KnownArea } from './known.ts';
import type { Row } from './row.ts';

/** The area that a column names, by name or id; a fault that lists the areas when there is no such one. */
export function namedArea(row: Row<'area'>, areas: readonly KnownArea[]): KnownArea | undefined {
  const text = row.text('area');
  if (text === '') return undefined;
  const area = areas.find(({ name, id }) => name === text || id === text) ?? areaOfAddress(text, areas);
  if (area === undefined) row.fault('area', 'unknown_area', { expected: areas.map(({ name }) => name) });
  return area;
}

/**
 * The area an address begins with after province and city: the longest of the known names, so that
 * 晋安区宦溪镇 goes before 晋安区. An address that leaves the district out may hold the name later.
 */
export function areaOfAddress(address: string, areas: readonly KnownArea[]): KnownArea | undefined {
  const plain = address.replace(/\s/g, '');
  const rest = plain.replace(/^[^省市区县]{2,7}省/, '').replace(/^[^省市区县]{2,7}市/, '');
  const longestFirst = areas.toSorted((a, b) => b.name.length - a.name.length);
  return (
    longestFirst.find(({ name }) => rest.startsWith(name)) ??
    longestFirst.find(({ name }) => name.length >= 3 && plain.includes(name))
  );
}

/** The area whose ground holds the point. */
export function areaOfPoint(point: LngLat, areas: readonly KnownArea[]): KnownArea | undefined {
  return areas.find(({ polygon }) => polygon !== null && isInside(point, polygon));
}

/**
 * The area of an order: the file's own column, else its address, else its point. The address is the
 * operator's word and goes before a drawn line; where the two disagree it is said.
 */
export function areaOfOrder(
  row: Row<'area' | 'address' | 'lng'>,
  address: string,
  point: LngLat | null,
  areas: readonly KnownArea[],
): KnownArea | undefined {
  const named = namedArea(row, areas);
  if (named === undefined && row.text('area') !== '') return undefined;
  const byWord = named ?? areaOfAddress(address, areas);
  const byPoint = point ? areaOfPoint(point, areas) : undefined;
  if (byWord === undefined) {
    if (byPoint === undefined) row.fault('address', 'no_area', { expected: areas.map(({ name }) => name) });
    else row.warn('address', 'area_from_point', { facts: { area: byPoint.name } });
    return byPoint;
  }
  if (point && byWord.polygon !== null && !isInside(point, byWord.polygon)) {
    row.warn('lng', 'area_disagrees', {
      value: `${row.text('lng')}`,
      facts: { named: byWord.name, drawn: byPoint?.name ?? '' },
    });
  }
  return byWord;
}
