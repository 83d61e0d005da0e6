import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import type { Problem, Visit } from '#domain/scheduling/model.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { ordersOf } from '#domain/scheduling/read-plan.ts';
import { explain, holds, moveOne, type Repair } from '#domain/scheduling/smallest-repair.ts';
import { randomProblem } from '#tests/support/random-problem.ts';

/** A share of the usual number of cases, for each is a whole day; PROPERTY_RUNS raises it for a long run. */
const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1000) * 0.1);

const day = fc.record({
  seed: fc.integer(),
  technicians: fc.integer({ min: 1, max: 6 }),
  visits: fc.integer({ min: 2, max: 25 }),
});

/** Not a crew's, and not what a technician is driving to. */
function isSingle(visit: Visit): boolean {
  return (visit.crew ?? 1) === 1 && visit.lock?.position !== 'next';
}

/** What the repair asks people for: overtime, or that the promise in force no longer counts. */
function allowing(problem: Problem, visit: Visit, repair: Repair): Problem {
  if (repair.kind === 'other_time')
    return { ...problem, published: problem.published?.filter((stop) => stop.visit !== visit.id) ?? [] };
  if (repair.kind !== 'overtime') return problem;
  const { technician, seconds } = repair;
  return {
    ...problem,
    technicians: problem.technicians.map((each) =>
      each.id === technician ? { ...each, overtimeLimitSeconds: each.overtimeLimitSeconds + seconds } : each,
    ),
  };
}

function asked(visit: Visit, repair: Repair): Visit {
  if (repair.kind === 'other_area') return { ...visit, area: null };
  if (repair.kind !== 'other_time') return visit;
  const { from, until } = repair.slot;
  return { ...visit, window: { kind: 'promised', from, until, changesLeft: 0, notified: false } };
}

describe('a resident plan', () => {
  it('offers only places that pass the independent check, and explains every refusal', () => {
    fc.assert(
      fc.property(day, ({ seed, ...size }) => {
        const problem = randomProblem(seed, size);
        const { plan } = planDay(problem, { seed, from: 'empty', budget: { iterations: 256 } });
        const resident = new ResidentPlan(problem, ordersOf(plan));
        const before = resident.orders;
        const placed = problem.visits.filter((visit) => resident.isPlaced(visit.id) && isSingle(visit));
        for (const visit of placed.slice(0, 6)) {
          for (const placing of resident.insert(visit)) {
            if (placing.kind === 'refused') continue;
            expect(holds(problem, visit, resident.ordersWith(visit, placing))).toBe(true);
          }
        }
        expect(ordersOf(plan)).toEqual(before);
        for (const { visit: id } of plan.unserved) {
          const visit = problem.visits.find((each) => each.id === id)!;
          if (!isSingle(visit)) continue;
          for (const placing of resident.insert(visit)) {
            if (placing.kind === 'refused') continue;
            expect(holds(problem, visit, resident.ordersWith(visit, placing))).toBe(true);
          }
          const move = moveOne(resident, visit);
          if (move) expect(holds(problem, visit, move.orders)).toBe(true);
          const { reasons, repair } = explain(resident, visit);
          expect(reasons.map(({ technician }) => technician)).toEqual(
            problem.technicians.map(({ id: of }) => of),
          );
          if (repair)
            expect(holds(allowing(problem, visit, repair), asked(visit, repair), repair.orders)).toBe(true);
          expect(resident.orders).toEqual(before);
        }
      }),
      { numRuns: runs },
    );
  });
});
