import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toWgs84 } from '#domain/geo/gcj02.ts';
import { pointFault } from '#domain/geo/lng-lat.ts';
import { isInside } from '#domain/geo/polygon.ts';
import { DEMO_AREAS } from '#server/demo/city/areas.ts';
import { waterTest } from '#server/demo/city/ground/draw.ts';

const isWater = waterTest();

/** A further trial on a day that lies beside the project, not in it. */
const DAY = new URL('../../../../shared/data/day/', import.meta.url);
const here = existsSync(DAY);
const REGION = { west: 118.9, south: 25.7, east: 119.9, north: 26.5 };

/** The area an address names: the longest name it begins with, after the city's. */
function areaNamed(address: string): string | undefined {
  const rest = address.replace(/^福州市/, '');
  return DEMO_AREAS.map(({ name }) => name)
    .filter((name) => rest.startsWith(name))
    .sort((a, b) => b.length - a.length)[0];
}

function placesOf(file: string, encoding: string): { where: string; lng: number; lat: number }[] {
  const text = new TextDecoder(encoding).decode(readFileSync(new URL(file, DAY)));
  const [header, ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const column = (...names: string[]) => header!.findIndex((name) => names.includes(name));
  const [where, lng, lat] = [column('装机地址', '片区'), column('经度'), column('纬度')];
  return rows.map((row) => ({ where: row[where]!, lng: Number(row[lng]), lat: Number(row[lat]) }));
}

describe.skipIf(!here)('the trial day (skipped when ../shared/data/day is not there)', () => {
  it('has every order on dry land inside the area its address names', () => {
    const placed = placesOf('orders-gcj02-gb18030.csv', 'gb18030').filter(
      ({ lng, lat }) => pointFault(lng, lat, REGION) === undefined,
    );
    expect(placed.length).toBe(297);
    for (const { where, lng, lat } of placed) {
      const at = toWgs84('gcj02', lng, lat);
      const area = DEMO_AREAS.find(({ name }) => name === areaNamed(where));
      expect(area && isInside(at, area.ground), `${where} at ${at.lng}, ${at.lat}`).toBe(true);
      expect(isWater(at.lng, at.lat), where).toBe(false);
    }
  });

  it('has every technician at home inside the area they are named for', () => {
    for (const { where, lng, lat } of placesOf('technicians-wgs84-utf8.csv', 'utf-8')) {
      const area = DEMO_AREAS.find(({ name }) => name === where);
      expect(area && isInside({ lng, lat }, area.ground), `${where} at ${lng}, ${lat}`).toBe(true);
      expect(isWater(lng, lat), where).toBe(false);
    }
  });
});
