import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#domain/scheduling/check-plan.ts';
import { judgeProblem } from '#domain/scheduling/judge-problem.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { randomProblem } from '#tests/support/random-problem.ts';

/** A share of the usual number of cases, for each is a whole day; PROPERTY_RUNS raises it for a long run. */
const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1000) * 0.15);

const day = fc.record({
  seed: fc.integer(),
  technicians: fc.integer({ min: 0, max: 8 }),
  visits: fc.integer({ min: 0, max: 40 }),
});

describe('a planned day', () => {
  it('breaks nothing that the independent check looks for', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('empty', 'published'), ({ seed, ...size }, from) => {
        const problem = randomProblem(seed, size);
        expect(judgeProblem(problem)).toEqual([]);
        const { plan } = planDay(problem, { seed, from, budget: { iterations: 300 } });
        expect(checkPlan(problem, plan).broken).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
