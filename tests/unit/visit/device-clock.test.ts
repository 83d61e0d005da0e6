import { describe, expect, it } from 'vitest';
import { anomaliesOf } from '#domain/kpi/anomalies.ts';
import { figuresOf } from '#domain/kpi/kpis.ts';
import { orderFacts } from '#domain/kpi/order-facts.ts';
import { doubtfulSteps } from '#domain/visit/device-clock.ts';
import { beijing, Story } from '#tests/support/story.ts';

/** A trip to a promise of 16:00 whose arrival the server hears of at `received`, the device says `said`. */
function arrived(received: string, said: string | null): Story {
  const story = Story.promised();
  story.do('2026-03-10 15:30', 'visit.depart', {});
  story.do(
    `2026-03-10 ${received}`,
    'visit.arrive',
    said ? { occurredAt: beijing(`2026-03-10 ${said}`) } : {},
  );
  story.do(`2026-03-10 ${received}`, 'visit.enter', {});
  return story;
}

/** Arrivals five minutes early (KPI-19), and promises kept by arriving in time. */
function figures(story: Story) {
  const now = beijing('2026-03-10 20:00');
  const facts = orderFacts(story.now, story.standard, now);
  const early = figuresOf({ now, cutovers: [], orders: [facts] })['KPI-19'];
  return { early: early?.numerator, of: early?.denominator, kept: facts.order.appointments.at(-1)?.outcome };
}

const waiting = (story: Story) => story.now.visits.flatMap((visit) => doubtfulSteps(visit, story.standard));

describe('the clock of a device', () => {
  it('[ARITH-06] counts for the figures when the server heard of the step within ten minutes', () => {
    const story = arrived('16:05', '15:55');
    expect(story.now.visits[0]?.arrivedAt).toBe(beijing('2026-03-10 16:05'));
    expect(story.now.appointments[0]?.outcome).toBe('kept_late');
    expect(figures(story)).toEqual({ early: 1, of: 1, kept: 'kept' });
    expect(waiting(story)).toEqual([]);
  });

  // E-59
  it('[ARITH-06] does not a second beyond, until a supervisor confirms it; both times stay', () => {
    const story = arrived('16:05:01', '15:55');
    expect(figures(story)).toEqual({ early: 0, of: 1, kept: 'kept_late' });
    expect(waiting(story)).toEqual(['visit.arrive']);
    expect(anomaliesOf(story.now, story.standard, beijing('2026-03-10 17:00'))).toEqual([
      { kind: 'told_late', at: beijing('2026-03-10 16:05:01') },
    ]);
    const confirmed = story.do(
      '2026-03-10 17:00',
      'order.confirm_times',
      { reason: 'no line in the lift' },
      { role: 'supervisor' },
    );
    expect(confirmed.verdict.outcome).toBe('accepted');
    expect(figures(story)).toEqual({ early: 1, of: 1, kept: 'kept' });
    expect(story.now.visits[0]).toMatchObject({
      arrivedAt: beijing('2026-03-10 16:05:01'),
      occurred: { 'visit.arrive': beijing('2026-03-10 15:55') },
      clockConfirmed: { by: 'supervisor', reason: 'no line in the lift' },
    });
    expect(waiting(story)).toEqual([]);
    expect(anomaliesOf(story.now, story.standard, beijing('2026-03-10 17:00'))).toEqual([]);
  });

  it('[ARITH-06] is not confirmed by whoever is not a supervisor, without a reason, or where nothing came late', () => {
    const story = arrived('16:40', '15:55');
    const asked = story.do(
      '2026-03-10 17:00',
      'order.confirm_times',
      { reason: 'no line' },
      { role: 'dispatcher' },
    );
    expect(asked.verdict).toMatchObject({ outcome: 'needs_approval', approver: 'supervisor' });
    const silent = story.do(
      '2026-03-10 17:00',
      'order.confirm_times',
      { reason: ' ' },
      { role: 'supervisor' },
    );
    expect(silent.verdict.outcome).toBe('refused');
    const approval = {
      by: 'supervisor',
      role: 'supervisor' as const,
      reason: 'seen on the map',
      at: beijing('2026-03-10 17:01'),
      requestedBy: 'dispatcher',
    };
    story.do(
      '2026-03-10 17:01',
      'order.confirm_times',
      { reason: 'no line' },
      { role: 'dispatcher', approval },
    );
    expect(story.now.visits[0]?.clockConfirmed?.by).toBe('supervisor');
    const again = story.do(
      '2026-03-10 17:02',
      'order.confirm_times',
      { reason: 'no line' },
      { role: 'supervisor' },
    );
    expect(again.verdict).toMatchObject({
      outcome: 'refused',
      findings: [{ rule: 'ARITH-06', kind: 'block' }],
    });
  });

  // E-99
  it('[ARITH-06] tells nothing when it is ahead of the server’s', () => {
    const story = arrived('15:58', '16:05');
    expect(figures(story)).toEqual({ early: 0, of: 1, kept: 'kept' });
    expect(waiting(story)).toEqual([]);
  });

  it('[ARITH-06] changes no limit: what the server heard late stays late on its clocks', () => {
    const story = Story.promised('mobile-2015');
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:50', 'visit.arrive', {});
    story.do('2026-03-10 15:51', 'visit.enter', {});
    story.do('2026-03-10 15:55', 'visit.work', {});
    story.do('2026-03-10 17:55', 'visit.activate', { occurredAt: beijing('2026-03-10 17:49') });
    expect(story.now.activatedAt).toBe(beijing('2026-03-10 17:55'));
    const facts = orderFacts(story.now, story.standard, beijing('2026-03-10 20:00'));
    expect(facts.order.activatedAt).toBe(beijing('2026-03-10 17:49'));
    expect(facts.timers.find(({ name }) => name === 'T_ONSITE')?.state).toBe('met');
  });
});
