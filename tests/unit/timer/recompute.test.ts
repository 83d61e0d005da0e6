import { describe, expect, it } from 'vitest';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import { PUBLISHED_DAYS } from '#domain/time/published-days.ts';
import { provisionalYears, recomputed } from '#domain/timer/recompute.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { beijing, Story } from '#tests/support/story.ts';

const HOUSE = { ...PUBLISHED_DAYS, 2027: { off: '0101 0104', work: '' } };
const NOW = beijing('2026-12-31 09:00');

function install(intake = '2026-12-30 10:00'): Story {
  const story = new Story();
  story.do(intake, 'order.intake', { number: '1', areaId: 'a1', type: 'install' });
  return story;
}
const deadlines = (order: Order, story: Story) =>
  timersOf(order, story.standard, NOW)
    .filter(({ name }) => name === 'T_INSTALL' || name === 'T_INSTALL_MAX')
    .map(({ dueLiteral, provisional }) => [dueLiteral, provisional]);

// E-08
describe('a year whose working days are published while orders run', () => {
  it('[ARITH-04] its deadlines are provisional until then, and say so', () => {
    const story = install();
    expect(deadlines(story.now, story)).toEqual([
      [beijing('2027-01-04 24:00'), [2027]],
      [beijing('2027-01-08 24:00'), [2027]],
    ]);
    expect(provisionalYears(story.now, story.standard, NOW)).toEqual([2027]);
  });

  it('[ARITH-04] [ARITH-11] recomputes them once, with every deadline as it was and as it is', () => {
    const story = install();
    const events = recomputed(story.now, HOUSE, story.standard, NOW);
    const at = story.now.intakeAt;
    expect(events).toEqual([
      {
        type: 'deadlines.recomputed',
        data: {
          year: 2027,
          days: HOUSE[2027],
          deadlines: [
            {
              timer: 'T_INSTALL',
              startedAt: at,
              before: { dueLiteral: beijing('2027-01-04 24:00'), dueEffective: beijing('2027-01-04 20:00') },
              after: { dueLiteral: beijing('2027-01-06 24:00'), dueEffective: beijing('2027-01-06 20:00') },
            },
            {
              timer: 'T_INSTALL_MAX',
              startedAt: at,
              before: { dueLiteral: beijing('2027-01-08 24:00'), dueEffective: beijing('2027-01-08 20:00') },
              after: { dueLiteral: beijing('2027-01-12 24:00'), dueEffective: beijing('2027-01-12 20:00') },
            },
          ],
        },
      },
    ]);
    const after = events.reduce((order, event) => evolveOrder(order, event, NOW), story.now);
    expect(deadlines(after, story)).toEqual([
      [beijing('2027-01-06 24:00'), undefined],
      [beijing('2027-01-12 24:00'), undefined],
    ]);
    expect(recomputed(after, HOUSE, story.standard, NOW)).toEqual([]);
    // a later correction of the year is for new orders alone
    const corrected = { ...HOUSE, 2027: { off: '0101', work: '' } };
    expect(recomputed(after, corrected, story.standard, NOW)).toEqual([]);
  });

  it('[ARITH-11] moves nothing of an order that does not reach the year, or is done', () => {
    const early = install('2026-12-01 10:00');
    expect(recomputed(early.now, HOUSE, early.standard, NOW)).toEqual([]);
    const done = install();
    expect(recomputed({ ...done.now, activatedAt: NOW }, HOUSE, done.standard, NOW)).toEqual([]);
    expect(recomputed(install().now, PUBLISHED_DAYS, early.standard, NOW)).toEqual([]);
  });

  it('[ARITH-04] a pause that carries an order into the year makes it provisional, and it is recomputed then', () => {
    const story = install('2026-12-21 10:00');
    const pause = {
      from: beijing('2026-12-22 10:00'),
      until: beijing('2026-12-30 10:00'),
      reason: 'customer_wish' as const,
      approvedBy: 'lead',
    };
    const order: Order = { ...story.now, pauses: [pause] };
    expect(provisionalYears(order, story.standard, NOW)).toEqual([2027]);
    expect(recomputed(order, HOUSE, story.standard, NOW)).toHaveLength(1);
  });
});
