import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTravel } from '#domain/geo/clock-travel.ts';
import { straightLegs } from '#domain/geo/quiet-legs.ts';
import { straightLineTravel } from '#domain/geo/straight-line-travel.ts';
import { CITY } from '#domain/geo/travel.ts';
import type { Place, TravelTimes } from '#domain/scheduling/model.ts';

const place: fc.Arbitrary<Place> = fc
  .record({
    lng: fc.integer({ min: 0, max: 400 }),
    lat: fc.integer({ min: 0, max: 400 }),
    rough: fc.constantFrom(0, 0, 250),
    from: fc.integer({ min: 0, max: 80_000 }),
    length: fc.integer({ min: 0, max: 20_000 }),
  })
  .map(({ lng, lat, rough, from, length }) => ({
    lng: 119.2 + lng / 1000,
    lat: 26 + lat / 1000,
    ...(rough > 0 ? { uncertaintyMetres: rough } : {}),
    arrival: { from, until: from + length },
  }));

const providers: Readonly<Record<string, (places: readonly Place[]) => TravelTimes>> = {
  'by straight line': (places) => straightLineTravel(places),
  'by the clock': (places) => clockTravel(places, straightLegs(places), CITY),
};

describe.each(Object.entries(providers))('travel %s', (_, travelOf) => {
  it('is asked for whole rows with the same answers as leg by leg', () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('ebike' as const, 'car' as const, 'walk' as const),
        fc.integer({ min: 0, max: 23 }),
        (places, mode, hour) => {
          const travel = travelOf(places);
          const to = Int32Array.from(places.keys());
          const symmetric = travel.isSymmetric?.() ?? false;
          for (const from of to) {
            const row = new Int32Array(to.length + 1).fill(-1);
            travel.secondsFrom!(from, to, { mode, hour }, row, 1);
            expect(Array.from(row)).toEqual([
              -1,
              ...Array.from(to, (each) => travel.seconds(from, each, mode, hour)),
            ]);
            if (symmetric)
              expect(Array.from(row.slice(1))).toEqual(
                Array.from(to, (each) => travel.seconds(each, from, mode, hour)),
              );
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
