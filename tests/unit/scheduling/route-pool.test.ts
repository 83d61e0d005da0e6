import { describe, expect, it } from 'vitest';
import { compileDay } from '#domain/scheduling/compile.ts';
import { readOrders } from '#domain/scheduling/read-plan.ts';
import { RoutePool } from '#domain/scheduling/route-pool.ts';
import { Workspace } from '#domain/scheduling/workspace.ts';
import { openVisit, streetDay, technician } from '#tests/support/small-day.ts';

/** Four technicians in the middle of a street, two visits at each end of it. */
const problem = streetDay(
  ['t1', 't2', 't3', 't4'].map((id) => technician(id, { start: 30, end: 30 })),
  [openVisit('left', 5), openVisit('left too', 7), openVisit('right', 55), openVisit('right too', 53)],
);
const TOGETHER = 2 * 50 * 60;

/** Lays these visits into the technicians' days, one list for each. */
function lay(work: Workspace, days: readonly (readonly string[])[]): void {
  const { book, day } = work;
  for (let k = 0; k < days.length; k++) if (book.visitsOn[k]! > 0) book.remove(k, 1, book.length[k]! - 2);
  days.forEach((ids, k) => {
    ids.forEach((id, i) => {
      book.insert(
        k,
        i,
        day.visits.findIndex((visit) => visit.id === id),
      );
    });
  });
  work.listAbsent();
}

describe('the routes of several plans', () => {
  it('make a plan that none of them was, whoever of those alike had them', () => {
    const work = new Workspace(compileDay(problem, 0), 1);
    const pool = new RoutePool(work);
    lay(work, [['left', 'left too'], ['right'], ['right too'], []]);
    pool.gather();
    lay(work, [['right', 'right too'], [], ['left'], ['left too']]);
    pool.gather();
    expect(pool.recombine()).toBe(true);
    expect(work.book.cost).toBe(TOGETHER);
    const served = readOrders(work).flatMap(({ steps }) => (steps.length === 0 ? [] : [steps.length]));
    expect(served).toEqual([2, 2]);
  });

  it('are left alone where they make nothing cheaper', () => {
    const work = new Workspace(compileDay(problem, 0), 1);
    const pool = new RoutePool(work);
    lay(work, [['left', 'left too'], ['right', 'right too'], [], []]);
    pool.gather();
    expect(pool.recombine()).toBe(false);
    expect(work.book.cost).toBe(TOGETHER);
  });
});
