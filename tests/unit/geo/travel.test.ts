import { describe, expect, it } from 'vitest';
import { distanceM } from '#domain/geo/distance.ts';
import { straightLineTravel } from '#domain/geo/straight-line-travel.ts';
import { CITY, estimateLeg, RIVER_CITY, roadMetres } from '#domain/geo/travel.ts';
import type { VehicleMode } from '#domain/technician/technician.ts';

const WEST_LAKE = { lng: 119.289, lat: 26.092 };
// 0.01° of latitude is 1112 m on the sphere.
const ONE_KM_NORTH = { lng: 119.289, lat: 26.102 };

describe('a journey without a road graph', () => {
  it('takes the straight line × 1.35 at 15 km/h and five minutes at the door by e-bike', () => {
    // 1111.95 m × 1.35 = 1501.1 m; ÷ (15/3.6 = 4.1667 m/s) = 360.3 s; + 300 s
    expect(estimateLeg(WEST_LAKE, ONE_KM_NORTH, 'ebike', 10)).toEqual({
      seconds: 660,
      metres: 1501,
    });
  });

  it('is slower in the two rushes: much by car, a little by e-bike, not on foot', () => {
    const far = { lng: 119.45, lat: 26 };
    const hours = [6, 7, 8, 9, 16, 17, 18, 19];
    const byHour = (mode: VehicleMode) =>
      hours.map((hour) => estimateLeg(WEST_LAKE, far, mode, hour).seconds - CITY.accessS);
    for (const [mode, slower] of [
      ['car', 30 / 22],
      ['ebike', 1.15],
      ['walk', 1],
    ] as const) {
      const [calm, first, second, after, before, fifth, sixth, late] = byHour(mode);
      expect([after, before, late]).toEqual([calm, calm, calm]);
      expect([second, fifth, sixth]).toEqual([first, first, first]);
      expect(first! / calm!).toBeCloseTo(slower, 3);
    }
  });

  it('costs nothing at the same door', () => {
    const nextEntrance = { lng: WEST_LAKE.lng + 0.0001, lat: WEST_LAKE.lat };
    expect(distanceM(WEST_LAKE, nextEntrance)).toBeLessThan(15);
    expect(estimateLeg(WEST_LAKE, nextEntrance, 'walk', 9).seconds).toBe(0);
  });

  it('bends the detour from 1.35 to 1.3 at three kilometres without a step', () => {
    expect(roadMetres(3000)).toBeCloseTo(4050);
    expect(roadMetres(3001)).toBeCloseTo(4051.3);
    expect(roadMetres(10_000)).toBeCloseTo(13_150);
  });

  it('reckons half as much again where bridges join the districts', () => {
    expect(roadMetres(4000, RIVER_CITY)).toBe(6000);
    expect(RIVER_CITY.kmh).toEqual(CITY.kmh);
  });
});

describe('travel between the places of a problem', () => {
  const places = [WEST_LAKE, ONE_KM_NORTH, { ...ONE_KM_NORTH, uncertaintyMetres: 200 }];
  const travel = straightLineTravel(places);

  it('is the estimate between the two points, and says that it is one', () => {
    expect(travel.seconds(0, 1, 'ebike', 10)).toBe(660);
    expect(travel.metres(1, 0, 'ebike')).toBe(1501);
    expect(travel.estimated).toBe(true);
    expect(travel.seconds(0, 0, 'walk', 10)).toBe(0);
  });

  it('adds the uncertainty of the place driven to, not of the one left', () => {
    // (1501.1 + 200) m ÷ 4.1667 m/s = 408.3 s; + 300 s
    expect(travel.seconds(0, 2, 'ebike', 10)).toBe(708);
    expect(travel.seconds(2, 0, 'ebike', 10)).toBe(660);
  });

  it('answers for a place appended later and names one that is not there', () => {
    const growing = [WEST_LAKE];
    const later = straightLineTravel(growing);
    expect(later.metres(0, 0, 'car')).toBe(0);
    growing.push(ONE_KM_NORTH);
    expect(later.metres(0, 1, 'car')).toBe(1501);
    expect(() => later.metres(0, 7, 'car')).toThrow('No place 7; the problem has 2.');
  });
});
