import { describe, expect, it } from 'vitest';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { at, openVisit, promisedVisit, streetDay, technician } from '#tests/support/small-day.ts';

const lunch = { from: at('11:00'), until: at('14:00'), durationSeconds: 2700 };

/** When the day's steps begin, planned from what is published without looking for anything better. */
function beginsOf(published: readonly [visit: string, begin: string][], day: { lunches?: number } = {}) {
  const visits = [
    openVisit('a', 10, { durationSeconds: 3 * 3600 }),
    openVisit('b', 10),
    promisedVisit('c', 10, '15:00', '16:00'),
  ];
  const breaks = Array.from({ length: day.lunches ?? 1 }, () => lunch);
  const problem = streetDay([technician('t', { breaks })], visits, {
    published: published.map(([visit, begin]) => ({ visit, technician: 't', begin: at(begin) })),
  });
  const { plan } = planDay(problem, { seed: 1, from: 'published', budget: { iterations: 0 } });
  return plan.routes[0]!.stops.map(({ step, begin }) => [
    step.kind === 'visit' ? step.visit : step.kind,
    `${Math.floor(begin / 3600)}:${String((begin % 3600) / 60).padStart(2, '0')}`,
  ]);
}

describe('the breaks of a plan in force, of which only the visits are published', () => {
  it('are where the visits begin when they are published', () => {
    const early = beginsOf([
      ['a', '08:10'],
      ['b', '11:55'],
      ['c', '15:00'],
    ]);
    expect(early).toEqual([
      ['a', '8:10'],
      ['break', '11:10'],
      ['b', '11:55'],
      ['c', '15:00'],
    ]);
    const late = beginsOf([
      ['a', '08:10'],
      ['b', '11:10'],
      ['c', '15:00'],
    ]);
    expect(late.map(([name]) => name)).toEqual(['a', 'b', 'break', 'c']);
  });

  it('are all looked for', () => {
    const two = beginsOf(
      [
        ['a', '08:10'],
        ['b', '11:55'],
        ['c', '15:00'],
      ],
      { lunches: 2 },
    );
    expect(two.map(([name]) => name)).toEqual(['a', 'break', 'b', 'break', 'c']);
  });
});
