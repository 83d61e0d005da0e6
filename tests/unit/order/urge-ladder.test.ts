import { describe, expect, it } from 'vitest';
import { nextDueEvent } from '#domain/order/due-events.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

const standard = resolveStandard('tietong-fujian-2015');

/** Time passes until an instant; what it brings about is recorded at its own instants. */
function pass(order: Order, until: number): Order {
  for (;;) {
    const due = nextDueEvent(order, standard, until);
    if (!due) return order;
    order = evolveOrder(order, due.event, due.at);
  }
}

const urges = (order: Order) => order.urges.map(({ at, to }) => [at, to ?? 'department']);

/** Dispatched at 9:05, overdue for its reply at 5:05 of the next morning, urged for the first time at 5:35. */
const overdue = () => Story.accepted(undefined, 'fault').now;

describe('an order that nobody answers', () => {
  it('[OVRD-03] is urged from the department’s head exactly two hours after the first urge, not a second before', () => {
    const before = pass(overdue(), beijing('2026-03-10 07:34:59'));
    expect(urges(before)).toEqual([[beijing('2026-03-10 05:35'), 'department']]);
    const after = pass(overdue(), beijing('2026-03-10 07:35:00'));
    expect(urges(after).at(-1)).toEqual([beijing('2026-03-10 07:35'), 'department_head']);
  });

  it('[OVRD-03] is urged from the branch after four hours; no record overwrites another', () => {
    const before = pass(overdue(), beijing('2026-03-10 09:34:59'));
    expect(before.urges).toHaveLength(2);
    const after = pass(overdue(), beijing('2026-03-12 09:00'));
    expect(urges(after)).toEqual([
      [beijing('2026-03-10 05:35'), 'department'],
      [beijing('2026-03-10 07:35'), 'department_head'],
      [beijing('2026-03-10 09:35'), 'branch'],
    ]);
  });

  it('[OVRD-03] the ladder counts from an urge that a person sent earlier', () => {
    const story = Story.accepted(undefined, 'fault');
    story.order = pass(story.now, beijing('2026-03-10 05:10'));
    story.do('2026-03-10 05:10', 'urge.issue', {});
    expect(urges(pass(story.now, beijing('2026-03-10 07:10'))).at(-1)).toEqual([
      beijing('2026-03-10 07:10'),
      'department_head',
    ]);
  });

  it('[OVRD-03] a reply ends the ladder', () => {
    const replied = {
      ...pass(overdue(), beijing('2026-03-10 05:35')),
      repliedAt: beijing('2026-03-10 06:00'),
    };
    expect(pass(replied, beijing('2026-03-12 09:00')).urges).toHaveLength(1);
  });

  it('[OVRD-02] a customer’s own urge is recorded and starts nothing anew', () => {
    const story = Story.accepted(undefined, 'fault');
    const clocks = () =>
      timersOf(story.now, standard, beijing('2026-03-09 12:00')).map(({ name, dueLiteral }) => [
        name,
        dueLiteral,
      ]);
    const before = clocks();
    expect(said(story.do('2026-03-09 12:00', 'customer.urge', {}))).toBe('accepted');
    story.do('2026-03-09 12:30', 'customer.urge', {});
    expect(story.now.customerUrges).toHaveLength(2);
    expect(clocks()).toEqual(before);
    story.order = { ...story.now, repliedAt: beijing('2026-03-09 13:00') };
    expect(said(story.do('2026-03-09 14:00', 'customer.urge', {}))).toBe('refused STATE');
  });

  it.each([
    ['12:00:00', 'met'],
    ['12:00:01', 'breached'],
  ])('[PROG-04] done at %s, the finish told for noon is %s', (clock, state) => {
    const story = Story.accepted(undefined, 'fault');
    story.do('2026-03-09 10:00', 'progress.promise_finish', { finishAt: beijing('2026-03-09 12:00') });
    const order = { ...story.now, restoredAt: beijing(`2026-03-09 ${clock}`) };
    const timer = timersOf(order, standard, beijing('2026-03-09 15:00')).find(
      ({ name }) => name === 'T_FINISH',
    );
    expect(timer?.state).toBe(state);
  });

  it('[PROG-04] a later word replaces an earlier one that still ran', () => {
    const story = Story.accepted(undefined, 'fault');
    story.do('2026-03-09 10:00', 'progress.promise_finish', { finishAt: beijing('2026-03-09 12:00') });
    story.do('2026-03-09 11:00', 'progress.promise_finish', { finishAt: beijing('2026-03-09 14:00') });
    const states = timersOf(story.now, standard, beijing('2026-03-09 13:00'))
      .filter(({ name }) => name === 'T_FINISH')
      .map(({ state }) => state);
    expect(states).toEqual(['cancelled', 'running']);
  });
});
