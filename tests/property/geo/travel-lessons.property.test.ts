import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratesOf, secondsLeaving } from '#domain/geo/hour-rates.ts';
import { CITY, quietSeconds, RIVER_CITY, roadMetres } from '#domain/geo/travel.ts';
import { learnedOf, learnTravel, type Trip } from '#domain/geo/travel-lessons.ts';

const TZ = 'Asia/Shanghai';
const MIDNIGHT = Date.parse('2026-03-10T00:00:00+08:00');
const DAY_MS = 86_400_000;

const trip = fc
  .record({
    areaId: fc.constantFrom('gulou', 'jinan', 'mawei'),
    mode: fc.constantFrom('ebike' as const, 'car' as const),
    at: fc.integer({ min: 0, max: DAY_MS - 1 }),
    seconds: fc.integer({ min: 1, max: 20_000 }),
    straightM: fc.double({ min: 0, max: 30_000, noNaN: true }),
  })
  .map(({ at, seconds, ...rest }): Trip => {
    const departedAt = MIDNIGHT + at;
    return { ...rest, departedAt, arrivedAt: departedAt + seconds * 1000 };
  });

/** A trip at ten that took so many times the estimate. */
function tripOf(factor: number, straightM: number): Trip {
  const quiet = quietSeconds(roadMetres(straightM), 'ebike');
  const departedAt = MIDNIGHT + 10 * 3_600_000;
  const seconds = secondsLeaving(quiet, ratesOf('ebike', CITY), 10 * 3600) * factor;
  return { areaId: 'gulou', mode: 'ebike', departedAt, arrivedAt: departedAt + seconds * 1000, straightM };
}
const usual = fc.double({ min: 0.7, max: 1.6, noNaN: true });
const way = fc.double({ min: 500, max: 8000, noNaN: true });
const learnedFrom = (trips: readonly Trip[]) => learnTravel(trips, CITY, TZ)[0]!.value;

describe('what is learned from any trips', () => {
  it('is a positive factor between the quarter and four times, and every leg with it stays first in, first out', () => {
    fc.assert(
      fc.property(
        fc.array(trip, { maxLength: 60 }),
        fc.integer({ min: 0, max: 86_400 }),
        fc.integer({ min: 1, max: 7200 }),
        (trips, at, later) => {
          const lessons = learnTravel(trips, RIVER_CITY, TZ);
          for (const { value } of lessons) {
            expect(value).toBeGreaterThan(0.25);
            expect(value).toBeLessThan(4);
          }
          const rates = ratesOf('ebike', { ...RIVER_CITY, learned: learnedOf(lessons, 'gulou') });
          const arrival = (leave: number) => leave + secondsLeaving(900, rates, leave);
          expect(arrival(at + later)).toBeGreaterThan(arrival(at) - 1e-6);
        },
      ),
    );
  });

  it('comes to what the trips say when there are many', () => {
    fc.assert(
      fc.property(usual, way, (factor, straightM) => {
        const value = learnedFrom(new Array<Trip>(1000).fill(tripOf(factor, straightM)));
        expect(value / factor).toBeCloseTo(1, 1);
      }),
      { numRuns: 30 },
    );
  });

  it('is hardly moved by one absurd trip', () => {
    fc.assert(
      fc.property(
        fc.array(usual, { minLength: 10, maxLength: 60 }),
        way,
        fc.integer({ min: 1, max: 7200 }),
        (factors, straightM, seconds) => {
          const trips = factors.map((factor) => tripOf(factor, straightM));
          const odd = { ...trips[0]!, arrivedAt: trips[0]!.departedAt + seconds * 1000 };
          const moved = learnedFrom([...trips, odd]) / learnedFrom(trips);
          expect(Math.abs(Math.log(moved))).toBeLessThan(0.04);
        },
      ),
    );
  });

  it('does not depend on the order in which the trips are told', () => {
    fc.assert(
      fc.property(fc.array(trip, { maxLength: 30 }), (trips) => {
        const sorted = (given: readonly Trip[]) =>
          learnTravel(given, CITY, TZ)
            .map(({ areaId, mode, part, value }) => `${areaId} ${mode} ${part} ${value.toFixed(3)}`)
            .sort();
        expect(sorted([...trips].reverse())).toEqual(sorted(trips));
      }),
    );
  });
});
