import { describe, expect, it } from 'vitest';
import { groundsOf } from '#app/network/reach-ground.ts';
import { isInside } from '#domain/geo/polygon.ts';
import type { Order } from '#domain/order/order.ts';

const home = (estate: string | null, lng: number, lat: number): Order =>
  ({ estate, place: { point: { lng, lat }, precision: 'rooftop', uncertaintyM: 10 } }) as Order;
const SQUARE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [119.2, 26.0],
      [119.4, 26.0],
      [119.4, 26.2],
      [119.2, 26.0],
    ] as const,
  ],
};
const area = { polygon: SQUARE };
const orders = [
  home('湖前小区', 119.3, 26.08),
  home('湖前小区', 119.302, 26.081),
  home('金源花园', 119.35, 26.1),
];

describe('the ground of an outage', () => {
  it('is the whole area where nothing was named, and what was drawn where it was', () => {
    expect(groundsOf(null, area, orders)).toEqual([SQUARE]);
    expect(groundsOf({ estates: [], polygon: SQUARE }, { polygon: null }, orders)).toEqual([SQUARE]);
  });

  it('lies around the known homes of the estates that were named, and of no other', () => {
    const grounds = groundsOf({ estates: ['湖前小区', '无人小区'], polygon: null }, area, orders);
    expect(grounds).toHaveLength(1);
    expect(isInside({ lng: 119.301, lat: 26.0805 }, grounds[0]!)).toBe(true);
    expect(isInside({ lng: 119.35, lat: 26.1 }, grounds[0]!)).toBe(false);
  });

  it('is none of estates of which no home is known', () => {
    expect(groundsOf({ estates: ['无人小区'], polygon: null }, area, orders)).toEqual([]);
  });
});
