import { describe, expect, it } from 'vitest';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { dayOrMorning } from '#domain/timer/dispatch-timers.ts';
import { effectiveDeadlineOf } from '#domain/timer/effective-deadline.ts';
import type { Armed } from '#domain/timer/timer.ts';
import { judgeTimer } from '#domain/timer/timer.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { beijing, Story } from '#tests/support/story.ts';

const armed: Armed = {
  name: 'T_REPLY',
  rule: 'DONE-05',
  startedAt: 0,
  dueLiteral: 100,
  dueEffective: 80,
  warnAt: null,
  doneAt: null,
  cancelledAt: null,
  paused: false,
};
const state = (change: Partial<Armed>, now: number) => {
  const timer = judgeTimer({ ...armed, ...change }, now);
  return [timer.state, timer.breachedAt];
};

describe('judgeTimer', () => {
  it('[ARITH-02] done exactly at the due instant is met, a moment later is breached', () => {
    expect(state({ doneAt: 100 }, 200)).toEqual(['met', null]);
    expect(state({ doneAt: 101 }, 200)).toEqual(['breached', 100]);
  });

  it('[ARITH-02] runs up to and including the due instant and is breached after it', () => {
    expect(state({}, 100)).toEqual(['running', null]);
    expect(state({}, 101)).toEqual(['breached', 100]);
  });

  it('stays breached when the order ends afterwards, and is cancelled when it ended in time', () => {
    expect(state({ cancelledAt: 100 }, 200)).toEqual(['cancelled', null]);
    expect(state({ cancelledAt: 101 }, 200)).toEqual(['breached', 100]);
  });

  it('[ARITH-07] a pause asked for after the deadline hides no breach', () => {
    expect(state({ paused: true }, 50)).toEqual(['paused', null]);
    expect(state({ paused: true }, 101)).toEqual(['breached', 100]);
  });

  it('[ARITH-05] is judged by the literal due instant, by the rolled one only where it says so', () => {
    expect(state({ doneAt: 90 }, 200)).toEqual(['met', null]);
    expect(state({ doneAt: 110, dueEffective: 120, judgedByEffective: true }, 200)).toEqual(['met', null]);
    expect(state({ doneAt: 121, dueEffective: 120, judgedByEffective: true }, 200)).toEqual([
      'breached',
      120,
    ]);
  });

  it('a least wait runs out by itself and cannot be missed', () => {
    expect(state({ runsOut: true }, 99)).toEqual(['running', null]);
    expect(state({ runsOut: true }, 100)).toEqual(['met', null]);
    expect(state({ runsOut: true, cancelledAt: 50 }, 200)).toEqual(['cancelled', null]);
  });
});

describe('dayOrMorning', () => {
  const standard = resolveStandard('tietong-fujian-2015');
  it.each([
    ['2026-03-09 14:00', '2026-03-09 14:15'],
    ['2026-03-09 19:59', '2026-03-09 20:14'],
    ['2026-03-09 20:00', '2026-03-10 08:30'],
    ['2026-03-10 00:00', '2026-03-10 08:30'],
    ['2026-03-10 02:00', '2026-03-10 08:30'],
    ['2026-03-10 07:59', '2026-03-10 08:30'],
    ['2026-03-10 08:00', '2026-03-10 08:15'],
    ['2025-12-31 23:00', '2026-01-01 08:30'],
  ])('[ACPT-01] dispatched %s is accepted by %s', (start, due) => {
    expect(dayOrMorning(beijing(start), 15, standard)).toBe(beijing(due));
  });
});

describe('the registry', () => {
  it('[ARITH-05] tells the planner the last instant of a visit', () => {
    const story = new Story('mobile-2015');
    story.do('2026-03-09 07:10', 'order.intake', { number: '1', areaId: 'a1', type: 'install' });
    // the clock of 中国移动 starts at the dispatch, and there is no limit of working days beside it
    expect(effectiveDeadlineOf(story.now, story.standard, beijing('2026-03-09 07:10'))).toBeNull();
    story.do('2026-03-09 07:10', 'order.dispatch', { technicianId: 't1' });
    expect(effectiveDeadlineOf(story.now, story.standard, beijing('2026-03-09 07:10'))).toBe(
      beijing('2026-03-09 20:00'),
    );
  });

  it('[WIN-02] an emergency line may be visited until its literal limit', () => {
    const story = new Story('mobile-2015');
    story.do('2026-03-09 07:10', 'order.intake', {
      number: '1',
      areaId: 'a1',
      type: 'fault',
      emergencyLine: true,
    });
    story.do('2026-03-09 07:12', 'order.dispatch', { technicianId: 't1' });
    expect(effectiveDeadlineOf(story.now, story.standard, beijing('2026-03-09 08:00'))).toBe(
      beijing('2026-03-10 07:12'),
    );
  });

  it('[ACPT-01] waits for nobody’s acceptance once the desk has taken the order back', () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'install' });
    story.do('2026-03-09 09:00', 'order.dispatch', { technicianId: 't1' });
    story.do('2026-03-09 09:01', 'order.unassign', { reason: '派错了' });
    const timers = timersOf(story.now, story.standard, beijing('2026-03-09 10:00'));
    expect(timers.filter(({ name }) => name === 'T_ACCEPT').map(({ state }) => state)).toEqual(['cancelled']);
  });

  // E-85
  it('[ARITH-11] gives each order of one technician the limits of its own standard', () => {
    const dues = (standardId: string) => {
      const story = new Story(standardId);
      story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'install' });
      story.do('2026-03-09 09:10', 'order.dispatch', { technicianId: 't1' });
      story.do('2026-03-09 09:20', 'order.accept', { technicianId: 't1' });
      const timers = timersOf(story.now, story.standard, beijing('2026-03-09 09:21'));
      return (['T_CONTACT_INSTALL', 'T_INSTALL'] as const).map(
        (wanted) => timers.find(({ name }) => name === wanted)?.dueLiteral,
      );
    };
    expect(dues('mobile-2015')).toEqual([beijing('2026-03-09 11:10'), beijing('2026-03-10 09:10')]);
    expect(dues('tietong-fujian-2015')).toEqual([beijing('2026-03-09 10:10'), beijing('2026-03-13 00:00')]);
  });

  it('tells the same however late one looks', () => {
    const story = Story.promised();
    const at = (stamp: string) =>
      timersOf(story.now, story.standard, beijing(stamp)).find(({ name }) => name === 'T_ARRIVE')?.breachedAt;
    expect(at('2026-03-10 16:00:01')).toBe(beijing('2026-03-10 16:00'));
    expect(at('2026-04-10 09:00')).toBe(beijing('2026-03-10 16:00'));
  });
});
