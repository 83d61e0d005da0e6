import { describe, expect, it } from 'vitest';
import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import type { Problem, RouteOrder } from '#domain/scheduling/model.ts';
import { offerSlots } from '#domain/scheduling/slots.ts';
import { explain } from '#domain/scheduling/smallest-repair.ts';
import { at, openVisit, promisedVisit, streetDay, technician } from '#tests/support/small-day.ts';

function orders(routes: Readonly<Record<string, readonly string[]>>): RouteOrder[] {
  return Object.entries(routes).map(([id, visits]) => ({
    technician: id,
    steps: visits.map((visit) => ({ kind: 'visit', visit })),
  }));
}

const west = technician('west');
const east = technician('east', { start: 60, end: 60 });
const base: Problem = streetDay(
  [west, east, technician('unskilled', { skills: [] })],
  [promisedVisit('a', 10, '09:00', '09:30'), openVisit('b', 20), openVisit('c', 50)],
);

describe('inserting a visit into a resident plan', () => {
  const resident = new ResidentPlan(base, orders({ west: ['a', 'b'], east: ['c'] }));

  it('ranks every technician by cost and names what binds the others', () => {
    const placings = resident.insert(openVisit('new', 15));
    expect(placings).toEqual([
      {
        technician: 'west',
        kind: 'place',
        position: 1,
        begin: at('10:05'),
        leave: at('11:05'),
        cost: { deadlineSeconds: 0, calls: 0, travelSeconds: 0, estateEntries: 0, changes: 0 },
      },
      // 60 → 50 → 15 → 60 instead of 60 → 50 → 60: 70 minutes more.
      expect.objectContaining({
        technician: 'east',
        cost: expect.objectContaining({ travelSeconds: 70 * 60 }),
      }),
      { technician: 'unskilled', kind: 'refused', reason: { code: 'skill', missing: ['ftth'] } },
    ]);
  });

  it('asks about a visit of the plan as if it were not there, and leaves the plan as it was', () => {
    const before = resident.orders;
    const [first] = resident.insert(base.visits[1]!);
    expect(first).toMatchObject({ technician: 'west', position: 1, begin: at('10:10') });
    expect(resident.orders).toEqual(before);
  });

  it('[SCHD-10] offers no place that would make a promise late', () => {
    const long = openVisit('long', 10, { durationSeconds: 8 * 3600 });
    const placing = resident.insert(long).find((each) => each.technician === 'west');
    expect(placing).toEqual({
      technician: 'west',
      kind: 'refused',
      reason: { code: 'shift', endsAt: expect.any(Number), shiftEnd: at('18:00') },
    });
  });

  it('says how late after its deadline an overdue visit would begin', () => {
    const overdue = openVisit('overdue', 10, { window: { kind: 'open', release: 0, deadline: at('08:00') } });
    const [first] = resident.insert(overdue);
    expect(first).toMatchObject({ kind: 'place', cost: { deadlineSeconds: expect.any(Number) } });
    if (first?.kind === 'place') expect(first.cost.deadlineSeconds).toBe(first.begin - at('08:00'));
  });
});

describe('[SITE-11] asking about a visit that another waits for', () => {
  const install = openVisit('install', 10);
  const remove = openVisit('remove', 50, { after: 'install' });
  const problem = streetDay([west, east], [install, remove]);
  const standing: RouteOrder[] = [
    { technician: 'west', steps: [{ kind: 'visit', visit: 'install', notBefore: at('10:00') }] },
    { technician: 'east', steps: [{ kind: 'visit', visit: 'remove', notBefore: at('12:00') }] },
  ];

  it('offers the removal no begin before the install has ended, whoever would go', () => {
    const resident = new ResidentPlan(problem, standing);
    // Whoever did the install has forty minutes to drive; the other waits for its end.
    expect(resident.insert(remove)).toMatchObject([
      { technician: 'east', kind: 'place', begin: at('11:00') },
      { technician: 'west', kind: 'place', begin: at('11:40') },
    ]);
  });

  it('offers the install no time that ends after the removal has begun', () => {
    const resident = new ResidentPlan(problem, standing);
    const ask = { from: at('08:30'), until: at('13:00'), everySeconds: 1800, lengthSeconds: 0 };
    const slots = offerSlots(resident, install, ask);
    expect(slots.map(({ from }) => from)).toEqual(
      ['08:30', '09:00', '09:30', '10:00', '10:30', '11:00'].map(at),
    );
  });

  it('refuses the removal while the install stands in nobody’s day, and names it', () => {
    const resident = new ResidentPlan(problem, []);
    expect(resident.insert(remove)).toEqual(
      ['west', 'east'].map((technician) => ({
        technician,
        kind: 'refused',
        reason: { code: 'precedence', visit: 'install' },
      })),
    );
  });

  it('names the removal that stands before any end of the install', () => {
    const late = openVisit('install', 10, {
      window: { kind: 'open', release: at('11:30'), deadline: at('18:00') },
    });
    const resident = new ResidentPlan(problem, standing);
    expect(resident.insert(late)[0]).toMatchObject({
      kind: 'refused',
      reason: { code: 'precedence', visit: 'remove' },
    });
  });

  it('leaves both where they stand', () => {
    const resident = new ResidentPlan(problem, standing);
    resident.insert(install);
    resident.insert(remove);
    expect(resident.orders).toEqual(standing);
  });
});

describe('promise slots for a visit', () => {
  it('offers the times that somebody keeps without breaking another promise', () => {
    const problem = streetDay(
      [west],
      [promisedVisit('a', 10, '09:00', '09:30'), promisedVisit('b', 10, '11:00', '11:30')],
    );
    const resident = new ResidentPlan(problem, orders({ west: ['a', 'b'] }));
    const slots = offerSlots(resident, openVisit('new', 10), {
      from: at('08:00'),
      until: at('13:00'),
      everySeconds: 3600,
      lengthSeconds: 1800,
    });
    // 08:00: arriving 08:10 ends 09:10, in time for 09:30 less five minutes; 09:00 fits behind a only until 09:30.
    expect(slots.map((slot) => slot.from)).toEqual(['08:00', '10:00', '12:00', '13:00'].map(at));
    expect(slots[0]).toMatchObject({
      until: at('08:30'),
      technician: 'west',
      technicians: 1,
      costSeconds: 0,
    });
  });
});

describe('explaining a visit that nobody takes', () => {
  it('moves one unpromised visit out of the way first', () => {
    const day = streetDay(
      [
        technician('t', { shiftEnd: at('12:10') }),
        technician('u', { start: 60, end: 60, shiftStart: at('12:00'), freeFrom: at('12:00') }),
      ],
      [openVisit('flexible', 5, { durationSeconds: 2 * 3600 })],
    );
    const resident = new ResidentPlan(day, orders({ t: ['flexible'] }));
    const asked = promisedVisit('asked', 5, '09:00', '09:30', { durationSeconds: 2 * 3600 });
    const { reasons, repair } = explain(resident, asked);
    expect(reasons.map(({ reason }) => reason.code)).toEqual(['window', 'travel']);
    expect(repair).toMatchObject({
      kind: 'move',
      technician: 't',
      moved: 'flexible',
      movedTo: 'u',
      calls: 0,
    });
  });

  it('asks for the least overtime when nothing can be moved', () => {
    const day = streetDay([technician('t', { shiftEnd: at('09:00') })], []);
    const { repair } = explain(new ResidentPlan(day, []), openVisit('asked', 10));
    // 08:00 + 10 min + 1 h + 10 min home = 09:20
    expect(repair).toMatchObject({ kind: 'overtime', technician: 't', seconds: 20 * 60 });
  });

  it('names a technician of another area when only the area binds', () => {
    const day = streetDay([technician('t', { areas: ['a2'] })], []);
    const { repair } = explain(new ResidentPlan(day, []), openVisit('asked', 10));
    expect(repair).toMatchObject({ kind: 'other_area', technician: 't', area: 'a1' });
  });

  it('offers the first other time when the promised one cannot be kept', () => {
    const day = streetDay([technician('t')], [promisedVisit('a', 10, '09:00', '09:00')]);
    const resident = new ResidentPlan(day, orders({ t: ['a'] }));
    const { reasons, repair } = explain(resident, promisedVisit('asked', 10, '09:00', '09:00'));
    expect(reasons.map(({ reason }) => reason.code)).toEqual(['promise']);
    expect(repair).toMatchObject({ kind: 'other_time', slot: { from: at('10:00'), technician: 't' } });
  });

  it('has no repair for a visit that nobody has the skill for', () => {
    const day = streetDay([technician('t')], []);
    const { repair } = explain(
      new ResidentPlan(day, []),
      openVisit('asked', 10, { skills: ['fibre-splicing'] }),
    );
    expect(repair).toBeUndefined();
  });
});
