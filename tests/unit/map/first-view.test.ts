import { describe, expect, it } from 'vitest';
import { viewOfMost } from '#app/map/first-view.ts';

const CITY = { lng: 119.3, lat: 26.08 };
/** So many points on a grid of that many degrees around the city. */
const around = (degrees: number, count = 100) =>
  Array.from({ length: count }, (_, index) => ({
    lng: CITY.lng + ((index % 10) / 9 - 0.5) * degrees,
    lat: CITY.lat + (Math.floor(index / 10) / (count / 10 - 1) - 0.5) * degrees,
  }));
const FRAME = { x: 928, y: 340 };

describe('the view that a map opens with', () => {
  it('is not drawn out by a few places far off', () => {
    const near = viewOfMost(around(0.04), FRAME)!;
    const far = [0.4, 0.6, 0.8].map((off) => ({ lng: CITY.lng + off, lat: CITY.lat - off }));
    const seen = viewOfMost([...around(0.04), ...far], FRAME)!;
    expect(seen.zoom).toBe(near.zoom);
    expect(Math.abs(seen.centre.lng - CITY.lng)).toBeLessThan(0.01);
    expect(Math.abs(seen.centre.lat - CITY.lat)).toBeLessThan(0.01);
  });

  it('goes farther out for a wider city, and nearer in a larger frame', () => {
    const zooms = [0.02, 0.1, 0.4].map((degrees) => viewOfMost(around(degrees), FRAME)!.zoom);
    expect(zooms[0]).toBeGreaterThan(zooms[1]!);
    expect(zooms[1]).toBeGreaterThan(zooms[2]!);
    expect(viewOfMost(around(0.1), { x: 1856, y: 1000 })!.zoom).toBeGreaterThan(zooms[1]!);
  });

  it('shows streets around a single order, and nothing without any', () => {
    expect(viewOfMost([CITY], FRAME)).toEqual({ centre: CITY, zoom: 14 });
    expect(viewOfMost([], FRAME)).toBeNull();
  });
});
