import { describe, expect, it } from 'vitest';
import { checklistAt } from '#domain/checklist/checklists.ts';
import type { CauseCode, CauseSide } from '#domain/fault/cause-code.ts';
import type { PhotoGiven } from '#domain/photo/photo.ts';
import { causeScript } from '#domain/script/cause-script.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

/** A fault restored and signed on 10 March, not yet resolved. */
function restored(): Story {
  const story = Story.promised('tietong-fujian-2015', 'fault');
  for (const [minute, type, payload] of [
    ['15:30', 'visit.depart', {}],
    ['15:50', 'visit.arrive', {}],
    ['15:55', 'visit.enter', {}],
    ['16:00', 'visit.work', {}],
    ['16:10', 'visit.activate', {}],
    ['16:10', 'visit.observe', {}],
    ['16:20', 'visit.sign', { filledBy: 'customer' }],
    ['16:21', 'visit.finish', {}],
  ] as const)
    story.do(`2026-03-10 ${minute}`, type, payload as never);
  return story;
}
const resolve = (story: Story, causeSide: CauseSide, causeCode: CauseCode) =>
  story.do('2026-03-10 16:30', 'order.resolve', { causeSide, causeCode });

describe('what a fault came from', () => {
  it('[ATTR-03] a fault of the customer’s own device is explained with the guided check', () => {
    const story = restored();
    expect(said(resolve(story, 'customer_side', 'customer_terminal'))).toBe('accepted');
    expect(story.now.cause).toMatchObject({ side: 'customer_side', code: 'customer_terminal' });
    expect(causeScript(story.now, 'base')?.id).toBe('S-F-CUST');
  });

  it('[ATTR-01] a code lies on its own side', () => {
    expect(said(resolve(restored(), 'central_office', 'customer_terminal'))).toBe('refused ATTR-01');
    expect(said(resolve(restored(), 'third_party', 'egress'))).toBe('refused ATTR-01');
  });

  it('[ATTR-05] an egress outage or a cutover is announced with its expected end', () => {
    const story = restored();
    resolve(story, 'central_office', 'egress');
    expect(causeScript(story.now, 'base')?.text).toContain('{eta}');
  });

  /** The promised contact of a cause keeps the order open until it was made. */
  function promises(rule: 'ATTR-04' | 'ATTR-06', side: CauseSide, code: CauseCode, script: string): void {
    const story = restored();
    expect(said(resolve(story, side, code))).toBe('accepted');
    expect(causeScript(story.now, 'base')?.id).toBe(script);
    story.do('2026-03-10 16:40', 'order.reply', {});
    story.do('2026-03-11 09:00', 'callback.record', { agent: 'c1', outcome: 'done', repairedOnDay: true });
    expect(story.now.status).toBe('callback');
    expect(story.now.followUps).toMatchObject([{ rule, dueAt: beijing('2026-03-11 16:30') }]);
    expect(said(story.do('2026-03-11 10:00', 'follow_up.done', { rule }))).toBe('accepted');
    expect(story.now.status).toBe('closed');
  }

  it('[ATTR-04] slow at peak hours: the customer hears from us when it is done', () => {
    promises('ATTR-04', 'central_office', 'slow_at_peak', 'S-SLOW');
  });

  it('[ATTR-06] another operator’s restriction: reported up, and the customer hears from us', () => {
    promises('ATTR-06', 'third_party', 'other_operator', 'S-OTHEROP');
  });

  it('[ATTR-04] a contact that nobody owes cannot be made', () => {
    expect(said(restored().do('2026-03-10 16:30', 'follow_up.done', { rule: 'ATTR-04' }))).toBe(
      'refused STATE',
    );
  });
});

describe('what cannot be decided on the spot', () => {
  it('[SITE-20] is no promise: it is recorded, answered within a day, and the order waits for the answer', () => {
    const story = restored();
    story.do('2026-03-10 16:00', 'question.ask', { question: 'may the box hang in the hall?' });
    const later = { questionId: 'q1', resolution: 'later' as const, explained: true };
    expect(said(story.do('2026-03-10 16:05', 'question.settle', later))).toBe('accepted');
    const timer = (at: string) =>
      timersOf(story.now, story.standard, beijing(at)).find(({ name }) => name === 'T_ANSWER');
    expect(timer('2026-03-11 16:00')).toMatchObject({
      state: 'running',
      dueLiteral: beijing('2026-03-11 16:00'),
    });
    expect(timer('2026-03-11 16:00:01')?.state).toBe('breached');
    expect(checklistAt('on_site', 'base').map(({ rule }) => rule)).toContain('SITE-20');
  });
});

describe('a fault that will miss its limit', () => {
  const fault = () => Story.accepted('tietong-fujian-2015', 'fault');
  const delay = (story: Story, at: string) =>
    timersOf(story.now, story.standard, beijing(at)).find(({ name }) => name === 'T_DELAY');
  const warned = (decision: ReturnType<Story['do']>) =>
    decision.verdict.findings.some(({ rule, kind }) => rule === 'BLOK-07' && kind === 'warning');

  it('[BLOK-07] from four fifths of the limit on, and not a second before, the report needs reason and new time', () => {
    expect(warned(fault().do('2026-03-10 04:11:59', 'dept.report', {}))).toBe(false);
    expect(warned(fault().do('2026-03-10 04:12', 'dept.report', {}))).toBe(true);
  });

  it('[BLOK-07] half a report is none, nor one with a time that is over', () => {
    const at = '2026-03-10 05:00';
    expect(said(fault().do(at, 'dept.report', { reason: 'port' }))).toBe('refused BLOK-07');
    expect(said(fault().do(at, 'dept.report', { newEta: beijing('2026-03-10 12:00') }))).toBe(
      'refused BLOK-07',
    );
    expect(said(fault().do(at, 'dept.report', { reason: 'port', newEta: beijing(at) }))).toBe(
      'refused BLOK-07',
    );
  });

  it('[BLOK-07] a report at the very limit is in time, one second later is not', () => {
    for (const [at, state] of [
      ['2026-03-10 09:00', 'met'],
      ['2026-03-10 09:00:01', 'breached'],
    ] as const) {
      const story = fault();
      story.do(at, 'dept.report', { reason: 'port', newEta: beijing('2026-03-10 12:00') });
      expect(delay(story, '2026-03-10 10:00')?.state).toBe(state);
      expect(story.now.delayReports).toHaveLength(1);
    }
  });
});

describe('the record of an installation', () => {
  const ended = (photos: readonly PhotoGiven[]) => {
    const story = Story.promised();
    for (const [minute, type, payload] of [
      ['15:30', 'visit.depart', {}],
      ['15:50', 'visit.arrive', {}],
      ['15:55', 'visit.enter', {}],
      ['16:00', 'visit.work', {}],
      ['16:10', 'visit.test', photos.length > 0 ? { photos } : {}],
      ['16:10', 'visit.activate', {}],
      ['16:20', 'visit.sign', { filledBy: 'customer' }],
      ['16:21', 'visit.finish', {}],
      ['16:22', 'order.resolve', {}],
    ] as const)
      story.do(`2026-03-10 ${minute}`, type, payload as never);
    return story;
  };

  it('[DONE-10] is whole when the order is answered, else what is missing is named', () => {
    const story = ended([]);
    const half = story.do('2026-03-10 16:30', 'order.reply', { filed: ['serial', 'port'] });
    expect(said(half)).toBe('refused DONE-10');
    expect(half.verdict.findings[0]?.facts).toEqual({ missing: ['address', 'cable', 'photos'] });
    const filed = ['address', 'port', 'serial', 'cable', 'photos'] as const;
    expect(said(story.do('2026-03-10 16:31', 'order.reply', { filed }))).toBe('accepted');
    expect(story.now.filed).toEqual(filed);
  });
  it('[DONE-10] has its photos when the visit took some', () => {
    const story = ended([{ id: 'p1', hash: 'a'.repeat(64), of: 'workmanship' }]);
    const filed = ['address', 'port', 'serial'] as const;
    const half = story.do('2026-03-10 16:30', 'order.reply', { filed });
    expect(half.verdict.findings[0]?.facts).toEqual({ missing: ['cable'] });
    expect(said(story.do('2026-03-10 16:31', 'order.reply', { filed: [...filed, 'cable'] }))).toBe(
      'accepted',
    );
  });
});
