import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTravel } from '#domain/geo/clock-travel.ts';
import { straightLegs } from '#domain/geo/quiet-legs.ts';
import { CITY, rushHours } from '#domain/geo/travel.ts';
import { checkPlan } from '#domain/scheduling/check-plan.ts';
import { arrivalAt, asSearched, inTrafficOf, straightDayTravel } from '#domain/scheduling/day-travel.ts';
import type { Place, Problem } from '#domain/scheduling/model.ts';
import { planDay } from '#domain/scheduling/plan-day.ts';
import { ordersOf, timeRoutes } from '#domain/scheduling/read-plan.ts';
import { timeRoute } from '#domain/scheduling/timeline.ts';
import { randomProblem } from '#tests/support/random-problem.ts';

/** A share of the usual number of cases, for each is a whole day; PROPERTY_RUNS raises it for a long run. */
const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1000) * 0.15);

/** A rush that nobody would want to live with: what holds in it holds in every city. */
const JAM = { ...CITY, hours: { ebike: rushHours(1.6), walk: rushHours(1), car: rushHours(2.5) } };

/** The same day with ways by the clock, each visit and each way home a place with the span of its own. */
function byTheClock(problem: Problem): Problem {
  const { rules } = problem;
  const places: Place[] = [...problem.places];
  const placeWith = (index: number, arrival: Place['arrival']): number =>
    places.push({ ...places[index]!, ...(arrival ? { arrival } : {}) }) - 1;
  const visits = problem.visits.map((visit) => ({
    ...visit,
    place: placeWith(visit.place, arrivalAt(visit, rules)),
  }));
  const technicians = problem.technicians.map((technician) => {
    const backBy = technician.shiftEnd + technician.overtimeLimitSeconds - rules.legReserveSeconds;
    return { ...technician, end: placeWith(technician.end, { from: backBy, until: backBy }) };
  });
  return {
    ...problem,
    places,
    visits,
    technicians,
    travel: clockTravel(places, straightLegs(places, JAM), JAM),
  };
}

/** A day of the product fetches nothing from a store, and nobody waits for a second technician. */
function alone({ store: _, ...problem }: Problem): Problem {
  const visits = problem.visits.map(({ parts: _parts, tools: _tools, crew: _crew, ...visit }) => visit);
  return { ...problem, visits };
}

describe('days that are driven by the clock', () => {
  it('are planned so that nothing is broken when every leg takes what its hour says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom('empty' as const, 'published' as const),
        (seed, technicians, visits, from) => {
          const problem = byTheClock(randomProblem(seed, { technicians, visits }));
          const { plan } = planDay(problem, { seed, from, budget: { iterations: 300 } });
          expect(checkPlan(problem, plan).broken).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  });

  it('fit into the search as they run, however late everybody is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.array(fc.integer({ min: 0, max: 5 * 3600 }), { minLength: 4, maxLength: 4 }),
        (seed, delays) => {
          const asked = byTheClock(alone(randomProblem(seed, { technicians: 4, visits: 20 })));
          const { plan } = planDay(asked, { seed, from: 'empty', budget: { iterations: 50 } });
          const late: Problem = {
            ...asked,
            technicians: asked.technicians.map((each, k) => ({
              ...each,
              freeFrom: each.freeFrom + delays[k]!,
            })),
          };
          const orders = ordersOf(plan);
          const asItRuns = timeRoutes(late, orders);
          const stands = {
            visits: new Map(
              asItRuns.flatMap(({ stops }) =>
                stops.flatMap(({ step, frozen, begin }) =>
                  step.kind === 'visit' && !frozen ? [[step.visit, begin] as const] : [],
                ),
              ),
            ),
            home: new Map(asItRuns.map(({ technician, endsAt }) => [technician, endsAt])),
          };
          const running = inTrafficOf(late, stands, straightDayTravel(JAM));
          const searched = timeRoutes(asSearched(running), orders);
          searched.forEach(({ stops, endsAt }, k) => {
            const truth = asItRuns[k]!;
            stops.forEach(({ begin }, i) => {
              expect(begin).toBeLessThanOrEqual(truth.stops[i]!.begin);
            });
            expect(endsAt).toBeLessThanOrEqual(truth.endsAt);
          });
        },
      ),
      { numRuns: runs },
    );
  });

  it('let nobody arrive earlier by leaving later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 90 }), (seed, minutes) => {
        const problem = byTheClock(randomProblem(seed, { technicians: 1, visits: 6 }));
        const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
        const technician = { ...problem.technicians[0]!, frozen: [], freeFrom: 9 * 3600 };
        const steps = problem.visits.map(({ id }) => ({ kind: 'visit' as const, visit: id }));
        const sooner = timeRoute(problem, technician, steps, visits);
        const later = timeRoute(
          problem,
          { ...technician, freeFrom: technician.freeFrom + minutes * 60 },
          steps,
          visits,
        );
        later.stops.forEach((stop, i) => {
          expect(stop.begin).toBeGreaterThanOrEqual(sooner.stops[i]!.begin);
        });
        expect(later.endsAt).toBeGreaterThanOrEqual(sooner.endsAt);
      }),
    );
  });
});
