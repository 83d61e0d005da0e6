import { describe, expect, it } from 'vitest';
import { checkPlan } from '#domain/scheduling/check-plan.ts';
import type { Plan, Problem, ReasonCode, Visit } from '#domain/scheduling/model.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { withStandingLate } from '#domain/scheduling/standing-late.ts';
import { at, openVisit, promisedVisit, streetDay, technician } from '#tests/support/small-day.ts';

function plan(problem: Problem, from: 'empty' | 'published' = 'empty'): Plan {
  const found = planDay(problem, { seed: 1, from, budget: { iterations: 512 } }).plan;
  expect(checkPlan(problem, found).broken).toEqual([]);
  return found;
}
function order(found: Plan, id: string): string[] {
  const stops = found.routes.find((route) => route.technician === id)?.stops ?? [];
  return stops.map((stop) => (stop.step.kind === 'visit' ? stop.step.visit : stop.step.kind));
}
function codes(found: Plan, visit: string): ReasonCode[] {
  return found.unserved.find((each) => each.visit === visit)?.reasons.map(({ reason }) => reason.code) ?? [];
}

describe('planning a day', () => {
  it('[SCHD-01] keeps both promises although the shorter way would break one', () => {
    const found = plan(
      streetDay(
        [technician('t')],
        [promisedVisit('far', 30, '09:00', '09:30'), promisedVisit('near', 2, '11:00', '11:30')],
      ),
    );
    expect(order(found, 't')).toEqual(['far', 'near']);
    expect(found.ranks.promises).toEqual([0, 0]);
  });

  it('[TRAV-01] arrives five minutes before the promise closes, or not at all', () => {
    const reachable = (until: string) =>
      plan(streetDay([technician('t')], [promisedVisit('a', 30, '08:10', until)])).unserved.length;
    expect(reachable('08:35')).toBe(0);
    expect(reachable('08:34')).toBe(1);
  });

  it('[SCHD-08] ends every visit but an emergency by closing time', () => {
    const late = { freeFrom: at('18:55'), shiftEnd: at('23:00') };
    const problem = streetDay(
      [technician('t', late)],
      [openVisit('fits', 1, { durationSeconds: 3600 }), openVisit('runs-over', 1, { durationSeconds: 3901 })],
    );
    expect(codes(plan(problem), 'runs-over')).toEqual(['travel']);
    const urgent = openVisit('urgent', 1, { durationSeconds: 7200, class: 'emergency' });
    expect(order(plan({ ...problem, visits: [urgent] }), 't')).toEqual(['urgent']);
  });

  it('[SCHD-05] leaves out the lesser class when not everyone can be served', () => {
    const shift = { shiftStart: at('08:00'), shiftEnd: at('10:10') };
    const found = plan(
      streetDay(
        [technician('t', shift)],
        [
          openVisit('install', 1),
          openVisit('fault', 5, { class: 'fault' }),
          openVisit('important', 5, { class: 'important' }),
        ],
      ),
    );
    expect(found.unserved.map((each) => each.visit)).toEqual(['install']);
    expect(found.ranks.unserved).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
  });

  // E-87
  it('[SCHD-06] gives up no promise for an unpromised visit, whatever its class', () => {
    const shift = { shiftStart: at('08:00'), shiftEnd: at('10:10') };
    const found = plan(
      streetDay(
        [technician('t', shift)],
        [
          promisedVisit('promised', 1, '09:00', '09:00'),
          openVisit('fault', 1, { class: 'fault', durationSeconds: 7200 }),
          openVisit('fire-station', 1, { class: 'emergency', durationSeconds: 7200 }),
        ],
      ),
    );
    expect(order(found, 't')).toEqual(['promised']);
    expect(found.ranks.unserved).toEqual([0, 1, 0, 0, 0, 1, 0, 0]);
  });

  // E-87
  it('[SCHD-06] lets nothing but an emergency push a visit out of the day that it stands in', () => {
    const shift = { shiftStart: at('08:00'), shiftEnd: at('09:30') };
    const standing = openVisit('standing', 1);
    const day = (rival: Visit) => ({
      ...streetDay([technician('t', shift)], [standing, rival]),
      published: [{ visit: 'standing', technician: 't', begin: at('08:05') }],
    });
    expect(order(plan(day(openVisit('fault', 1, { class: 'fault' })), 'published'), 't')).toEqual([
      'standing',
    ]);
    const urgent = openVisit('fire-station', 1, { class: 'emergency' });
    expect(order(plan(day(urgent), 'published'), 't')).toEqual(['fire-station']);
  });

  it('[SCHD-01] serves late whom nobody can serve in time any more, not later than the visit stands', () => {
    const running = { freeFrom: at('09:30') };
    const late = promisedVisit('late', 10, '09:00', '09:15');
    const published = [
      { visit: 'late', technician: 't', begin: at('09:00') },
      { visit: 'next', technician: 't', begin: at('11:00') },
    ];
    const next = promisedVisit('next', 10, '11:00', '11:30');
    const alone = { ...streetDay([technician('t', running)], [late, next]), published };
    expect(codes(plan(alone, 'published'), 'late')).toEqual(['travel']);
    const found = plan(withStandingLate(alone), 'published');
    expect(order(found, 't')).toEqual(['late', 'next']);
    expect(found.ranks.promises[0]).toBe(1);
    const helped = streetDay([technician('t', running), technician('free')], [late, next]);
    const rescued = plan(withStandingLate({ ...helped, published, now: at('06:00') }), 'published');
    expect(order(rescued, 'free')).toContain('late');
    expect(rescued.ranks.promises).toEqual([0, 0]);
  });

  it('[SCHD-01] gives neither of two back who stand late in a row, and keeps the second where a colleague can', () => {
    const running = { freeFrom: at('12:00') };
    const first = promisedVisit('first', 10, '11:30', '11:30');
    const second = promisedVisit('second', 20, '13:00', '13:00');
    // Work without a promise that would fit where they stand.
    const faults = [1, 2, 3].map((i) => openVisit(`fault ${i}`, 12, { class: 'fault' }));
    const visits = [first, second, ...faults];
    const published = [
      { visit: 'first', technician: 't', begin: at('11:30') },
      { visit: 'second', technician: 't', begin: at('13:00') },
    ];
    const alone = { ...streetDay([technician('t', running)], visits, { now: at('10:30') }), published };
    const found = plan(withStandingLate(alone), 'published');
    expect(order(found, 't').slice(0, 2)).toEqual(['first', 'second']);
    expect(found.ranks.promises[0]).toBe(2);
    const helpers = [technician('t', running), technician('free')];
    const helped = plan(
      withStandingLate({ ...streetDay(helpers, visits, { now: at('10:30') }), published }),
      'published',
    );
    expect(order(helped, 'free')).toContain('second');
    expect(helped.unserved).toEqual([]);
    expect(helped.ranks.promises[0]).toBe(1);
  });

  it('[SCHD-10] gives nobody back who is still come to in time, with less than the five minutes to spare', () => {
    const tight = promisedVisit('tight', 10, '09:40', '09:40');
    const published = [{ visit: 'tight', technician: 't', begin: at('09:40') }];
    // Ten minutes of way: there two minutes before the promise.
    const day = { ...streetDay([technician('t', { freeFrom: at('09:28') })], [tight]), published };
    expect(order(plan(day, 'published'), 't')).toEqual([]);
    const found = plan(withStandingLate(day), 'published');
    expect(order(found, 't')).toEqual(['tight']);
    expect(found.ranks.promises).toEqual([0, 0]);
  });

  it('[SCHD-10] gives nobody back because the day runs over its shift already', () => {
    const last = promisedVisit('last', 10, '16:30', '17:30');
    const published = [{ visit: 'last', technician: 't', begin: at('16:45') }];
    const day = { ...streetDay([technician('t', { freeFrom: at('16:45') })], [last]), published };
    expect(order(plan(day, 'published'), 't')).toEqual([]);
    expect(order(plan(withStandingLate(day), 'published'), 't')).toEqual(['last']);
  });

  it('[SCHD-10] takes nothing into the evening beside the promise that the day runs over for', () => {
    const last = promisedVisit('last', 10, '16:30', '17:30');
    const visits = [last, openVisit('new', 10)];
    const published = [{ visit: 'last', technician: 't', begin: at('16:45') }];
    const day = { ...streetDay([technician('t', { freeFrom: at('16:45') })], visits), published };
    expect(order(plan(withStandingLate(day), 'published'), 't')).toEqual(['last']);
    const behind = [...published, { visit: 'new', technician: 't', begin: at('18:00') }];
    const [busy] = withStandingLate({ ...day, published: behind }).technicians;
    const [alone] = withStandingLate(day).technicians;
    expect(busy!.overtimeLimitSeconds).toBe(alone!.overtimeLimitSeconds);
  });

  it('names the first binding constraint for every technician', () => {
    const visit = promisedVisit('v', 30, '09:00', '09:30');
    const busy = promisedVisit('busy', 30, '08:45', '08:55', { lock: { technician: 'busy' } });
    const found = plan(
      streetDay(
        [
          technician('no-skill', { skills: ['lan'] }),
          technician('no-certificate', { certificates: [] }),
          technician('elsewhere', { areas: ['a2'] }),
          technician('too-far', { freeFrom: at('09:00') }),
          technician('short', { shiftEnd: at('10:00') }),
          technician('busy'),
        ],
        [visit, busy],
      ),
    );
    expect(codes(found, 'v')).toEqual(['skill', 'certificate', 'area', 'travel', 'shift', 'window']);
  });

  it('says whose promise would be broken', () => {
    const found = plan(
      streetDay(
        [technician('t')],
        [
          promisedVisit('kept', 5, '10:00', '10:00', { class: 'fault' }),
          openVisit('long', 5, {
            durationSeconds: 2 * 3600,
            window: { kind: 'open', release: at('08:30'), deadline: at('10:00') },
            lock: { begin: at('09:00') },
          }),
        ],
      ),
    );
    expect(found.unserved[0]?.reasons[0]?.reason).toEqual({
      code: 'promise',
      visit: 'kept',
      lateSeconds: 3900,
    });
  });

  it('serves an overdue visit all the same and counts its deadline as missed', () => {
    const overdue = openVisit('overdue', 5, { window: { kind: 'open', release: 0, deadline: at('06:00') } });
    const found = plan(streetDay([technician('t')], [overdue]));
    expect(order(found, 't')).toEqual(['overdue']);
    expect(found.ranks.deadlines).toEqual([1, 0]);
  });

  it('[CHG-07] keeps the published technician inside the frozen horizon only', () => {
    const visit = promisedVisit('v', 30, '08:50', '09:20');
    const near = technician('near', { start: 30, end: 30 });
    const published = [{ visit: 'v', technician: 'far', begin: at('08:50') }];
    const problem = streetDay([technician('far'), near], [visit], { published });
    expect(order(plan(problem), 'far')).toEqual(['v']);
    const early = { ...problem, now: at('06:00') };
    const free = { ...early, rules: { ...early.rules, changePenaltySeconds: 0 } };
    expect(order(plan(free), 'near')).toEqual(['v']);
  });

  it('keeps what is on the way first, and locked orders in order', () => {
    const found = plan(
      streetDay(
        [technician('t')],
        [
          openVisit('near', 1),
          openVisit('second', 40, { lock: { technician: 't', order: 2 } }),
          openVisit('first', 45, { lock: { technician: 't', order: 1 } }),
          openVisit('next', 50, { lock: { technician: 't', position: 'next' } }),
        ],
      ),
    );
    const done = order(found, 't');
    expect(done[0]).toBe('next');
    expect(done.indexOf('first')).toBeLessThan(done.indexOf('second'));
  });

  it('[SITE-11] mends a plan in force that has the removal before the install, and keeps what it can of it', () => {
    const day = streetDay(
      [technician('t')],
      [openVisit('remove', 2, { after: 'install' }), openVisit('install', 10), openVisit('other', 20)],
      {
        published: [
          { visit: 'remove', technician: 't', begin: at('08:30') },
          { visit: 'install', technician: 't', begin: at('10:00') },
          { visit: 'other', technician: 't', begin: at('11:30') },
        ],
      },
    );
    const { plan } = planDay(day, { seed: 1, from: 'published', budget: { iterations: 200 } });
    expect(plan.unserved).toEqual([]);
    expect(checkPlan(day, plan).broken).toEqual([]);
  });

  // E-101, the plan's half: one visit, two persons; an order's own record names one technician
  it('begins a visit of two technicians together and removes the old line after the new one is live', () => {
    const found = plan(
      streetDay(
        [technician('one'), technician('other', { start: 60, end: 60 })],
        [
          promisedVisit('heavy', 30, '10:00', '12:00', { crew: 2 }),
          openVisit('remove', 2, { after: 'install' }),
          openVisit('install', 50),
        ],
      ),
    );
    const stops = found.routes.flatMap((route) => route.stops);
    const begins = (id: string) =>
      stops.filter((stop) => stop.step.kind === 'visit' && stop.step.visit === id);
    expect(begins('heavy').length).toBe(2);
    expect(new Set(begins('heavy').map((stop) => stop.begin)).size).toBe(1);
    expect(begins('remove')[0]!.begin).toBeGreaterThanOrEqual(begins('install')[0]!.leave);
  });

  it('fetches a modem from the store when the bag is empty, and only then', () => {
    const visits = [openVisit('a', 10, { parts: { modem: 1 } }), openVisit('b', 12, { parts: { modem: 1 } })];
    const withParts = (modem: number) =>
      plan(streetDay([technician('t', { parts: { modem } })], visits, { store: 5 }));
    expect(order(withParts(2), 't')).not.toContain('store');
    const once = order(withParts(1), 't');
    expect(once.filter((step) => step === 'store').length).toBe(1);
    expect(once.indexOf('store')).toBeLessThanOrEqual(1);
    const without = plan(streetDay([technician('t', { parts: { modem: 1 } })], visits));
    expect(without.unserved.map((each) => each.reasons[0]?.reason)).toEqual([
      { code: 'stock', missing: ['modem'] },
    ]);
  });

  it('[SCHD-03] stays in an estate rather than coming back to it', () => {
    const visits = ['a', 'b', 'c', 'd'].map((id, i) =>
      openVisit(id, 10, { estate: i % 2 === 0 ? 'east' : 'west' }),
    );
    const problem = streetDay([technician('t')], visits);
    const found = plan({ ...problem, rules: { ...problem.rules, estateEntrySeconds: 240 } });
    expect(found.ranks.comfort[0]).toBe(0);
  });

  it('gives the same plan for the same seed', () => {
    const visits = Array.from({ length: 24 }, (_, i) =>
      openVisit(`v${i}`, (i * 17) % 60, { durationSeconds: 1800 }),
    );
    const problem = streetDay([technician('a'), technician('b', { start: 60, end: 60 })], visits);
    expect(plan(problem)).toEqual(plan(problem));
  });
});
