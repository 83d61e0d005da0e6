import { describe, expect, it } from 'vitest';
import { judgeKit, takenAlong } from '#domain/checklist/judge-kit.ts';
import { homeTasks } from '#domain/readiness/home-tasks.ts';
import { readinessOf } from '#domain/readiness/site-facts.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { judgeShiftStart } from '#domain/technician/judge-shift.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

const warnings = (decision: ReturnType<Story['do']>) =>
  decision.verdict.findings.filter(({ kind }) => kind === 'warning').map(({ rule }) => rule);

describe('what is asked before anybody sets out', () => {
  it('[INTK-04] a departure with the home unknown is pointed out, with it known it is not', () => {
    const unknown = Story.promised();
    expect(warnings(unknown.do('2026-03-10 15:40', 'visit.depart', {}))).toContain('INTK-04');
    const known = Story.promised();
    known.do('2026-03-10 09:00', 'site.record', { fibreToHome: 'yes', hasOnt: 'no' });
    expect(warnings(known.do('2026-03-10 15:40', 'visit.depart', {}))).not.toContain('INTK-04');
  });

  it('[APPT-13] the call asks for the modem of an install and for the customer’s own remedy of a fault', () => {
    const install = Story.accepted();
    const asks = { outcome: 'connected' as const, promiseTold: true };
    expect(warnings(install.do('2026-03-09 10:00', 'contact.attempt', asks))).toEqual(['APPT-13']);
    expect(
      warnings(install.do('2026-03-09 10:05', 'contact.attempt', { ...asks, site: { hasOnt: 'yes' } })),
    ).toEqual([]);
    expect(install.now.site.hasOnt).toBe('yes');
    const fault = Story.accepted(undefined, 'fault');
    expect(warnings(fault.do('2026-03-09 10:00', 'contact.attempt', asks))).toEqual(['APPT-13']);
    expect(
      warnings(
        fault.do('2026-03-09 10:05', 'contact.attempt', { ...asks, site: { remoteSteps: ['restarted'] } }),
      ),
    ).toEqual([]);
  });

  it('[INTK-03] the limits that we promise are told once; an unanswered call needs none', () => {
    const story = Story.accepted();
    expect(story.now.contacts[0]?.promiseTold).toBe(false);
    expect(warnings(story.do('2026-03-09 10:00', 'contact.attempt', { outcome: 'no_answer' }))).toEqual([]);
    const site = { hasOnt: 'no' as const };
    expect(warnings(story.do('2026-03-09 10:05', 'contact.attempt', { outcome: 'connected', site }))).toEqual(
      ['INTK-03'],
    );
    story.do('2026-03-09 10:06', 'contact.attempt', { outcome: 'connected', promiseTold: true });
    expect(warnings(story.do('2026-03-09 10:10', 'contact.attempt', { outcome: 'connected' }))).toEqual([]);
  });

  it('[WIN-05] inside contact hours no hour is pointed out', () => {
    const story = Story.accepted();
    const asks = { outcome: 'connected' as const, promiseTold: true, site: { hasOnt: 'no' as const } };
    expect(warnings(story.do('2026-03-09 20:30:00', 'contact.attempt', asks))).toEqual([]);
    expect(warnings(story.do('2026-03-09 20:30:01', 'contact.attempt', asks))).toEqual(['ARITH-10']);
  });

  it('[VRFY-04] a resource known to be missing is pointed out at departure', () => {
    const story = Story.promised();
    story.do('2026-03-10 09:00', 'site.record', {
      fibreToHome: 'yes',
      hasOnt: 'yes',
      resources: { port: 'missing', permission: 'ready' },
    });
    const departed = story.do('2026-03-10 15:40', 'visit.depart', { kitMissing: [] });
    expect(said(departed)).toBe('accepted');
    expect(departed.verdict.findings).toMatchObject([{ rule: 'VRFY-04', facts: { missing: ['port'] } }]);
  });

  it('[SCHD-04] what waits is not ready, what nobody asked is uncertain, and laying the fibre takes longer', () => {
    const story = Story.accepted();
    expect(readinessOf(story.now)).toBe('uncertain');
    const before = story.now.durationMin;
    story.do('2026-03-09 10:00', 'site.record', { fibreToHome: 'no', hasOnt: 'yes' });
    expect([readinessOf(story.now), story.now.durationMin - before]).toEqual(['ready', 30]);
    story.do('2026-03-09 10:01', 'site.record', { fibreToHome: 'yes' });
    expect(story.now.durationMin).toBe(before);
    story.do('2026-03-09 10:02', 'site.record', { resources: { parts: 'missing' } });
    expect(readinessOf(story.now)).toBe('not_ready');
    expect(story.now.site).toMatchObject({ hasOnt: 'yes', resources: { parts: 'missing', port: 'unknown' } });
  });

  it('[SKIL-02] the work in the home is what is not there yet', () => {
    const story = Story.accepted();
    expect(homeTasks(story.now)).toEqual(['lead_in', 'terminal', 'activation', 'guidance']);
    story.do('2026-03-09 10:00', 'site.record', { fibreToHome: 'yes', hasOnt: 'yes' });
    expect(homeTasks(story.now)).toEqual(['activation', 'guidance']);
    expect(homeTasks(Story.accepted(undefined, 'fault').now)).toEqual(['fault_handling', 'guidance']);
  });
});

describe('what is taken along', () => {
  const mobile = resolveStandard('mobile-2015');
  const install = { type: 'install', accessType: 'FTTH' } as const;

  it('[VRFY-02] is the standard’s kit, the tools of the line and the parts of the work', () => {
    const ids = takenAlong({ type: 'install', accessType: 'xDSL' }, mobile).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['tool_set', 'shoe_covers', 'xdsl_tester', 'ont']));
    expect(takenAlong(install, mobile).map(({ id }) => id)).not.toContain('xdsl_tester');
  });

  it('[VRFY-02] without an essential thing nobody sets out but for a reason', () => {
    const story = Story.promised('mobile-2015');
    expect(said(story.do('2026-03-10 15:40', 'visit.depart', { kitMissing: ['tool_set'] }))).toBe(
      'refused VRFY-02',
    );
    expect(
      said(
        story.do('2026-03-10 15:41', 'visit.depart', { kitMissing: ['tool_set'], reason: 'lent on site' }),
      ),
    ).toBe('accepted');
    expect(story.now.visits[0]?.kit).toEqual({ missing: ['tool_set'], reason: 'lent on site' });
  });

  it('[VRFY-02] a lesser thing, or a kit that nobody looked through, is pointed out; an unknown name is refused', () => {
    const judged = (missing: readonly string[] | undefined) =>
      judgeKit(install, missing, undefined, mobile).map(({ kind }) => kind);
    expect(judged(['rag'])).toEqual(['warning']);
    expect(judged(undefined)).toEqual(['warning']);
    expect(judged([])).toEqual([]);
    expect(judged(['ladder'])).toEqual(['block']);
  });

  it('[VRFY-03] sober, in uniform and with the badge is declared at the start of the shift', () => {
    expect(judgeShiftStart(['sober', 'uniform'], 'telecom')).toEqual([]);
    expect(judgeShiftStart(['uniform'], 'telecom')).toMatchObject([
      { rule: 'VRFY-03', kind: 'warning', facts: { missing: ['sober'] } },
    ]);
    expect(judgeShiftStart(undefined, 'telecom')).toHaveLength(1);
  });
});

describe('times told to the customer', () => {
  it('[PROG-04] the finish that was told is kept to the second', () => {
    const story = Story.accepted(undefined, 'fault');
    expect(
      said(
        story.do('2026-03-09 10:00', 'progress.promise_finish', { finishAt: beijing('2026-03-09 10:00') }),
      ),
    ).toBe('refused PROG-04');
    expect(
      said(
        story.do('2026-03-09 10:00', 'progress.promise_finish', { finishAt: beijing('2026-03-09 12:00') }),
      ),
    ).toBe('accepted');
    expect(story.now.finishPromises).toHaveLength(1);
  });
});
