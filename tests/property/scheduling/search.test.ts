import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDay } from '#domain/scheduling/compile.ts';
import { readOrders } from '#domain/scheduling/read-plan.ts';
import { Search } from '#domain/scheduling/search.ts';
import { loadOrders } from '#domain/scheduling/warm-start.ts';
import { Workspace } from '#domain/scheduling/workspace.ts';
import { randomProblem } from '#tests/support/random-problem.ts';

/** A share of the usual number of cases, for each is a whole day; PROPERTY_RUNS raises it for a long run. */
const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1000) * 0.1);

const day = fc.record({
  seed: fc.integer(),
  technicians: fc.integer({ min: 1, max: 8 }),
  visits: fc.integer({ min: 1, max: 30 }),
});

describe('the search', () => {
  it('keeps its running cost equal to the cost counted afresh', () => {
    fc.assert(
      fc.property(day, ({ seed, ...size }) => {
        const problem = randomProblem(seed, size);
        const search = new Search(new Workspace(compileDay(problem, 0), seed));
        search.construct();
        search.run({
          average: 10,
          longestString: 10,
          blink: 0.01,
          hot: 600,
          cold: 6,
          spent: (trials) => trials / 200,
        });
        const afresh = new Workspace(compileDay(problem, 0), seed);
        loadOrders(afresh, readOrders(search.work));
        expect(readOrders(afresh)).toEqual(readOrders(search.work));
        expect(afresh.book.cost).toBe(search.work.book.cost);
      }),
      { numRuns: runs },
    );
  });
});
