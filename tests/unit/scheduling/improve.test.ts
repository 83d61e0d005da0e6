import { describe, expect, it } from 'vitest';
import type { Order } from '#domain/order/order.ts';
import { planRules } from '#domain/scheduling/day-problem.ts';
import { improveDay, worthTelling } from '#domain/scheduling/improve.ts';
import type { RankVector } from '#domain/scheduling/model.ts';
import { type PresentDay, presentDay } from '#domain/scheduling/present-day.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { suggestionOf } from '#server/planner/suggestion.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const DATE = '2026-03-10';
const DOOR = { lng: 119.3, lat: 26.08 };
const at = (clock: string) => beijing(`${DATE} ${clock}`);
const crew = { ...technician, home: DOOR };
const area = {
  id: 'a1',
  name: '',
  region: 'urban',
  polygon: null,
  leadTechnicianId: null,
  standardId: 'tietong-fujian-2015',
} as const;

/** An install of an hour at the one door, planned with t1 when it was promised. */
function promised(id: string, clock: string, tellLate?: { at: string; eta: string }): Order {
  const story = Story.accepted();
  story.do('2026-03-09 10:00', 'appointment.confirm', { start: at(clock), proposedBy: 'customer' });
  if (tellLate)
    story.do(`${DATE} ${tellLate.at}`, 'appointment.late', { eta: at(tellLate.eta), reason: '堵车' });
  const start = at(clock);
  return {
    ...story.now,
    id,
    areaId: 'a1',
    place: { point: DOOR, precision: 'rooftop', uncertaintyM: 0 },
    durationMin: 60,
    planned: { technicianId: 't1', start, end: start + 3_600_000, travelSeconds: 0, travelMetres: 0 },
  };
}

function day(orders: readonly Order[], now: string, technicians: readonly Technician[]): PresentDay {
  const ground = { area, outages: [], positionOf: () => undefined };
  return presentDay({ ...ground, orders, technicians, now: at(now) });
}

/** t1 comes to `a` at 10:50 instead of 10:00, and so to `b` at 11:50. */
const orders = [promised('a', '10:00', { at: '09:30', eta: '10:50' }), promised('b', '11:30')];
const budget = { iterations: 50 };

describe('a better rest of the day', () => {
  it('keeps a promise that somebody else can keep, though another one is beyond help', () => {
    const other = { ...crew, id: 't2', shift: { start: '11:00', end: '20:00' } };
    const present = day(orders, '09:40', [crew, other]);
    expect([...present.broken.keys()]).toEqual(['a', 'b']);
    const found = improveDay({ day: present, seed: 1, budget });
    expect(found).toMatchObject({ gain: 'promises' });
    expect([found?.before.ranks.promises[0], found?.after.ranks.promises[0]]).toEqual([2, 1]);
    expect(suggestionOf(found!, present, orders)).toMatchObject({
      changed: ['b'],
      troubled: ['b'],
      givenBack: [],
    });
  });

  it('finds nothing worth telling when nobody can help, or when what could be moved is held', () => {
    expect(improveDay({ day: day(orders, '09:40', [crew]), seed: 1, budget })).toBeNull();
    const other = { ...crew, id: 't2', shift: { start: '11:00', end: '20:00' } };
    const held = new Set(['b']);
    expect(improveDay({ day: day(orders, '09:40', [crew, other]), seed: 1, budget, held })).toBeNull();
  });

  it('serves the visits of somebody who is gone', () => {
    const gone = { ...crew, onDuty: false };
    const present = day([promised('b', '11:30')], '09:40', [gone, { ...crew, id: 't2' }]);
    expect(improveDay({ day: present, seed: 1, budget })).toMatchObject({ gain: 'unserved' });
  });
});

describe('what is worth telling', () => {
  const rules = planRules(new Story().standard);
  const ranks = (more: Partial<RankVector> = {}): RankVector => ({
    unserved: [0, 0],
    promises: [1, 600],
    deadlines: [0, 1000],
    calls: [1],
    travel: [10_000],
    comfort: [0, 0, 0],
    stability: [0, 0],
    ...more,
  });
  const worth = (more: Partial<RankVector>) => worthTelling(ranks(), ranks(more), rules);

  it('is any rank above comfort', () => {
    expect(worth({ promises: [0, 0] })).toBe('promises');
    expect(worth({ promises: [1, 540] })).toBe('promises');
    expect(worth({ calls: [0] })).toBe('calls');
  });

  it('is travel from two per cent on', () => {
    expect(worth({ travel: [9800] })).toBe('travel');
    expect(worth({ travel: [9801] })).toBeNull();
  });

  it('is not what disturbs for seconds, nor what is worse in a rank above', () => {
    expect(worth({ promises: [1, 541] })).toBeNull();
    expect(worth({ deadlines: [0, 101] })).toBeNull();
    expect(worth({ comfort: [0, 0, -1] })).toBeNull();
    expect(worth({ unserved: [1, 0], promises: [0, 0] })).toBeNull();
    expect(worth({ calls: [2], travel: [5000] })).toBeNull();
  });
});
