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

/** A day planned in few trials, judged independently of the solver. */
function brokenIn(seed: number, size: Parameters<typeof randomProblem>[1], from: 'empty' | 'published') {
  const problem = randomProblem(seed, size);
  expect(judgeProblem(problem)).toEqual([]);
  const { plan } = planDay(problem, { seed, from, budget: { iterations: 300 } });
  return checkPlan(problem, plan).broken;
}

describe('a planned day', () => {
  it('breaks nothing that the independent check looks for', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('empty', 'published'), ({ seed, ...size }, from) => {
        expect(brokenIn(seed, size, from)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  // Found in longer runs.
  it.each([
    ['a plan in force has a visit before the one that it waits for', -1916600233, 3, 12, 'published'],
    ['a break is due only where the technician is driving to', -1079960835, 5, 19, 'empty'],
  ] as const)('breaks nothing where %s', (_day, seed, technicians, visits, from) => {
    expect(brokenIn(seed, { technicians, visits }, from)).toEqual([]);
  });
});
