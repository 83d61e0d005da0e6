import { describe, expect, it } from 'vitest';
import { clockTravel } from '#domain/geo/clock-travel.ts';
import { straightLegs } from '#domain/geo/quiet-legs.ts';
import { NO_WAY, pointKey, type RoadTables, roadLegs, UNKNOWN } from '#domain/geo/road-legs.ts';
import { CITY } from '#domain/geo/travel.ts';
import { countLegs } from '#domain/scheduling/day-travel.ts';
import type { Place, Problem } from '#domain/scheduling/model.ts';

const HOME = { lng: 119.289, lat: 26.092 };
const NORTH = { lng: 119.289, lat: 26.117 };
const EAST = { lng: 119.32, lat: 26.092 };
const ELSEWHERE = { lng: 119.25, lat: 26.05 };

/** Home to north: ten minutes and 4 km there, twelve back; no way to the east, and nobody asked how back. */
const TABLES: RoadTables = {
  points: [HOME, NORTH, EAST].map(pointKey),
  modes: {
    car: {
      seconds: Uint16Array.from([0, 600, NO_WAY, 720, 0, 900, UNKNOWN, 900, 0]),
      decametres: Uint16Array.from([0, 400, 0, 410, 0, 500, 0, 500, 0]),
    },
  },
};

describe('ways that a road server told', () => {
  const places: Place[] = [HOME, NORTH, EAST, ELSEWHERE, { ...NORTH, uncertaintyMetres: 500 }];
  const straight = straightLegs(places);
  const legs = roadLegs(places, TABLES, straight, CITY);

  it('are as it told them, there and back', () => {
    expect([legs.seconds(0, 1, 'car'), legs.metres(0, 1, 'car')]).toEqual([600, 4000]);
    expect([legs.seconds(1, 0, 'car'), legs.metres(1, 0, 'car')]).toEqual([720, 4100]);
    expect(legs.isEstimate(0, 1, 'car')).toBe(false);
  });

  it('are estimated where it knows none, was not asked, does not know the place or serves no such mode', () => {
    for (const [from, to, mode] of [
      [0, 2, 'car'],
      [2, 0, 'car'],
      [0, 3, 'car'],
      [0, 1, 'ebike'],
    ] as const) {
      expect(legs.isEstimate(from, to, mode)).toBe(true);
      expect(legs.seconds(from, to, mode)).toBe(straight.seconds(from, to, mode));
      expect(legs.metres(from, to, mode)).toBe(straight.metres(from, to, mode));
    }
  });

  it('cost the uncertainty of a rough place on top, and nothing at the same door', () => {
    expect(legs.metres(0, 4, 'car')).toBe(4500);
    // 500 m at 30 km/h
    expect(legs.seconds(0, 4, 'car')).toBe(660);
    expect(legs.seconds(0, 0, 'car')).toBe(0);
  });

  it('take longer in the rush, but not by what trips taught about estimates', () => {
    const learned = { car: { day: 2, evening: 2 } };
    const { leaving } = clockTravel(places, legs, { ...CITY, learned }).byTheClock!;
    const minutes = (from: number, to: number, hour: number) => leaving(from, to, 'car', hour * 3600) / 60;
    expect(minutes(0, 1, 12)).toBe(15);
    // 10 × 30/22 + 5
    expect(minutes(0, 1, 17)).toBe(19);
    const untaught = clockTravel(places, legs, CITY).byTheClock!;
    expect(minutes(0, 3, 12)).toBeGreaterThan(1.9 * (untaught.leaving(0, 3, 'car', 43_200) / 60 - 1));
  });

  it('are counted apart from estimates, leg by leg', () => {
    const travel = clockTravel(places, legs, CITY);
    const stop = (place: number) => ({ place, frozen: false });
    const problem = { travel, technicians: [{ id: 't', start: 0, end: 0, mode: 'car' }] };
    const route = (...stops: number[]) => ({ routes: [{ technician: 't', stops: stops.map(stop) }] });
    const count = (...stops: number[]) => countLegs(problem as unknown as Problem, route(...stops) as never);
    expect(count()).toEqual({ total: 0, estimated: 0 });
    expect(count(1)).toEqual({ total: 2, estimated: 0 });
    expect(count(1, 1, 2)).toEqual({ total: 3, estimated: 1 });
    expect(count(3)).toEqual({ total: 2, estimated: 2 });
  });
});
