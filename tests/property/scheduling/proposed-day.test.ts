import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { improveDay } from '#domain/scheduling/improve.ts';
import { judgeProblem } from '#domain/scheduling/judge-problem.ts';
import { presentDay } from '#domain/scheduling/present-day.ts';
import { propose } from '#server/planner/propose.ts';
import { randomBoard } from '#tests/support/random-board.ts';

/** Each is a whole day, planned and improved in few trials. */
const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1000) * 0.1);
const SEEDS = fc.integer({ min: 0, max: 1e9 });
const STANDARD = 'tietong-fujian-2015';

/** Everything of a random area as it would be read from the database. */
function areaOf(seed: number) {
  const { technicians, ground, pool } = randomBoard(seed, { technicians: 4, orders: 22 });
  const areaId = 'gulou';
  const own = technicians.map((technician) => ({ ...technician, areaId }));
  const planned = own.flatMap(({ id }) => ground.visitsOf(id));
  const orders = [...planned, ...pool].map((order) => ({ ...order, areaId }));
  return { areaId, technicians: own, orders, now: ground.now, date: ground.date };
}

describe('the day of an area as it is read', () => {
  it('is proposed without breaking anything, by the clock and with the breaks of those who have any', () => {
    let rested = 0;
    fc.assert(
      fc.property(SEEDS, (seed) => {
        let asked = 0;
        const area = areaOf(seed);
        const ask = { ...area, standardId: STANDARD, outages: [], positions: [], centre: null, seed: 1 };
        const { routes } = propose(ask, { spent: () => Math.min(1, asked++ / 8) });
        const atWork = new Set(
          routes.filter(({ stops }) => stops.length > 0).map(({ technicianId }) => technicianId),
        );
        rested += area.technicians.filter(({ id, breaks }) => breaks && atWork.has(id)).length;
      }),
      { numRuns: runs },
    );
    expect(rested).toBeGreaterThan(runs / 2);
  });

  it('can be improved from where it stands', () => {
    fc.assert(
      fc.property(SEEDS, (seed) => {
        const { areaId, technicians, orders, now } = areaOf(seed);
        const area = {
          id: areaId,
          name: '',
          region: 'urban',
          polygon: null,
          leadTechnicianId: null,
          standardId: STANDARD,
        } as const;
        const day = presentDay({ area, technicians, orders, outages: [], positionOf: () => undefined, now });
        expect(judgeProblem(day.promised)).toEqual([]);
        improveDay({ day, seed: 1, budget: { iterations: 64 }, held: day.lockedAway });
      }),
      { numRuns: runs },
    );
  });
});
