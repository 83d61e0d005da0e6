import turfDistance from '@turf/distance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceM, UnitPoints } from '#domain/geo/distance.ts';
import { COORDINATE_SYSTEMS, fromWgs84, toWgs84 } from '#domain/geo/gcj02.ts';
import { estimateLeg, roadMetres } from '#domain/geo/travel.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const chinese = fc.record({ lng: between(75, 134), lat: between(18, 53) });
const mode = fc.constantFrom('ebike' as const, 'car' as const, 'walk' as const);
const hour = fc.integer({ min: 0, max: 23 });

describe('coordinate systems', () => {
  it('come back to within half a metre from every system, anywhere in China', () => {
    fc.assert(
      fc.property(chinese, fc.constantFrom(...COORDINATE_SYSTEMS), (point, system) => {
        const there = fromWgs84(system, point);
        expect(distanceM(point, toWgs84(system, there.lng, there.lat))).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it('lie as far apart in Fuzhou as surveys say: GCJ-02 about 590 m', () => {
    const square = { lng: 119.2965, lat: 26.0745 };
    expect(distanceM(square, fromWgs84('gcj02', square))).toBeCloseTo(591, -1);
    expect(distanceM(square, fromWgs84('wgs84', square))).toBe(0);
  });

  it('leave the given point untouched', () => {
    fc.assert(
      fc.property(chinese, (point) => {
        const before = structuredClone(point);
        fromWgs84('bd09', point);
        expect(point).toEqual(before);
      }),
    );
  });
});

describe('distance', () => {
  it('agrees with turf to a micrometre a kilometre all over China', () => {
    fc.assert(
      fc.property(chinese, chinese, (from, to) => {
        const turf = turfDistance([from.lng, from.lat], [to.lng, to.lat], { units: 'meters' });
        expect(Math.abs(distanceM(from, to) - turf)).toBeLessThanOrEqual(1e-9 * turf + 1e-3);
        const ready = new UnitPoints([from, to]).metresBetween(0, 1);
        expect(Math.abs(ready - turf)).toBeLessThanOrEqual(1e-9 * turf + 1e-3);
      }),
    );
  });
});

describe('a journey without a road graph', () => {
  it('is the same both ways and never shorter than the straight line', () => {
    fc.assert(
      fc.property(chinese, chinese, mode, hour, (from, to, by, at) => {
        const leg = estimateLeg(from, to, by, at);
        expect(estimateLeg(to, from, by, at)).toEqual(leg);
        if (leg.metres > 0) expect(leg.metres).toBeGreaterThanOrEqual(Math.floor(distanceM(from, to)));
      }),
    );
  });

  it('grows with the distance beyond the door', () => {
    fc.assert(
      fc.property(between(15, 50_000), between(0.01, 50_000), (near, more) => {
        expect(roadMetres(near + more)).toBeGreaterThan(roadMetres(near));
      }),
    );
  });
});
