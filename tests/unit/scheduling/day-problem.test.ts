import { describe, expect, it } from 'vitest';
import { currentAppointment } from '#domain/appointment/current.ts';
import type { Order } from '#domain/order/order.ts';
import { waitsForInstall } from '#domain/scheduling/day-orders.ts';
import { dayProblem } from '#domain/scheduling/day-problem.ts';
import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import type { RouteOrder } from '#domain/scheduling/model.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { repair, suggestCalls } from '#domain/scheduling/repair.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { addDays, localDate } from '#domain/time/zone.ts';
import {
  at,
  technician as dayTechnician,
  openVisit,
  promisedVisit,
  streetDay,
} from '#tests/support/small-day.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const standard = resolveStandard('tietong-fujian-2015');
const place = { point: { lng: 119.3, lat: 26.1 }, precision: 'rooftop', uncertaintyM: 50 } as const;

/** The visit that the planner makes of an order, on 10 March at seven. */
function visitOf(order: Order, others: readonly Order[] = []) {
  const { problem } = dayProblem({
    date: '2026-03-10',
    now: beijing('2026-03-10 07:00'),
    technicians: [technician],
    orders: [order, ...others],
    standard,
  });
  return { visit: problem.visits.find(({ id }) => id === order.id)!, rules: problem.rules };
}

const located = (story: Story): Order => ({ ...story.now, place });

describe('from orders to a day’s problem', () => {
  it('[SCHD-07] a visit not yet promised is planned for the customer’s own time', () => {
    const order = { ...located(Story.accepted()), preferredStarts: [beijing('2026-03-10 15:00')] };
    expect(visitOf(order).visit.window).toEqual({
      kind: 'open',
      release: 15 * 3600,
      deadline: 15 * 3600 + 1800,
    });
    const otherDay = { ...order, preferredStarts: [beijing('2026-03-11 15:00')] };
    expect(visitOf(otherDay).visit.window).toMatchObject({ release: 8 * 3600 });
  });

  it('counts in whole seconds, whatever part of a minute the work takes', () => {
    const { visit } = visitOf({ ...located(Story.accepted()), durationMin: 45.33 });
    expect(visit.durationSeconds).toBe(2720);
    expect(Object.values(visit.window).filter((value) => typeof value === 'number')).toSatisfy(
      (times: number[]) => times.every(Number.isSafeInteger),
    );
  });

  it('sets out amid the day’s work whose home and area nobody drew', () => {
    const { problem } = dayProblem({
      date: '2026-03-10',
      now: beijing('2026-03-10 07:00'),
      technicians: [technician],
      orders: [located(Story.accepted())],
      standard,
    });
    const [day] = problem.technicians;
    expect(technician.home).toBeNull();
    for (const at of [day?.start, day?.end]) expect(problem.places[at ?? -1]).toMatchObject(place.point);
  });

  it('[SCHD-04] readiness is what the phone call found out', () => {
    const story = Story.accepted();
    expect(visitOf(located(story)).visit.readiness).toBe('uncertain');
    story.do('2026-03-09 10:00', 'site.record', { fibreToHome: 'no', hasOnt: 'no' });
    expect(visitOf(located(story)).visit).toMatchObject({
      readiness: 'ready',
      durationSeconds: (90 + 30) * 60,
    });
    expect(visitOf({ ...story.now, place: null }).visit.readiness).toBe('not_ready');
    story.do('2026-03-09 10:01', 'site.record', { resources: { fibre: 'missing' } });
    expect(visitOf(located(story)).visit.readiness).toBe('not_ready');
  });

  it('[SCHD-09] reserve on the way and five minutes before the promise are part of every plan', () => {
    expect(visitOf(located(Story.promised())).rules).toMatchObject({
      arriveEarlySeconds: 300,
      legReserveSeconds: 600,
    });
  });

  it('[OVRD-02] a customer who urges is served one class earlier, but is no emergency', () => {
    const classOf = (order: Order) => visitOf(order).visit.class;
    const urged = (order: Order): Order => ({ ...order, customerUrges: [{ at: 1 }, { at: 2 }] });
    const fault = located(Story.accepted(undefined, 'fault'));
    expect([classOf(fault), classOf(urged(fault))]).toEqual(['fault', 'repeated_fault']);
    const install = located(Story.accepted());
    expect([classOf(install), classOf(urged(install))]).toEqual(['install', 'fault']);
    const vip = { ...fault, customerClass: 'vip' } as const;
    expect([classOf(vip), classOf(urged(vip))]).toEqual(['important', 'important']);
  });

  it('[SITE-11] the removal of a move follows its install until the new line is live', () => {
    const install = { ...located(Story.accepted()), id: 'm.install', parentOrderId: 'm' };
    const remove = {
      ...located(Story.accepted(undefined, 'remove')),
      id: 'm.remove',
      type: 'remove',
      parentOrderId: 'm',
    } as const;
    expect(visitOf(remove, [install]).visit.after).toBe('m.install');
    expect(visitOf(remove, [{ ...install, activatedAt: 1 }]).visit.after).toBeUndefined();
  });

  it('[SITE-11] the removal is not planned for a day before that of its install', () => {
    const install = { ...Story.promised().now, parentOrderId: 'm' };
    const remove = { ...Story.accepted(undefined, 'remove').now, parentOrderId: 'm', technicianId: null };
    const promisedOn = localDate(currentAppointment(install)!.start, standard.get('tz'));
    const waits = (date: string, other: Order = install) => waitsForInstall(remove, [other], date, standard);
    expect(waits(addDays(promisedOn, -1))).toBe(true);
    expect(waits(promisedOn)).toBe(false);
    expect(waits(addDays(promisedOn, -1), { ...install, activatedAt: 1 })).toBe(false);
    // What stands in somebody's day already stays there: a person has put it there.
    expect(
      waitsForInstall({ ...remove, technicianId: 't1' }, [install], addDays(promisedOn, -1), standard),
    ).toBe(false);
  });
});

describe('the planner’s manners', () => {
  const rules = {
    noticeSeconds: 7200,
    latenessWithinSeconds: 7200,
    latenessMostSeconds: 3600,
    slotSeconds: 1800,
    offers: 2,
  };
  const suggested = (others: Parameters<typeof streetDay>[0]) => {
    const visits = [promisedVisit('ten', 10, '10:00', '10:30')];
    const routes: RouteOrder[] = [{ technician: 't', steps: [{ kind: 'visit', visit: 'ten' }] }];
    const problem = streetDay([dayTechnician('t'), ...others], visits, { now: at('08:00') });
    return suggestCalls(
      repair(
        new ResidentPlan(problem, routes),
        { kind: 'late', technician: 't', freeFrom: at('13:00') },
        rules,
      ),
    );
  };

  it('[SCHD-02] a promise that cannot be kept becomes a call with times to offer, not another time', () => {
    const calls = suggested([]);
    expect(calls).toMatchObject([{ visit: 'ten' }]);
    expect(calls[0]?.alternatives.length).toBeGreaterThan(0);
  });

  it('[SCHD-02] nobody is called while somebody else can come at the promised time', () => {
    expect(suggested([dayTechnician('u')])).toEqual([]);
  });

  it('[SCHD-13] of two alike the one taken in earlier goes first, then the smaller id, whatever the order of the list', () => {
    const alike = (id: string, intakeAt: number) => openVisit(id, 5, { intakeAt });
    const orderOf = (...visits: ReturnType<typeof alike>[]) =>
      planDay(streetDay([dayTechnician('t')], visits), {
        seed: 1,
        from: 'empty',
        budget: { iterations: 64 },
      }).plan.routes[0]!.stops.map(({ step }) => (step.kind === 'visit' ? step.visit : step.kind));
    expect(orderOf(alike('a', 20), alike('b', 10))).toEqual(['b', 'a']);
    expect(orderOf(alike('b', 10), alike('a', 20))).toEqual(['b', 'a']);
    expect(orderOf(alike('b', 10), alike('a', 10))).toEqual(['a', 'b']);
  });
});

describe('the ways of a day', () => {
  const FAR = { point: { lng: 119.3, lat: 26.15 }, precision: 'rooftop', uncertaintyM: 50 } as const;
  const located = (at: string | null): Order => {
    const start = at === null ? null : beijing(`2026-03-10 ${at}`);
    const planned =
      start === null
        ? null
        : { technicianId: technician.id, start, end: start + 3_600_000, travelSeconds: 0, travelMetres: 0 };
    return { ...Story.accepted().now, place: FAR, planned };
  };
  const wayTo = (order: Order, arrivals: 'planned' | 'any' = 'planned') => {
    const { problem } = dayProblem({
      date: '2026-03-10',
      now: beijing('2026-03-10 07:00'),
      technicians: [{ ...technician, home: { lng: 119.3, lat: 26.08 } }],
      orders: [order],
      standard,
      arrivals,
    });
    const from = problem.technicians[0]!.start;
    return problem.travel.seconds(from, problem.visits[0]!.place, technician.vehicle, 0) / 60;
  };

  it('are those of the hour at which a visit stands, and of the slowest where it stands nowhere', () => {
    const quiet = wayTo(located('15:00'));
    const rush = wayTo(located('18:00'));
    expect(rush).toBeGreaterThan(quiet);
    expect(wayTo(located(null))).toBeGreaterThanOrEqual(rush);
    expect(wayTo(located('15:00'), 'any')).toBe(wayTo(located(null)));
  });
});
