import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#domain/base/random.ts';
import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import { KeptGround } from '#domain/scheduling/kept-ground.ts';
import type { Problem, RouteOrder } from '#domain/scheduling/model.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { ordersOf } from '#domain/scheduling/read-plan.ts';
import { randomProblem } from '#tests/support/random-problem.ts';

const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1000) * 0.1);

const day = fc.record({
  seed: fc.integer(),
  technicians: fc.integer({ min: 1, max: 6 }),
  visits: fc.integer({ min: 4, max: 25 }),
});

/** The day as it may stand after an event: some visits gone, technicians elsewhere and later; the places keep their numbers. */
function later(problem: Problem, seed: number): Problem {
  const random = seededRandom(seed);
  const place = (): number => random.below(problem.places.length);
  const frozen = new Set(problem.technicians.flatMap((each) => each.frozen.map(({ visit }) => visit)));
  const visits = problem.visits.filter(({ id }) => frozen.has(id) || random.unit() < 0.8);
  const known = new Set(visits.map(({ id }) => id));
  return {
    ...problem,
    visits: visits.map(({ after, ...visit }) => ({
      ...visit,
      ...(after !== undefined && known.has(after) ? { after } : {}),
      ...(random.unit() < 0.2 ? { place: place() } : {}),
    })),
    technicians: problem.technicians.map((each) =>
      random.unit() < 0.5 ? { ...each, start: place(), freeFrom: each.freeFrom + 600 } : each,
    ),
    published: (problem.published ?? []).filter(({ visit }) => known.has(visit)),
  };
}

function withoutGone(orders: readonly RouteOrder[], { visits }: Problem): readonly RouteOrder[] {
  const known = new Set(visits.map(({ id }) => id));
  return orders.map((order) => ({
    ...order,
    steps: order.steps.filter((step) => step.kind !== 'visit' || known.has(step.visit)),
  }));
}

describe('a day whose ways are kept from before', () => {
  it('answers as one that asks for every way anew', () => {
    fc.assert(
      fc.property(day, ({ seed, ...size }) => {
        const before = randomProblem(seed, size);
        const orders = ordersOf(planDay(before, { seed, from: 'empty', budget: { iterations: 64 } }).plan);
        const ground = new KeptGround();
        new ResidentPlan(before, orders, ground);
        let problem = before;
        for (let event = 1; event <= 3; event++) {
          problem = later(problem, seed + event);
          const left = withoutGone(orders, problem);
          const kept = new ResidentPlan(problem, left, ground);
          const anew = new ResidentPlan(problem, left);
          expect(kept.orders).toEqual(anew.orders);
          for (const visit of problem.visits.slice(0, 5))
            expect(kept.insert(visit)).toEqual(anew.insert(visit));
        }
      }),
      { numRuns: runs },
    );
  });
});
