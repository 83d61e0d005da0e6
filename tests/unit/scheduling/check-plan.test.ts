import { describe, expect, it } from 'vitest';
import { checkPlan } from '#domain/scheduling/check-plan.ts';
import type { Problem, RouteOrder, Stop } from '#domain/scheduling/model.ts';
import { planOf } from '#domain/scheduling/read-plan.ts';
import { at, openVisit, promisedVisit, streetDay, technician } from '#tests/support/small-day.ts';

const pause = { from: at('12:00'), until: at('13:00'), durationSeconds: 1800 };
const problem = streetDay(
  [technician('t', { breaks: [pause] }), technician('u', { skills: ['lan'], areas: ['a2'] })],
  [promisedVisit('a', 10, '09:00', '09:30'), openVisit('b', 15, { lock: { technician: 't' } })],
);
const good: RouteOrder[] = [
  {
    technician: 't',
    steps: [
      { kind: 'visit', visit: 'a' },
      { kind: 'visit', visit: 'b' },
      { kind: 'break', break: 0 },
    ],
  },
  { technician: 'u', steps: [] },
];

function codes(
  orders: readonly RouteOrder[],
  of: Problem = problem,
  unserved: readonly string[] = [],
): string[] {
  const plan = planOf(
    of,
    orders,
    unserved.map((visit) => ({ visit, reasons: [] })),
  );
  return checkPlan(of, plan).broken.map((finding) => finding.code);
}

/** The good order with the technicians' steps exchanged for others. */
function steps(t: RouteOrder['steps'], u: RouteOrder['steps'] = []): RouteOrder[] {
  return [
    { technician: 't', steps: t },
    { technician: 'u', steps: u },
  ];
}

describe('the independent check of a plan', () => {
  const [a, b, rest] = good[0]!.steps as [
    RouteOrder['steps'][0],
    RouteOrder['steps'][0],
    RouteOrder['steps'][0],
  ];

  it('finds nothing wrong with a good plan', () => {
    expect(codes(good)).toEqual([]);
  });

  it('finds a broken promise', () => {
    const long = {
      ...problem,
      visits: problem.visits.map((each) => ({ ...each, durationSeconds: 2 * 3600 })),
    };
    expect(codes(steps([b, a, rest]), long)).toContain('promise');
  });

  it('finds a technician without the skill, outside the area, or not the locked one', () => {
    expect(codes(steps([a, rest], [b]))).toEqual(['skill', 'area', 'lock']);
  });

  it('finds a visit that is lost, served twice, or served although listed as unserved', () => {
    expect(codes(steps([a, rest]))).toEqual(['count']);
    expect(codes(steps([a, b, b, rest]))).toContain('count');
    expect(codes(good, problem, ['a'])).toEqual(['count']);
  });

  it('finds a break that is missing or taken too late', () => {
    expect(codes(steps([a, b]))).toEqual(['break']);
    const late = {
      ...problem,
      visits: problem.visits.map((each) => ({ ...each, durationSeconds: 3 * 3600 })),
    };
    expect(codes(good, late)).toEqual(['break']);
  });

  it('finds a day that runs over the shift, and a visit that runs over closing time', () => {
    const short = {
      ...problem,
      technicians: problem.technicians.map((each) => ({ ...each, shiftEnd: at('11:10') })),
    };
    expect(codes(steps([a, b]), short)).toEqual(['shift']);
    const closing = { ...problem, rules: { ...problem.rules, closesAt: at('11:00') } };
    expect(codes(good, closing)).toEqual(['closing']);
  });

  it('finds times that do not add up', () => {
    const plan = planOf(problem, good, []);
    const tamper = (change: Partial<Stop>) => {
      const [route, ...others] = plan.routes;
      const [first, ...stops] = route!.stops;
      const routes = [{ ...route!, stops: [{ ...first!, ...change }, ...stops] }, ...others];
      return checkPlan(problem, { routes, unserved: [] }).broken.map((finding) => finding.code);
    };
    expect(tamper({})).toEqual([]);
    expect(tamper({ arrive: at('08:05') })).toEqual(['time']);
    expect(tamper({ begin: at('08:30'), leave: at('09:30') })).toContain('window');
    expect(tamper({ place: 11 })).toContain('place');
  });

  it('finds ties that are not kept: together, and one after the other', () => {
    const tied = streetDay(
      [technician('t'), technician('u')],
      [openVisit('crew', 10, { crew: 2 }), openVisit('remove', 5, { after: 'crew' })],
    );
    const crew = { kind: 'visit', visit: 'crew' } as const;
    const remove = { kind: 'visit', visit: 'remove' } as const;
    expect(codes(steps([crew, remove], [crew]), tied)).toEqual([]);
    expect(codes(steps([crew, remove], []), tied)).toContain('count');
    expect(codes(steps([crew], [{ ...crew, notBefore: at('09:00') }, remove]), tied)).toContain('crew');
    expect(
      codes(
        steps([remove, { ...crew, notBefore: at('10:00') }], [{ ...crew, notBefore: at('10:00') }]),
        tied,
      ),
    ).toEqual(['precedence']);
  });

  it('[TRAV-01] tells of an arrival that is less early than wanted without calling it broken', () => {
    const close = streetDay(
      [technician('t', { freeFrom: at('09:18') })],
      [promisedVisit('a', 10, '09:00', '09:30')],
    );
    const plan = planOf(close, [{ technician: 't', steps: [a] }], []);
    const { broken, shortfalls } = checkPlan(close, plan);
    expect(broken).toEqual([]);
    expect(shortfalls.map((finding) => finding.code)).toEqual(['early']);
  });
});
