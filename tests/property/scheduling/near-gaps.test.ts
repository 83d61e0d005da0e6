import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDay } from '#domain/scheduling/compile.ts';
import { GAP_CELL, GAP_ROUTE } from '#domain/scheduling/gap-records.ts';
import type { Problem } from '#domain/scheduling/model.ts';
import { NearGaps } from '#domain/scheduling/near-gaps.ts';
import { readOrders } from '#domain/scheduling/read-plan.ts';
import { Search } from '#domain/scheduling/search.ts';
import { loadOrders } from '#domain/scheduling/warm-start.ts';
import { Workspace } from '#domain/scheduling/workspace.ts';
import { cityDay } from '#tests/bench/city-day.ts';

/** A day of windows and travel alone, large enough to be searched gap by gap. */
function plainDay(seed: number): Problem {
  const day = cityDay(seed, 15, 140);
  return {
    ...day,
    technicians: day.technicians.map((each) => ({ ...each, breaks: [], mode: 'car' as const })),
  };
}

/** The gap behind every node, `undefined` where the node is in no route. */
function gapsOf(work: Workspace): (readonly number[] | undefined)[] {
  const { cells } = work.book.gaps;
  return Array.from({ length: work.day.nodeCount }, (_, n) => {
    const row = Array.from(cells.subarray(n * GAP_CELL, (n + 1) * GAP_CELL));
    return row[GAP_ROUTE]! < 0 ? undefined : row;
  });
}

describe('searching gaps beside near neighbours', () => {
  it('keeps the gap records equal to those of the same routes loaded afresh', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const problem = plainDay(seed);
        const work = new Workspace(compileDay(problem, 0), seed);
        expect(NearGaps.serves(work.day)).toBe(true);
        const search = new Search(work);
        search.construct();
        search.run({
          average: 10,
          longestString: 10,
          blink: 0.01,
          hot: 600,
          cold: 6,
          spent: (trials) => trials / 300,
        });
        const afresh = new Workspace(compileDay(problem, 0), seed);
        loadOrders(afresh, readOrders(work));
        expect(afresh.book.cost).toBe(work.book.cost);
        expect(gapsOf(work)).toEqual(gapsOf(afresh));
      }),
      { numRuns: 10 },
    );
  });
});
