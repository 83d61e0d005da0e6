import { readFileSync } from 'node:fs';
import type { Bounds } from '#domain/geo/lng-lat.ts';
import { DEMO_AREAS } from '#server/demo/city/areas.ts';
import type { Known } from '#server/services/import/known.ts';

export const FUZHOU: Bounds = { west: 118.9, south: 25.7, east: 119.9, north: 26.5 };

/** What a branch of the demo city knows before its first import. */
export function knownBranch(given: Partial<Known> = {}): Known {
  return {
    crs: 'wgs84',
    region: FUZHOU,
    areas: DEMO_AREAS.map(({ id, name, region, ground }) => ({ id, name, region, polygon: ground })),
    estates: [],
    numbers: new Set(),
    tz: 'Asia/Shanghai',
    today: '2026-03-10',
    turnSwapped: false,
    ...given,
  };
}

/** The bytes of a file in tests/support/fixtures/import. */
export function importFixture(name: string): Uint8Array {
  return readFileSync(new URL(`fixtures/import/${name}`, import.meta.url));
}
