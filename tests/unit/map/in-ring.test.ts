import { describe, expect, it } from 'vitest';
import { isInRing } from '#app/map/in-ring.ts';

const SQUARE = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];

describe('a ring drawn on the map', () => {
  it('holds what lies inside and nothing beside it', () => {
    expect(isInRing({ x: 5, y: 5 }, SQUARE)).toBe(true);
    for (const point of [
      { x: 11, y: 5 },
      { x: -1, y: 5 },
      { x: 5, y: 12 },
    ])
      expect(isInRing(point, SQUARE)).toBe(false);
  });

  it('leaves a bay of the ring out', () => {
    const bay = [...SQUARE.slice(0, 3), { x: 5, y: 2 }, SQUARE[3]!];
    expect(isInRing({ x: 5, y: 8 }, bay)).toBe(false);
    expect(isInRing({ x: 1, y: 5 }, bay)).toBe(true);
  });
});
