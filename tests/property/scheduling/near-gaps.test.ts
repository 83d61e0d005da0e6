import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDay } from '#domain/scheduling/compile.ts';
import { BEHIND, GAP_CELL, GAP_ROUTE, IN_FRONT } from '#domain/scheduling/gap-records.ts';
import { NO_PLACE } from '#domain/scheduling/gap-scan.ts';
import type { Problem } from '#domain/scheduling/model.ts';
import { NearGaps } from '#domain/scheduling/near-gaps.ts';
import { readOrders } from '#domain/scheduling/read-plan.ts';
import { Search } from '#domain/scheduling/search.ts';
import { loadOrders } from '#domain/scheduling/warm-start.ts';
import { Workspace } from '#domain/scheduling/workspace.ts';
import { cityDay } from '#tests/bench/city-day.ts';

/** Days large enough to be searched gap by gap: one mode without breaks, or e-bikes and cars with lunch. */
const days: Readonly<Record<string, (seed: number) => Problem>> = {
  'of one mode': (seed) => {
    const day = cityDay(seed, 11, 100);
    return {
      ...day,
      technicians: day.technicians.map((each) => ({ ...each, breaks: [], mode: 'car' as const })),
    };
  },
  'with breaks and several modes': (seed) => cityDay(seed, 11, 100),
};

/** The gap behind every node and the legs on both sides, `undefined` where the node is in no route. */
function gapsOf(work: Workspace): (readonly number[] | undefined)[] {
  const gaps = work.book.keepGaps();
  return Array.from({ length: work.day.nodeCount }, (_, n) => {
    const row = Array.from(gaps.cells.subarray(n * GAP_CELL, (n + 1) * GAP_CELL));
    const sides = work.day.modes.flatMap((_matrices, mode) => {
      const side = gaps.sideOf(mode, n);
      return [gaps.legs[side + BEHIND]!, gaps.legs[side + IN_FRONT]!];
    });
    return row[GAP_ROUTE]! < 0 ? undefined : [...row, ...sides];
  });
}

function searched(problem: Problem, seed: number): Workspace {
  const work = new Workspace(compileDay(problem, 0), seed);
  expect(NearGaps.serves(work.day)).toBe(true);
  work.book.keepGaps();
  const search = new Search(work);
  search.construct();
  search.run({
    average: 10,
    longestString: 10,
    blink: 0.01,
    hot: 600,
    cold: 6,
    spent: (trials) => trials / 200,
  });
  return work;
}

describe.each(Object.entries(days))('searching gaps beside near neighbours in a day %s', (_, dayOf) => {
  it('keeps the gap records equal to those of the same routes loaded afresh', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const problem = dayOf(seed);
        const work = searched(problem, seed);
        const afresh = new Workspace(compileDay(problem, 0), seed);
        loadOrders(afresh, readOrders(work));
        expect(afresh.book.cost).toBe(work.book.cost);
        expect(gapsOf(work)).toEqual(gapsOf(afresh));
      }),
      { numRuns: 10 },
    );
  });

  it('finds what the scan of whole routes finds, or a place nearly as cheap', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const work = searched(dayOf(seed), seed);
        const { day, book, finder } = work;
        const gaps = new NearGaps(book);
        let asWell = 0;
        for (let slot = 0; slot < day.visitCount; slot++) {
          book.beginTrial();
          const k = book.routeOf[slot]!;
          if (k >= 0) book.remove(k, book.positionOf[slot]!, 1);
          const used = day.technicians.flatMap((_each, t) => (book.visitsOn[t]! > 0 ? [t] : []));
          const whole = Math.min(...used.map((t) => finder.scan(slot, t)));
          const found = gaps.search(slot, NO_PLACE, () => false) ? gaps.cost : NO_PLACE;
          expect(found).toBeGreaterThanOrEqual(whole);
          if (found < NO_PLACE) expect(finder.scan(slot, gaps.technician)).toBeLessThanOrEqual(found);
          if (found === whole) asWell++;
          if (k < 0) book.markAbsent(slot);
          book.rollback();
        }
        expect(asWell).toBeGreaterThan(0.95 * day.visitCount);
      }),
      { numRuns: 5 },
    );
  });
});
