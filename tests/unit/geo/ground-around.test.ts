import { describe, expect, it } from 'vitest';
import { groundAround } from '#domain/geo/ground-around.ts';
import { groundFault, isInside } from '#domain/geo/polygon.ts';

const at = (lng: number, lat: number) => ({ lng, lat });

describe('the ground around points', () => {
  it('is none of no points, and a circle of one', () => {
    expect(groundAround([], 150)).toBeNull();
    const ground = groundAround([at(119.3, 26.08)], 150)!;
    expect(groundFault(ground)).toBeUndefined();
    expect(isInside(at(119.3, 26.08 + 140 / 111_195), ground)).toBe(true);
    expect(isInside(at(119.3, 26.08 + 160 / 111_195), ground)).toBe(false);
  });

  it('holds every point and what lies between them, and nothing far off', () => {
    const points = [at(119.3, 26.08), at(119.31, 26.08), at(119.305, 26.09), at(119.305, 26.083)];
    const ground = groundAround(points, 100)!;
    expect(groundFault(ground)).toBeUndefined();
    for (const point of points) expect(isInside(point, ground)).toBe(true);
    expect(isInside(at(119.306, 26.082), ground)).toBe(true);
    expect(isInside(at(119.3, 26.09), ground)).toBe(false);
  });
});
