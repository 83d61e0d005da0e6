import { describe, expect, it } from 'vitest';
import type { Cutover, CutoverCommand, CutoverCommandType } from '#domain/cutover/cutover.ts';
import { CUTOVER_STATUSES, CUTOVER_STEPS } from '#domain/cutover/cutover.ts';
import { type CutoverContext, decideCutover } from '#domain/cutover/decide-cutover.ts';
import { evolveCutover } from '#domain/cutover/evolve-cutover.ts';
import { armCutover, judgeFaultInCutover, type VisitInTime } from '#domain/cutover/judge-cutover.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { judgeTimer } from '#domain/timer/timer.ts';
import { beijing } from '#tests/support/story.ts';

const STANDARD = resolveStandard('tietong-fujian-2015');
const START = beijing('2026-03-14 00:30');
/** The last instant of the announcement. */
const LAST = beijing('2026-03-11 00:30');
const NOC = { id: 'n1', role: 'noc' } as const;
const SUPERVISOR = { id: 's1', role: 'supervisor' } as const;

/** A cutover, moved by commands at a clock that only they move. */
class Work {
  now = beijing('2026-03-10 09:00');
  cutover: Cutover | null = null;
  visits: readonly VisitInTime[] = [];

  do(command: CutoverCommand, actor: CutoverContext['actor'] = NOC) {
    const { now, visits } = this;
    const { verdict, events } = decideCutover(this.cutover, command, {
      now,
      actor,
      standard: STANDARD,
      visits,
    });
    for (const event of events) this.cutover = evolveCutover(this.cutover, 'k1', event, now);
    return [verdict.outcome, ...verdict.findings.map(({ rule }) => rule)].join(' ');
  }
  plan(more: { estates?: readonly string[] } = {}) {
    return this.do({
      type: 'cutover.plan',
      payload: { cutoverId: 'k1', areaId: 'a1', work: '机房搬迁', start: START, ...more },
    });
  }
  announce() {
    return this.do({ type: 'cutover.announce', payload: { cutoverId: 'k1' } });
  }
  step(type: 'begin' | 'finish') {
    return this.do({ type: `cutover.${type}`, payload: { cutoverId: 'k1' } });
  }
  say(type: 'ask' | 'approve' | 'reject' | 'cancel', actor: CutoverContext['actor'] = NOC) {
    return this.do({ type: `cutover.${type}`, payload: { cutoverId: 'k1', reason: '抢修' } }, actor);
  }
  move(start: number) {
    return this.do({ type: 'cutover.move', payload: { cutoverId: 'k1', start, reason: '配合施工' } });
  }
}

describe('a cutover', () => {
  it('[CUTV-01] goes from its plan to its end, each step in its state only', () => {
    const work = new Work();
    expect(work.plan()).toBe('accepted');
    expect(work.cutover).toMatchObject({ status: 'planned', end: beijing('2026-03-14 04:30'), reach: null });
    expect(work.announce()).toBe('accepted');
    expect(work.step('begin')).toBe('refused CUTV-01');
    work.now = START;
    expect(work.step('begin')).toBe('accepted');
    expect(work.step('finish')).toBe('accepted');
    expect(work.cutover).toMatchObject({ status: 'done', endedAt: START, version: 4 });
  });

  it('[STATE] takes exactly the steps of its table; every other is refused with the state and what it needs', () => {
    const planned = new Work();
    planned.plan();
    for (const status of ['none', ...CUTOVER_STATUSES] as const)
      for (const type of Object.keys(CUTOVER_STEPS) as CutoverCommandType[]) {
        const cutover = status === 'none' ? null : { ...(planned.cutover as Cutover), status };
        const { verdict } = decideCutover(
          cutover,
          { type, payload: { cutoverId: 'k1', areaId: 'a1', work: 'w', start: START, reason: 'r' } } as never,
          { now: START, actor: NOC, standard: STANDARD, visits: [] },
        );
        const { from } = CUTOVER_STEPS[type];
        const state = verdict.findings.find(({ rule }) => rule === 'STATE');
        if (from.includes(status)) expect(state, `${type} from ${status}`).toBeUndefined();
        else expect(state?.facts).toEqual({ step: type, status, needs: from.join(' or ') });
      }
  });

  it('[CUTV-01] is announced at the last instant without anybody, a second later with a supervisor', () => {
    const inTime = new Work();
    inTime.plan();
    inTime.now = LAST;
    expect(inTime.say('ask')).toBe('refused CUTV-01');
    expect(inTime.announce()).toBe('accepted');
    const late = new Work();
    late.plan();
    late.now = LAST + 1_000;
    expect(late.announce()).toBe('needs_approval CUTV-01');
    expect(late.say('approve', SUPERVISOR)).toBe('refused CUTV-01');
    expect(late.say('ask')).toBe('accepted');
    expect(late.say('approve', SUPERVISOR)).toBe('accepted');
    expect(late.announce()).toBe('accepted');
    expect(late.cutover?.approval).toMatchObject({ by: 's1', requestedBy: 'n1' });
  });

  it('[SEP-01] is not allowed by whoever asked, nor by a role that may not, and a refusal leaves it unannounced', () => {
    const work = new Work();
    work.plan();
    work.now = LAST + 1_000;
    work.say('ask', SUPERVISOR);
    expect(work.say('approve', SUPERVISOR)).toBe('refused SEP-01');
    expect(work.say('approve', { id: 'd1', role: 'dispatcher' })).toBe('needs_approval CUTV-01');
    expect(work.say('reject', { id: 's2', role: 'supervisor' })).toBe('accepted');
    expect(work.cutover).toMatchObject({ status: 'planned', asked: null });
    expect(work.announce()).toBe('needs_approval CUTV-01');
  });

  it('[CUTV-01] brought forward it is announced anew; put off it need not be', () => {
    const work = new Work();
    work.plan();
    work.announce();
    expect(work.move(START + 3_600_000)).toBe('accepted');
    expect(work.cutover).toMatchObject({ status: 'announced', end: beijing('2026-03-14 05:30') });
    expect(work.move(START - 1)).toBe('accepted');
    expect(work.cutover).toMatchObject({ status: 'planned', announcedAt: null });
    expect(work.move(work.now)).toBe('refused CUTV-01');
  });

  it('[CUTV-01] points out the visits in its time and reach, up to its very end', () => {
    const visit = (orderId: string, start: string, minutes: number, estate: string | null): VisitInTime => ({
      orderId,
      start: beijing(start),
      end: beijing(start) + minutes * 60_000,
      estate,
      place: null,
    });
    const work = new Work();
    work.plan({ estates: ['左海花园'] });
    work.visits = [
      visit('o1', '2026-03-14 04:29', 60, '左海花园'),
      visit('o2', '2026-03-14 04:30', 60, '左海花园'),
      visit('o3', '2026-03-14 00:00', 30, '左海花园'),
      visit('o4', '2026-03-14 01:00', 60, '屏山小区'),
      visit('o5', '2026-03-14 01:00', 60, null),
    ];
    const { verdict } = decideCutover(
      work.cutover,
      { type: 'cutover.announce', payload: { cutoverId: 'k1' } },
      { now: work.now, actor: NOC, standard: STANDARD, visits: work.visits },
    );
    expect(verdict.findings[0]).toMatchObject({ kind: 'warning', facts: { orders: ['o1', 'o5'] } });
  });

  it('[INTK-07] is matched with a fault reported while it is under way', () => {
    const work = new Work();
    work.plan({ estates: ['左海花园'] });
    work.announce();
    const fault = { areaId: 'a1', estate: '左海花园', place: null };
    const found = (at: number, one = fault) =>
      judgeFaultInCutover(one, work.cutover ? [work.cutover] : [], at).map(({ rule }) => rule);
    expect(found(START - 1)).toEqual([]);
    expect(found(START)).toEqual(['INTK-07']);
    expect(found(START, { ...fault, estate: '屏山小区' })).toEqual([]);
    expect(found(START, { ...fault, areaId: 'a2' })).toEqual([]);
    expect(found(beijing('2026-03-14 04:30'))).toEqual([]);
  });

  it('T_CUTOVER runs from the plan, is met by the announcement and begins anew with an earlier start', () => {
    const work = new Work();
    work.plan();
    const timer = (at = work.now) => judgeTimer(armCutover(work.cutover as Cutover, STANDARD), at);
    expect(timer()).toMatchObject({
      state: 'running',
      dueLiteral: LAST,
      warnAt: beijing('2026-03-10 00:30'),
    });
    expect(timer(LAST + 1)).toMatchObject({ state: 'breached', open: true });
    work.announce();
    expect(timer()).toMatchObject({ state: 'met' });
    work.now += 60_000;
    work.move(START - 3_600_000);
    expect(timer()).toMatchObject({ state: 'running', startedAt: work.now });
    work.say('cancel');
    expect(timer()).toMatchObject({ state: 'cancelled' });
  });
});
