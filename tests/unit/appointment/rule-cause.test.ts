import { describe, expect, it } from 'vitest';
import type { ApprovalForCommand } from '#domain/base/finding.ts';
import { figuresOf, KPIS } from '#domain/kpi/kpis.ts';
import { orderFacts } from '#domain/kpi/order-facts.ts';
import { periodFigure } from '#domain/kpi/period.ts';
import type { Decision } from '#domain/order/decision.ts';
import type { Cause } from '#domain/order/order-type.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { beijing, Story } from '#tests/support/story.ts';

/** A promise for 10 March 16:00 that was moved to 18:00 of the next day, told at `at`, as `cause`. */
function changed(cause: Cause, at = '2026-03-10 09:00'): Story {
  const story = Story.promised('mobile-2015');
  story.do(at, 'appointment.change', { start: beijing('2026-03-11 18:00'), cause, reason: '客户说改天' });
  return story;
}
const ruling = (cause: Cause) => ({ appointmentVersion: 2, cause, reason: '听了录音' });
const install = (story: Story, at: string) =>
  timersOf(story.now, story.standard, beijing(at)).find(({ name }) => name === 'T_INSTALL');
/** The verdict with the rules behind it, as one line. */
const said = ({ verdict }: Decision) =>
  [
    verdict.outcome,
    ...verdict.findings.filter(({ kind }) => kind !== 'warning').map(({ rule }) => rule),
  ].join(' ');
const approval = (by: string): ApprovalForCommand => ({
  by,
  role: 'supervisor',
  reason: '听了录音',
  at: beijing('2026-03-10 10:00'),
  requestedBy: 'technician',
});

describe('whose cause a change was', () => {
  it('[CHG-04] [RECD-01] is ruled anew by a supervisor: the change counts, and what was said first stays beside it', () => {
    const story = changed('customer');
    expect(story.now.companyChangeCount).toBe(0);
    const ruled = story.do('2026-03-10 10:00', 'order.rule_cause', ruling('company'), { role: 'supervisor' });
    expect(ruled.events.map(({ type }) => type)).toEqual(['appointment.cause_ruled']);
    expect(story.now.companyChangeCount).toBe(1);
    expect(story.now.lastCause).toBe('company');
    expect(story.now.appointments[1]?.change).toMatchObject({
      cause: 'company',
      counted: true,
      ruled: { by: 'supervisor', role: 'supervisor', reason: '听了录音', first: 'customer' },
    });
  });

  it('[CHG-04] [ARITH-07] takes back the stop of the clock that stood on the customer’s cause', () => {
    const story = Story.accepted('mobile-2015');
    story.do('2026-03-09 09:21', 'appointment.confirm', {
      start: beijing('2026-03-09 16:00'),
      proposedBy: 'customer',
    });
    const first = install(story, '2026-03-09 10:00')?.dueLiteral;
    story.do('2026-03-09 10:00', 'appointment.change', {
      start: beijing('2026-03-10 16:00'),
      cause: 'customer',
      reason: '改天',
    });
    expect(install(story, '2026-03-09 11:00')?.state).toBe('paused');
    story.do('2026-03-09 11:00', 'order.rule_cause', ruling('company'), { role: 'supervisor' });
    expect(install(story, '2026-03-09 11:00')).toMatchObject({ state: 'running', dueLiteral: first });
  });

  it('[CHG-04] [CHG-03] counts no longer what was the customer’s after all, and a later ruling keeps the first word', () => {
    const story = changed('company');
    expect(story.now.companyChangeCount).toBe(1);
    story.do('2026-03-10 10:00', 'order.rule_cause', ruling('customer'), { role: 'supervisor' });
    expect(story.now.companyChangeCount).toBe(0);
    story.do('2026-03-10 11:00', 'order.rule_cause', ruling('third_party'), { role: 'supervisor' });
    expect(story.now.companyChangeCount).toBe(1);
    expect(story.now.appointments[1]?.change?.ruled?.first).toBe('company');
  });

  it('[CHG-04] [KPI-17] makes a short notice of a change that was told less than two hours ahead', () => {
    const story = changed('customer', '2026-03-10 14:00:01');
    expect(story.now.appointments[1]?.change?.shortNotice).toBe(false);
    story.do('2026-03-10 15:00', 'order.rule_cause', ruling('company'), { role: 'supervisor' });
    const now = beijing('2026-03-10 16:00');
    const facts = orderFacts(story.now, story.standard, now);
    expect(figuresOf({ now, cutovers: [], orders: [facts] })['KPI-17a']).toMatchObject({
      numerator: 0,
      denominator: 1,
    });
  });

  it('[CHG-04] [KPI-17] is a correction beside the figure of a period that is closed', () => {
    const story = changed('company');
    const view = (at: string) => {
      const now = beijing(at);
      return { now, cutovers: [], orders: [orderFacts(story.now, story.standard, now)] };
    };
    const atClose = view('2026-04-01 00:00');
    story.do('2026-04-02 09:00', 'order.rule_cause', ruling('customer'), { role: 'supervisor' });
    const march = periodFigure(
      KPIS['KPI-17a'],
      { atStart: { now: 0, cutovers: [], orders: [] }, atClose, now: view('2026-04-02 10:00') },
      { from: beijing('2026-03-01 00:00'), to: beijing('2026-04-01 00:00') },
    );
    expect(march.figure).toMatchObject({ numerator: 1, denominator: 1 });
    expect(march.corrected.map(({ id }) => id)).toEqual([story.now.id]);
  });

  it('[CHG-04] [SEP-01] is nobody else’s to rule, nor that of whoever made the change', () => {
    const story = changed('customer');
    const ask = (by: string | null) =>
      said(
        story.do('2026-03-10 10:00', 'order.rule_cause', ruling('company'), {
          role: 'technician',
          ...(by === null ? {} : { approval: approval(by) }),
        }),
      );
    expect(ask(null)).toBe('needs_approval CHG-04');
    expect(ask('dispatcher')).toBe('refused SEP-01');
    expect(ask('supervisor')).toBe('accepted');
    const own = Story.promised('mobile-2015');
    const moved = { start: beijing('2026-03-11 18:00'), cause: 'customer' as const, reason: '客户说改天' };
    own.do('2026-03-10 09:00', 'appointment.change', moved, { role: 'supervisor' });
    expect(
      said(own.do('2026-03-10 10:00', 'order.rule_cause', ruling('company'), { role: 'supervisor' })),
    ).toBe('needs_approval CHG-04');
  });

  it('[CHG-04] needs another cause than the one on record, and a reason', () => {
    const story = changed('customer');
    const say = (given: object) =>
      said(
        story.do(
          '2026-03-10 10:00',
          'order.rule_cause',
          { ...ruling('company'), ...given },
          { role: 'supervisor' },
        ),
      );
    expect(say({ cause: 'customer' })).toBe('refused CHG-04');
    expect(say({ reason: ' ' })).toBe('refused CHG-04');
    expect(say({ appointmentVersion: 1 })).toBe('refused STATE');
  });
});
