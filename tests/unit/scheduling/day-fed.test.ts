import { describe, expect, it } from 'vitest';
import type { Order } from '#domain/order/order.ts';
import { pinsOf } from '#domain/scheduling/constraints.ts';
import { staffOf } from '#domain/scheduling/day-orders.ts';
import { type DayAsk, dayProblem } from '#domain/scheduling/day-problem.ts';
import { type DayRouteAsk, timeDay } from '#domain/scheduling/day-route.ts';
import { expectedDay } from '#domain/scheduling/expected-day.ts';
import { judgeProblem } from '#domain/scheduling/judge-problem.ts';
import { presentDay } from '#domain/scheduling/present-day.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { clockMs } from '#domain/time/zone.ts';
import { effectiveDeadlineOf } from '#domain/timer/effective-deadline.ts';
import { beginTrip } from '#domain/visit/begin-trip.ts';
import { DayRefused } from '#server/planner/day-refused.ts';
import { propose } from '#server/planner/propose.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const DATE = '2026-03-10';
const DOOR = { lng: 119.3, lat: 26.08 };
const STANDARD = 'tietong-fujian-2015';
const standard = resolveStandard(STANDARD);
const at = (clock: string) => beijing(`${DATE} ${clock}`);
const area = {
  id: 'a1',
  name: '',
  region: 'urban',
  polygon: null,
  leadTechnicianId: null,
  standardId: STANDARD,
} as const;

/** An order of an hour at the one door. */
function order(
  id: string,
  given: { promised?: string; planned?: string; technicianId?: string } = {},
): Order {
  const story = Story.accepted();
  if (given.promised)
    story.do('2026-03-09 10:00', 'appointment.confirm', {
      start: at(given.promised),
      proposedBy: 'customer',
    });
  const technicianId = given.technicianId ?? 't1';
  const start = given.planned === undefined ? null : at(given.planned);
  return {
    ...story.now,
    id,
    areaId: 'a1',
    place: { point: DOOR, precision: 'rooftop', uncertaintyM: 0 },
    durationMin: 60,
    technicianId: start === null ? null : technicianId,
    status: start === null ? 'pending_dispatch' : story.now.status,
    planned:
      start === null
        ? null
        : { technicianId, start, end: start + 3_600_000, travelSeconds: 0, travelMetres: 0 },
  };
}

const worker = (more: Partial<Technician> = {}): Technician => ({ ...technician, home: DOOR, ...more });
const LUNCH = { from: '11:30', until: '12:30', minutes: 60 } as const;

function proposed(technicians: readonly Technician[], orders: readonly Order[], now = '07:00') {
  let asked = 0;
  const ask = { areaId: 'a1', date: DATE, now: at(now), standardId: STANDARD, outages: [], positions: [] };
  const proposal = propose(
    { ...ask, technicians, orders, centre: null, seed: 1 },
    { spent: () => Math.min(1, asked++ / 50) },
  );
  const begins = proposal.routes.flatMap(({ stops }) =>
    stops.map(({ orderId, planned }) => [orderId, planned.technicianId, hours(planned.start)] as const),
  );
  return { ...proposal, begins };
}

const hours = (instant: number) => (instant - at('00:00')) / 3_600_000;

describe('breaks and overtime of a technician', () => {
  it('[SCHD-08] are what a day is planned with', () => {
    const ask = { date: DATE, now: at('07:00'), orders: [], standard };
    const told = worker({ breaks: [LUNCH], overtimeMin: 60 });
    const [day] = dayProblem({ ...ask, technicians: [told] }).problem.technicians;
    expect(day).toMatchObject({
      breaks: [{ from: 11.5 * 3600, until: 12.5 * 3600, durationSeconds: 3600 }],
      overtimeLimitSeconds: 3600,
    });
    const [silent] = dayProblem({ ...ask, technicians: [worker()] }).problem.technicians;
    expect(silent).toMatchObject({ breaks: [], overtimeLimitSeconds: 0 });
  });

  it('[SCHD-08] leave no visit in the break of a proposal', () => {
    const orders = Array.from({ length: 6 }, (_, i) => order(`o${i}`));
    const { begins } = proposed(
      [worker({ shift: { start: '08:00', end: '18:00' }, breaks: [LUNCH] })],
      orders,
    );
    expect(begins).toHaveLength(6);
    // Five hours of work fit before the end of the break at half past one only if nobody rests.
    expect(begins.filter(([, , begin]) => begin < 13.5 - 1)).toHaveLength(4);
  });

  it('[SCHD-08] let a day run over its shift as far as was told, and no farther', () => {
    const shift = { start: '08:00', end: '09:30' };
    const orders = [order('a'), order('b')];
    const served = (overtimeMin: number) => proposed([worker({ shift, overtimeMin })], orders).begins.length;
    expect([served(0), served(60)]).toEqual([1, 2]);
  });

  it('[SCHD-01] are given up for a promise, and not it for them', () => {
    const promises = [
      order('a', { promised: '11:30', planned: '11:30' }),
      order('b', { promised: '12:30', planned: '12:30' }),
    ];
    const { begins, givenBack } = proposed([worker({ breaks: [LUNCH] })], promises, '08:00');
    expect(givenBack).toEqual([]);
    expect(begins.map(([id, , begin]) => [id, begin])).toEqual([
      ['a', 11.5],
      ['b', 12.5],
    ]);
  });

  it('are kept free when an order is dropped on the day', () => {
    const dropped = (insert: DayRouteAsk['insert']) =>
      timeDay({
        technician: worker({ breaks: [LUNCH] }),
        date: DATE,
        stops: [order('a', { planned: '11:00' })],
        standard,
        now: at('08:00'),
        ...(insert ? { insert } : {}),
      }).stops.map(({ orderId, planned }) => [orderId, hours(planned.start)]);
    // The break follows at twelve, so that the order begins at one.
    expect(dropped({ orders: [order('b')], at: at('12:00') })).toEqual([
      ['a', 11],
      ['b', 13],
    ]);
    expect(dropped({ orders: [order('b', { promised: '12:00' })], at: at('12:00') })).toEqual([
      ['a', 11],
      ['b', 12],
    ]);
  });

  it('stand between the visits of the day as it is expected and as it is suggested from', () => {
    const stops = [order('a', { planned: '11:00' }), order('b', { planned: '12:00' })];
    const promise = order('c', { promised: '13:30', planned: '13:30' });
    const rested = worker({ breaks: [LUNCH], onDutySince: at('08:00') });
    const expected = expectedDay({ technician: rested, orders: stops, standard, now: at('10:00') });
    expect(expected.map(({ orderId, beginAt }) => [orderId, hours(beginAt ?? 0)])).toEqual([
      ['a', 11],
      ['b', 13],
    ]);
    const present = presentDay({
      area,
      technicians: [rested],
      orders: [stops[0]!, promise],
      outages: [],
      positionOf: () => undefined,
      now: at('10:00'),
    });
    expect(present.inForce[0]?.steps.map(({ kind }) => kind)).toEqual(['visit', 'break', 'visit']);
  });
});

describe('what a day’s problem is read from', () => {
  const problemOf = (orders: readonly Order[], technicians = [worker()], more: Partial<DayAsk> = {}) =>
    dayProblem({ date: DATE, now: at('09:00'), technicians, orders, standard, ...more }).problem;
  const seconds = (clock: string) => clockMs(clock) / 1000;

  it('[SCHD-10] a promise is its window with the changes that are left, and close to it a pin to its technician', () => {
    const soon = { ...order('soon', { promised: '10:30', planned: '10:30' }), companyChangeCount: 1 };
    const problem = problemOf([soon, order('far', { promised: '15:00', planned: '15:00' })]);
    expect(problem.visits[0]?.window).toEqual({
      kind: 'promised',
      from: seconds('10:30'),
      until: seconds('10:30'),
      changesLeft: 1,
      notified: true,
    });
    expect([...pinsOf(problem)]).toEqual([['soon', 't1']]);
  });

  it('[SCHD-01] an unpromised visit should end by its effective deadline', () => {
    const fault = { ...Story.accepted(undefined, 'fault').now, id: 'f', durationMin: 60 };
    const due = effectiveDeadlineOf(fault, standard, at('07:00'));
    const { window } = problemOf([fault], [worker()], { now: at('07:00') }).visits[0]!;
    expect(due).not.toBeNull();
    const byDeadline = Math.floor(((due ?? 0) - at('00:00')) / 1000) - 3600;
    expect(window).toMatchObject({ kind: 'open', deadline: Math.min(byDeadline, seconds('19:00')) });
  });

  it('[DISP-07] skills, the certificate of that day and the area are the person’s and the order’s', () => {
    const expired = worker({
      id: 't2',
      certifiedUntil: '2026-03-09',
      areaId: 'a2',
      vehicle: 'car',
      skills: ['lan'],
    });
    const { technicians, visits } = problemOf([{ ...order('a'), estate: '翠湖苑' }], [worker(), expired]);
    expect(technicians[0]).toMatchObject({ certificates: ['work'], areas: ['a1'], mode: 'ebike' });
    expect(technicians[1]).toMatchObject({ certificates: [], areas: ['a2'], mode: 'car', skills: ['lan'] });
    expect(visits[0]).toMatchObject({
      certificates: ['work'],
      area: 'a1',
      skills: ['ftth'],
      estate: '翠湖苑',
    });
  });

  it('LOCK: what a person fixed of technician and time', () => {
    const lock = { technicianId: 't1', start: at('14:00'), by: 'p', at: 0 };
    const locked = { ...order('a', { planned: '14:00' }), lock };
    expect(problemOf([locked]).visits[0]?.lock).toEqual({ technician: 't1', begin: seconds('14:00') });
    const past = { ...locked, lock: { ...lock, start: at('08:00') } };
    expect(problemOf([past]).visits[0]?.lock).toEqual({ technician: 't1' });
  });

  it('who has begun is where the work is until it ends; who has not sets out from the last position', () => {
    const trip = beginTrip({ id: 'v', technicianId: 't1', promiseVersion: 0, at: at('08:40') });
    const begun = {
      ...order('a', { planned: '09:00' }),
      visits: [{ ...trip, status: 'working' as const, arrivedAt: at('08:55'), enteredAt: at('08:58') }],
    };
    const here = { lng: 119.31, lat: 26.09 };
    const problem = problemOf([begun], [worker(), worker({ id: 't2' })], {
      positions: new Map([
        ['t1', here],
        ['t2', here],
      ]),
    });
    const [busy, free] = problem.technicians;
    expect(busy).toMatchObject({
      frozen: [{ visit: 'a', arrive: seconds('08:55'), begin: seconds('08:58'), leave: seconds('09:58') }],
      freeFrom: seconds('09:58'),
    });
    expect(problem.places[busy?.start ?? -1]).toMatchObject(DOOR);
    expect(free).toMatchObject({ frozen: [], freeFrom: seconds('09:00') });
    expect(problem.places[free?.start ?? -1]).toMatchObject(here);
    expect(problem.published).toEqual([]);
  });
});

describe('who is planned for', () => {
  const later = '10:00';
  const gone = worker({ id: 't2', number: 'T002', onDuty: false });

  it('[SCHD-11] whoever is off duty in the day gets nothing more of it, and what stands there goes to others', () => {
    const stands = order('a', { planned: '14:00', technicianId: 't2' });
    const { begins } = proposed([worker(), gone], [stands, order('b')], later);
    expect(begins.map(([, technicianId]) => technicianId)).toEqual(['t1', 't1']);
  });

  it('counts everybody where nobody has signed in, and on other days', () => {
    const nobody = [worker({ onDuty: false }), gone];
    const today = { date: DATE, now: at(later) };
    expect(staffOf(nobody, [], standard, today)).toEqual(nobody);
    expect(staffOf([worker(), gone], [], standard, today)).toEqual([worker()]);
    expect(staffOf([worker(), gone], [], standard, { ...today, date: '2026-03-11' })).toHaveLength(2);
  });

  it('LOCK: leaves an order that is locked to somebody who is missing for a person to unlock', () => {
    const lock = { technicianId: 't2', start: null, by: 'p', at: 0 };
    const stands = order('a', { planned: '14:00', technicianId: 't2' });
    const locked = { ...stands, lock };
    // E-101: who goes along expects them there.
    for (const held of [locked, { ...stands, companionId: 't1' }]) {
      const { begins, changed } = proposed([worker(), gone], [held, order('b')], later);
      expect([begins.map(([id]) => id), changed]).toEqual([['b'], ['b']]);
    }
    const present = presentDay({
      area,
      technicians: [worker(), gone],
      orders: [locked],
      outages: [],
      positionOf: () => undefined,
      now: at(later),
    });
    expect(judgeProblem(present.promised)).toEqual([]);
    expect([...present.lockedAway]).toEqual(['a']);
  });
});

describe('a day that cannot be meant', () => {
  const faultsOf = (wrong: Partial<Order>, technicians: readonly Technician[] = [worker()]) => {
    try {
      proposed(technicians, [order('fine'), { ...order('wrong'), ...wrong }]);
    } catch (error) {
      if (error instanceof DayRefused) return JSON.parse(error.message);
      throw error;
    }
    return [];
  };

  it('is refused with the visit, the field and what was found named', () => {
    const nowhere = { point: { lng: null, lat: null }, precision: 'rooftop', uncertaintyM: 0 };
    const subject = { kind: 'visit', id: 'wrong' };
    expect(faultsOf({ place: nowhere as never })).toMatchObject([
      { subject, field: 'place', found: 'null, null' },
    ]);
    expect(faultsOf({ durationMin: Number.NaN })).toMatchObject([
      { subject, field: 'durationSeconds', found: 'NaN' },
      { subject, field: 'window' },
    ]);
    expect(faultsOf({ durationMin: -10 })).toMatchObject([
      { subject, field: 'durationSeconds', found: '-600' },
    ]);
    expect(faultsOf({ accessType: 'WIFI' as never })).toMatchObject([{ subject, field: 'skills' }]);
    const backwards = worker({ shift: { start: '18:00', end: '08:00' } });
    expect(faultsOf({}, [backwards])).toMatchObject([
      {
        subject: { kind: 'technician', id: 't1' },
        field: 'shiftEnd',
        found: String(clockMs('08:00') / 1000),
      },
    ]);
  });
});
