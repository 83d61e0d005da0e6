import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayGround, judgeTarget } from '#app/dispatch/drag/target-verdict.ts';
import type { Order } from '#domain/order/order.ts';
import { timeDay } from '#domain/scheduling/day-route.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { randomBoard } from '#tests/support/random-board.ts';

/** A share of the usual number of cases, for each judges every technician of a board. */
const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1000) * 0.15);
const SEEDS = fc.integer({ min: 0, max: 1e9 });

/** The technician's day with the order behind one stop (null = first), driven from the door. */
function placedBehind(after: string | null, order: Order, technician: Technician, ground: DayGround) {
  return timeDay({
    technician,
    date: ground.date,
    stops: ground.visitsOf(technician.id),
    insert: { orders: [order], after },
    standard: ground.standard,
    now: ground.now,
    centre: ground.centreOf(technician.areaId),
    travel: ground.travelOf(technician.areaId),
    position: ground.placeOf(technician.id),
  });
}

describe('the best place for an order that is lifted', () => {
  it('has the times of the day driven with the order there, and of all places breaks the fewest promises', () => {
    let judged = 0;
    fc.assert(
      fc.property(SEEDS, (seed) => {
        const { technicians, ground, pool } = randomBoard(seed, { technicians: 4, orders: 22 });
        const order = { ...pool[0]!, appointments: [], lock: null };
        for (const technician of technicians) {
          const verdict = judgeTarget([order], technician, ground);
          if (verdict.slots.size === 0) continue;
          judged += 1;
          const stops = [...verdict.slots.keys()];
          const behind = stops[stops.indexOf(order.id) - 1] ?? null;
          const driven = placedBehind(behind, order, technician, ground);
          expect([...verdict.slots]).toEqual(driven.stops.map(({ orderId, planned }) => [orderId, planned]));
          expect(verdict.addedTravelSeconds).toBe(driven.addedTravelSeconds);
          expect(verdict.overtimeMin).toBe(driven.overtimeMin);
          const others = stops.filter((id) => id !== order.id);
          const broken = [null, ...others].map(
            (after) =>
              placedBehind(after, order, technician, ground).late.filter(({ promised }) => promised).length,
          );
          expect(driven.late.filter(({ promised }) => promised)).toHaveLength(Math.min(...broken));
        }
      }),
      { numRuns: runs },
    );
    expect(judged).toBeGreaterThan(runs);
  });

  it('is the same for whoever was asked about before, at any moment', () => {
    fc.assert(
      fc.property(SEEDS, fc.integer({ min: 0, max: 240 }), (seed, minutes) => {
        const { technicians, ground, pool, quarterOfDay } = randomBoard(seed, { technicians: 3, orders: 18 });
        const later = { ...ground, now: ground.now + minutes * 60_000 };
        const anew: DayGround = {
          ...later,
          visitsOf: (id) => ground.visitsOf(id).map((order) => structuredClone(order)),
        };
        const lifted = pool.slice(0, 2);
        const at = quarterOfDay();
        for (const technician of technicians) {
          judgeTarget(lifted, technician, ground);
          for (const when of [undefined, at])
            expect(judgeTarget(lifted, technician, later, when)).toEqual(
              judgeTarget(structuredClone(lifted), technician, anew, when),
            );
        }
      }),
      { numRuns: runs },
    );
  });
});
