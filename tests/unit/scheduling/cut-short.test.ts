import { describe, expect, it } from 'vitest';
import { checkPlan } from '#domain/scheduling/check-plan.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { openVisit, streetDay, technician } from '#tests/support/small-day.ts';

const problem = streetDay(
  [technician('t'), technician('elsewhere', { areas: ['a2'] })],
  Array.from({ length: 40 }, (_, i) => openVisit(`v${i}`, 1 + (i % 7), { durationSeconds: 300 })),
);

/** A budget that is over, or called off, when it has been asked so many times. */
function overAfter(questions: number, then = Infinity) {
  let asked = 0;
  return { spent: () => (asked++ < questions ? 0 : then) };
}

describe('a plan that is called off', () => {
  it('before anybody was looked at says of everyone who may not and who was not tried', () => {
    const { plan, iterations } = planDay(problem, { seed: 1, from: 'empty', budget: overAfter(0) });
    expect(iterations).toBe(0);
    expect(plan.unserved).toHaveLength(40);
    expect(plan.unserved[0]!.reasons).toEqual([
      { technician: 't', reason: { code: 'untried' } },
      { technician: 'elsewhere', reason: { code: 'area', area: 'a1' } },
    ]);
  });

  it('while it is made keeps what was placed by then and breaks nothing', () => {
    const { plan, iterations } = planDay(problem, { seed: 1, from: 'empty', budget: overAfter(2) });
    expect(iterations).toBe(0);
    expect(plan.unserved).toHaveLength(8);
    expect(checkPlan(problem, plan).broken).toEqual([]);
  });

  it('when the first plan stands has everybody served', () => {
    const { plan } = planDay(problem, { seed: 1, from: 'empty', budget: overAfter(3) });
    expect(plan.unserved).toEqual([]);
  });
});

describe('a plan whose time is over', () => {
  it('while it is made is made whole all the same, and not searched for better', () => {
    const { plan, iterations } = planDay(problem, { seed: 1, from: 'empty', budget: overAfter(0, 1) });
    expect(iterations).toBe(0);
    expect(plan.unserved).toEqual([]);
  });
});
