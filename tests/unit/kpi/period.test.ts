import { describe, expect, it } from 'vitest';
import type { KpiInput } from '#domain/kpi/figure.ts';
import { figureOf } from '#domain/kpi/figure.ts';
import { figuresOf, KPI_IDS, KPIS } from '#domain/kpi/kpis.ts';
import { periodFigure } from '#domain/kpi/period.ts';
import { STANDARDS } from '#domain/standard/catalogue.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { beijing, Story } from '#tests/support/story.ts';

/** The one order of a story as the indicators see it at an instant. */
function seen(story: Story, at: string): KpiInput {
  const { now: order, standard } = story;
  const now = beijing(at);
  return { now, cutovers: [], orders: [{ order, standard, timers: timersOf(order, standard, now) }] };
}
const EMPTY: KpiInput = { now: 0, orders: [], cutovers: [] };

/** A fault of 31 December, dispatched at 03:00, restored at night. */
function fault(restoredAt: string | null, repliedAt: string | null): Story {
  const story = new Story('tietong-fujian-2015');
  story.do('2025-12-31 03:00', 'order.intake', { number: '1', areaId: 'a1', type: 'fault' });
  story.do('2025-12-31 03:00', 'order.dispatch', { technicianId: 't1' });
  story.do('2025-12-31 08:00', 'order.accept', { technicianId: 't1' });
  story.do('2025-12-31 08:05', 'contact.attempt', { outcome: 'connected' });
  const start = beijing('2025-12-31 10:00');
  story.do('2025-12-31 08:06', 'appointment.confirm', { start, proposedBy: 'customer' });
  story.do('2025-12-31 09:30', 'visit.depart', {});
  story.do('2025-12-31 09:50', 'visit.arrive', {});
  story.do('2025-12-31 09:55', 'visit.enter', {});
  story.do('2025-12-31 10:00', 'visit.work', {});
  if (restoredAt === null) return story;
  story.do(restoredAt, 'visit.activate', {});
  story.do(restoredAt, 'visit.observe', {});
  if (repliedAt === null) return story;
  story.do(repliedAt, 'visit.sign', { filledBy: 'customer' });
  story.do(repliedAt, 'order.resolve', { causeSide: 'central_office' });
  story.do(repliedAt, 'order.reply', {});
  return story;
}
const DECEMBER = { from: beijing('2025-12-01 00:00'), to: beijing('2026-01-01 00:00') };
const JANUARY = { from: beijing('2026-01-01 00:00'), to: beijing('2026-02-01 00:00') };

describe('a figure over a period', () => {
  // E-16
  it('[KPI-06] an order due on 31 December 23:00 and answered on 1 January is overdue in December (E-16)', () => {
    const story = fault('2025-12-31 11:00', '2026-01-01 01:00');
    const atClose = seen(fault('2025-12-31 11:00', null), '2026-01-01 00:00');
    const later = seen(story, '2026-02-01 00:00');
    const december = periodFigure(KPIS['KPI-06'], { atStart: EMPTY, atClose, now: later }, DECEMBER);
    expect(december.figure).toMatchObject({ numerator: 0, denominator: 1, value: 0 });
    const january = periodFigure(KPIS['KPI-06'], { atStart: atClose, atClose: later, now: later }, JANUARY);
    expect(january.figure).toMatchObject({ denominator: 0, value: null });
    expect(january.carried).toEqual([]);
  });

  // E-02
  it('[KPI-06] what falls due at 16:30 UTC belongs to the next day of Shanghai', () => {
    const story = new Story('tietong-fujian-2015');
    story.do('2026-03-10 00:30', 'order.intake', { number: '1', areaId: 'a1', type: 'consult' });
    const [tenth, eleventh, twelfth] = ['2026-03-10 00:00', '2026-03-11 00:00', '2026-03-12 00:00'].map(
      beijing,
    ) as [number, number, number];
    const [atStart, atClose] = [seen(story, '2026-03-11 00:00'), seen(story, '2026-03-12 00:00')];
    const before = { atStart: EMPTY, atClose: atStart, now: atClose };
    expect(periodFigure(KPIS['KPI-06'], before, { from: tenth, to: eleventh }).figure.denominator).toBe(0);
    const day = { atStart, atClose, now: atClose };
    expect(periodFigure(KPIS['KPI-06'], day, { from: eleventh, to: twelfth }).figure.denominator).toBe(1);
  });

  // E-94
  it('[KPI-11] reopened next month: December keeps its figure, and the correction stands beside both (E-94)', () => {
    const restored = fault('2025-12-31 11:00', '2025-12-31 12:00');
    const atClose = seen(restored, '2026-01-01 12:00');
    const before = restored.now;
    restored.do('2026-01-02 09:00', 'callback.record', {
      agent: 'c1',
      outcome: 'done',
      repairedOnDay: false,
    });
    expect(restored.now.status).toBe('pending_dispatch');
    const later = seen(restored, '2026-02-01 00:00');
    // the clock of 24 hours from the report ends on 1 January at 03:00
    const days = { from: beijing('2025-12-31 00:00'), to: beijing('2026-01-01 12:00') };
    const closed = periodFigure(KPIS['KPI-11'], { atStart: EMPTY, atClose, now: later }, days);
    expect(closed.figure.value).toBe(1);
    const correction = {
      id: 'o1',
      was: { value: 1, count: 1, leftOut: 0 },
      is: { value: 0, count: 1, leftOut: 0 },
    };
    expect(closed.corrected).toEqual([correction]);
    const next = { from: days.to, to: beijing('2026-02-01 00:00') };
    const carried = periodFigure(KPIS['KPI-11'], { atStart: atClose, atClose: later, now: later }, next);
    expect(carried.carried).toEqual([correction]);
    expect(before.restoredAt).not.toBeNull();
  });

  it('[KPI-10] a period is half-open: what happens at its end belongs to the next', () => {
    const story = fault('2026-01-01 00:00', null);
    const now = seen(story, '2026-01-02 00:00');
    const views = { atStart: EMPTY, atClose: now, now };
    expect(periodFigure(KPIS['KPI-10'], views, DECEMBER).figure.denominator).toBe(0);
    expect(periodFigure(KPIS['KPI-10'], views, JANUARY).figure).toMatchObject({ denominator: 1, value: 21 });
  });

  it('names the orders behind it', () => {
    const now = seen(fault('2025-12-31 11:00', null), '2026-01-01 00:00');
    const { cases } = periodFigure(KPIS['KPI-10'], { atStart: EMPTY, atClose: now, now }, DECEMBER);
    expect(cases.map(({ id, value }) => [id, value])).toEqual([['o1', 8]]);
  });
});

describe('what stands beside a rate', () => {
  it('[ATTR-08] the orders left out, with the reason of each', () => {
    const leftOut = (reason: string) => ({ rule: 'ATTR-08' as const, reason });
    const cases = [
      { id: 'a', at: 1, value: 1, leftOut: null },
      { id: 'b', at: 1, value: 0, leftOut: leftOut('own router') },
      { id: 'c', at: 1, value: 0, leftOut: leftOut('own router') },
      { id: 'd', at: 1, value: 1, leftOut: leftOut('own line') },
    ];
    expect(figureOf(cases)).toEqual({
      numerator: 1,
      denominator: 1,
      excluded: 3,
      value: 1,
      exclusions: [
        { ...leftOut('own router'), count: 2 },
        { ...leftOut('own line'), count: 1 },
      ],
    });
  });

  it('[KPI-01] nothing to judge is no figure, neither 0 nor 1', () => {
    const figures = figuresOf(EMPTY);
    for (const id of KPI_IDS) expect(figures[id], id).toMatchObject({ denominator: 0, value: null });
  });

  it('[KPI-06] an order that its customer withdrew in time is left out, one withdrawn too late counts', () => {
    const withdrawn = (at: string) => {
      const story = Story.accepted('tietong-fujian-2015', 'fault');
      story.do(at, 'order.cancel', { by: 'customer', reason: 'moves away' });
      return figuresOf(seen(story, '2026-03-12 00:00'))['KPI-06'];
    };
    expect(withdrawn('2026-03-10 05:05')).toMatchObject({ denominator: 0, excluded: 1 });
    expect(withdrawn('2026-03-10 09:00:01')).toMatchObject({ numerator: 0, denominator: 1, excluded: 0 });
  });
});

describe('the indicators', () => {
  it('are all that the standards are measured by, and every target is of one of them', () => {
    const known = new Set<string>(KPI_IDS.map((id) => id.replace(/[a-z]$/, '')));
    expect(known.size).toBe(23);
    for (const { id, kpis, kpiTargets } of STANDARDS)
      for (const kpi of [...kpis, ...Object.keys(kpiTargets)]) expect(known, `${id} ${kpi}`).toContain(kpi);
  });
});
