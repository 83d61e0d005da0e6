import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_PARTS, mostSeconds, ratesOf, secondsArriving, secondsLeaving } from '#domain/geo/hour-rates.ts';

const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
const rates = fc
  .record({
    hours: fc.array(factor, { minLength: 24, maxLength: 24 }),
    accessS: fc.integer({ min: 0, max: 900 }),
    learned: fc.tuple(factor, factor, factor, factor),
  })
  .map(({ hours, accessS, learned }) =>
    ratesOf('car', {
      hours: { car: hours, ebike: hours, walk: hours },
      accessS,
      learned: { car: Object.fromEntries(DAY_PARTS.map((part, i) => [part, learned[i]])) },
    }),
  );
const quiet = fc.integer({ min: 1, max: 6 * 3600 });
const instant = fc.integer({ min: 0, max: 24 * 3600 });

describe('a leg by the clock', () => {
  it('leaving later never arrives earlier, whatever the rates', () => {
    fc.assert(
      fc.property(rates, quiet, instant, fc.integer({ min: 1, max: 7200 }), (rate, work, at, later) => {
        const first = at + secondsLeaving(work, rate, at);
        const second = at + later + secondsLeaving(work, rate, at + later);
        expect(second).toBeGreaterThan(first - 1e-6);
      }),
    );
  });

  it('is the same leg told by its end as by its beginning', () => {
    fc.assert(
      fc.property(rates, quiet, instant, (rate, work, at) => {
        const seconds = secondsLeaving(work, rate, at);
        expect(secondsArriving(work, rate, at + seconds)).toBeCloseTo(seconds, 5);
      }),
    );
  });

  it('never takes more than the most that is said of a span of arrivals, and exactly that of an instant', () => {
    fc.assert(
      fc.property(rates, quiet, instant, fc.integer({ min: 0, max: 7200 }), (rate, work, at, span) => {
        const most = mostSeconds(work, rate, at, at + span);
        for (const share of [0, 0.3, 1])
          expect(secondsArriving(work, rate, at + span * share)).toBeLessThanOrEqual(most + 1e-6);
        expect(mostSeconds(work, rate, at, at)).toBe(secondsArriving(work, rate, at));
      }),
    );
  });

  it('takes some time, and as much as a quiet hour says where every factor is 1', () => {
    const even = { car: Array(24).fill(1), ebike: Array(24).fill(1), walk: Array(24).fill(1) };
    const rate = ratesOf('walk', { hours: even, accessS: 300 });
    fc.assert(
      fc.property(quiet, instant, (work, at) => {
        expect(secondsLeaving(work, rate, at)).toBeCloseTo(work + 300, 5);
      }),
    );
  });
});
