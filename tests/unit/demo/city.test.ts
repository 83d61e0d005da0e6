import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distanceM } from '#domain/geo/distance.ts';
import { boundsOf, groundFault, isInside } from '#domain/geo/polygon.ts';
import { DEMO_AREAS } from '#server/demo/city/areas.ts';
import { DEMO_ESTATES, estateAddress } from '#server/demo/city/estates.ts';
import { drawCity, fileText, waterTest } from '#server/demo/city/ground/draw.ts';
import { ROADS } from '#server/demo/city/ground/roads.ts';

const isWater = waterTest();

const areasAt = (lng: number, lat: number) =>
  DEMO_AREAS.filter(({ ground }) => isInside({ lng, lat }, ground)).map(({ name }) => name);

describe('the demo city', () => {
  it('has areas that can be used and do not overlap', () => {
    for (const { name, ground } of DEMO_AREAS) expect(groundFault(ground), name).toBeUndefined();
    const { west, south, east, north } = DEMO_AREAS.map(({ ground }) => boundsOf(ground)).reduce((a, b) => ({
      west: Math.min(a.west, b.west),
      south: Math.min(a.south, b.south),
      east: Math.max(a.east, b.east),
      north: Math.max(a.north, b.north),
    }));
    // Offset off the round corners the areas are drawn with: a shared edge belongs to both.
    for (let lng = west + 0.00037; lng < east; lng += 0.004) {
      for (let lat = south + 0.00041; lat < north; lat += 0.004) {
        expect(areasAt(lng, lat).length, `${lng}, ${lat}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it('has every estate dry, in its own area, on a road of the map', () => {
    const roads = new Set(ROADS.map(({ name }) => name));
    for (const { name, area, lng, lat, street } of DEMO_ESTATES) {
      expect(areasAt(lng, lat), name).toEqual([area]);
      expect(isWater(lng, lat), name).toBe(false);
      expect(roads.has(street), `${name}: ${street}`).toBe(true);
    }
  });

  it('has estates with names of their own, at least 250 m apart', () => {
    expect(new Set(DEMO_ESTATES.map(({ name }) => name)).size).toBe(DEMO_ESTATES.length);
    for (const [i, a] of DEMO_ESTATES.entries()) {
      for (const b of DEMO_ESTATES.slice(i + 1)) {
        expect(distanceM(a, b), `${a.name} and ${b.name}`).toBeGreaterThan(250);
      }
    }
  });

  it('writes addresses as orders carry them', () => {
    expect(estateAddress(DEMO_ESTATES[0]!, 3, 2, 501)).toBe('福州市鼓楼区湖东路86号榕荫里3号楼2单元501室');
  });
});

describe('the offline base layer', () => {
  const file = (name: string) =>
    readFileSync(new URL(`../../../public/base/${name}.geojson`, import.meta.url), 'utf8');

  it('is what the drawing gives: run write-base-layer.ts after changing the drawing', {
    timeout: 30_000,
  }, () => {
    const drawn = drawCity();
    for (const name of ['ground', 'roads', 'places'] as const) {
      expect(file(name) === fileText(drawn[name]), `${name}.geojson is as drawn`).toBe(true);
    }
  });

  it('stays below 400 kB in all', () => {
    const bytes = ['ground', 'roads', 'places'].reduce((sum, name) => sum + Buffer.byteLength(file(name)), 0);
    expect(bytes).toBeLessThan(400_000);
  });
});
