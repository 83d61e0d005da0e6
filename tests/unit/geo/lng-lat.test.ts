import { describe, expect, it } from 'vitest';
import { middleOf, spreadM } from '#domain/geo/centre.ts';
import { distanceM } from '#domain/geo/distance.ts';
import { lngLat, pointFault } from '#domain/geo/lng-lat.ts';
import { boundsOf, circleAround, groundFault, isInside } from '#domain/geo/polygon.ts';

const REGION = { west: 118.9, south: 25.7, east: 119.9, north: 26.5 };
const SQUARE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [119, 26],
      [119.1, 26],
      [119.1, 26.1],
      [119, 26.1],
      [119, 26],
    ],
  ],
};

describe('two numbers that claim to be a place', () => {
  it.each([
    [119.3, 26.08, undefined],
    [26.08, 119.3, 'swapped'],
    [0, 0, 'zero'],
    [0, 26.08, 'outside'],
    [2.35, 48.85, 'outside'],
    [119.3, 260.8, 'outside'],
    [Number.NaN, 26, 'not_a_number'],
    [119.3, Number.POSITIVE_INFINITY, 'not_a_number'],
  ])('%d / %d is %s', (lng, lat, fault) => {
    expect(pointFault(lng, lat, REGION)).toBe(fault);
  });

  it('throws for a point in code that is on no globe', () => {
    expect(() => lngLat(26.08, 119.3)).toThrow('lng 26.08, lat 119.3');
    expect(lngLat(119.3, 26.08)).toEqual({ lng: 119.3, lat: 26.08 });
  });
});

describe('distance', () => {
  it('measures a degree of latitude as 111.195 km', () => {
    expect(distanceM({ lng: 119, lat: 26 }, { lng: 119, lat: 27 })).toBeCloseTo(111_195, 0);
  });
});

describe('areas', () => {
  it('hold their edge and not their surroundings', () => {
    expect(isInside({ lng: 119.05, lat: 26.05 }, SQUARE)).toBe(true);
    expect(isInside({ lng: 119, lat: 26.05 }, SQUARE)).toBe(true);
    expect(isInside({ lng: 118.99, lat: 26.05 }, SQUARE)).toBe(false);
    expect(boundsOf(SQUARE)).toEqual({ west: 119, south: 26, east: 119.1, north: 26.1 });
  });

  it('say why they cannot be used', () => {
    const ring = SQUARE.coordinates[0]!;
    const fault = (coordinates: number[][][]) => groundFault({ type: 'Polygon', coordinates });
    expect(groundFault(SQUARE)).toBeUndefined();
    expect(fault([])).toBe('no_ring');
    expect(fault([ring.slice(0, 3)])).toBe('too_few_corners');
    expect(fault([ring.slice(0, 4)])).toBe('open_ring');
    expect(fault([ring.map(([lng, lat]) => [lat!, lng!])])).toBe('not_a_place');
  });

  it('draw a circle whose corners all lie at the radius', () => {
    const centre = { lng: 119.3, lat: 26.08 };
    for (const [lng, lat] of circleAround(centre, 200).coordinates[0]!) {
      expect(distanceM(centre, { lng: lng!, lat: lat! })).toBeCloseTo(200, 1);
    }
  });

  it('find the middle of an estate in spite of one wrong pin', () => {
    const pins = [119.3, 119.301, 119.302, 120.5].map((lng) => ({ lng, lat: 26 }));
    expect(middleOf(pins)).toEqual({ lng: 119.3015, lat: 26 });
    expect(middleOf([])).toBeUndefined();
    expect(spreadM({ lng: 119.3015, lat: 26 }, pins.slice(0, 3))).toBeCloseTo(150, 0);
  });
});
