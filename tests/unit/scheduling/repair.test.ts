import { describe, expect, it } from 'vitest';
import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import type { Problem, RouteOrder } from '#domain/scheduling/model.ts';
import { type DayEvent, repair } from '#domain/scheduling/repair.ts';
import { at, openVisit, promisedVisit, streetDay, technician } from '#tests/support/small-day.ts';

const rules = {
  noticeSeconds: 7200,
  latenessWithinSeconds: 7200,
  latenessMostSeconds: 3600,
  slotSeconds: 1800,
  offers: 2,
};

const visits = [
  promisedVisit('ten', 10, '10:00', '10:30'),
  promisedVisit('twelve', 12, '12:00', '12:30'),
  openVisit('any-time', 14),
];
const routes: RouteOrder[] = [
  { technician: 't', steps: visits.map((visit) => ({ kind: 'visit', visit: visit.id })) },
];

function repaired(event: DayEvent, now: string, others: Problem['technicians'] = []) {
  const problem = streetDay([technician('t'), ...others], visits, { now: at(now) });
  return repair(new ResidentPlan(problem, routes), event, rules);
}

describe('[SCHD-11] repairing a day', () => {
  it('predicts the whole rest of a late technician’s day at once', () => {
    const { ripple, troubles } = repaired({ kind: 'late', technician: 't', freeFrom: at('10:40') }, '09:50');
    expect(ripple[0]?.stops.map((stop) => [stop.begin, stop.lateSeconds])).toEqual([
      [at('10:50'), 20 * 60],
      [at('12:00'), 0],
      [at('13:02'), 0],
    ]);
    expect(troubles.map(({ trouble }) => trouble)).toEqual([
      { visit: 'ten', technician: 't', begin: at('10:50'), lateSeconds: 20 * 60, promised: true },
    ]);
  });

  it('puts another technician at the same time before lateness, lateness before a change', () => {
    const { troubles } = repaired({ kind: 'late', technician: 't', freeFrom: at('10:40') }, '09:50', [
      technician('u'),
    ]);
    const ways = troubles[0]!.ways;
    expect(ways.map((way) => way.kind)).toEqual([
      'same_time',
      'lateness_notice',
      'short_notice',
      'short_notice',
    ]);
    expect(ways[0]).toMatchObject({
      placing: { technician: 'u', begin: at('10:00') },
      needsAcceptance: true,
    });
    expect(ways[1]).toMatchObject({ begin: at('10:50'), lateSeconds: 20 * 60 });
  });

  it('[CHG-05] offers lateness only close to the promise and for at most an hour', () => {
    const kinds = (freeFrom: string, now: string) =>
      repaired({ kind: 'late', technician: 't', freeFrom: at(freeFrom) }, now).troubles[0]!.ways.map(
        (way) => way.kind,
      );
    expect(kinds('10:40', '07:59')).not.toContain('lateness_notice');
    expect(kinds('10:40', '08:00')).toContain('lateness_notice');
    expect(kinds('11:20', '08:00')).toContain('lateness_notice');
    expect(kinds('11:21', '08:00')).not.toContain('lateness_notice');
  });

  it('[CHG-01] offers a change where two hours are left, and says when approval is needed', () => {
    const ways = repaired({ kind: 'late', technician: 't', freeFrom: at('13:00') }, '08:00').troubles[0]!
      .ways;
    const change = ways.find((way) => way.kind === 'change');
    expect(change).toMatchObject({ needsApproval: false, slot: { technician: 't' } });
    const used = {
      ...visits[0]!,
      window: { ...promisedVisit('ten', 10, '10:00', '10:30').window, changesLeft: 0 },
    };
    const problem = streetDay([technician('t')], [used as (typeof visits)[number], ...visits.slice(1)], {
      now: at('08:00'),
    });
    const over = repair(
      new ResidentPlan(problem, routes),
      { kind: 'late', technician: 't', freeFrom: at('13:00') },
      rules,
    );
    expect(over.troubles[0]!.ways.find((way) => way.kind === 'change')).toMatchObject({
      needsApproval: true,
    });
  });

  it('offers as another time none that is promised already', () => {
    const { troubles } = repaired({ kind: 'late', technician: 't', freeFrom: at('10:40') }, '09:50', [
      technician('u'),
    ]);
    const slots = troubles[0]!.ways.flatMap((way) => ('slot' in way ? [way.slot] : []));
    expect(slots.length).toBeGreaterThan(0);
    // The other technician could keep ten o'clock, which is a way at the same time.
    expect(slots.map(({ from }) => from)).not.toContain(at('10:00'));
  });

  it('gives every visit of an absent technician to whom it costs least', () => {
    const { ripple, troubles } = repaired({ kind: 'absent', technician: 't' }, '08:00', [
      technician('u', { freeFrom: at('09:50') }),
    ]);
    expect(ripple).toEqual([]);
    expect(troubles.map(({ trouble }) => [trouble.visit, trouble.technician])).toEqual([
      ['ten', null],
      ['twelve', null],
      ['any-time', null],
    ]);
    for (const { ways } of troubles) {
      expect(ways[0]).toMatchObject({ kind: 'same_time', placing: { technician: 'u' } });
    }
  });

  it('closes the gap of a cancelled visit without trouble for anyone', () => {
    const { ripple, troubles, orders } = repaired({ kind: 'cancelled', visit: 'ten' }, '08:00');
    expect(troubles).toEqual([]);
    expect(ripple[0]?.stops.map((stop) => stop.begin)).toEqual([at('12:00'), at('13:02')]);
    expect(orders[0]?.steps.map((step) => step.kind === 'visit' && step.visit)).toEqual([
      'twelve',
      'any-time',
    ]);
  });

  it('[SCHD-06] makes room for an emergency by moving work without a promise', () => {
    const urgent = openVisit('urgent', 10, {
      class: 'emergency',
      durationSeconds: 3600,
      window: { kind: 'open', release: 0, deadline: at('08:40') },
    });
    const { troubles } = repaired({ kind: 'urgent', visit: urgent }, '08:00');
    expect(troubles[0]?.ways[0]).toMatchObject({
      kind: 'same_time',
      placing: { technician: 't', begin: at('08:10') },
    });
  });
});
