import { describe, expect, it } from 'vitest';
import { seededRandom } from '#domain/base/random.ts';
import { dayProblem } from '#domain/scheduling/day-problem.ts';
import { driveRoute, timeRoute } from '#domain/scheduling/timeline.ts';
import { consoleDay } from '#tests/support/console-day.ts';

const {
  technicians,
  visits: ordersOf,
  ground,
} = consoleDay({
  technicians: 6,
  orders: 30,
  random: seededRandom(9),
});

const days = technicians.map((technician) => {
  const orders = ordersOf.get(technician.id)!;
  const { problem } = dayProblem({ ...ground, technicians: [technician], orders });
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const steps = orders.map(({ id }) => ({ kind: 'visit', visit: id }) as const);
  return { problem, day: problem.technicians[0]!, visits, steps };
});

describe('a route driven without slack', () => {
  it('has the times of the route with it', () => {
    for (const { problem, day, visits, steps } of days) {
      const timed = timeRoute(problem, day, steps, visits);
      const stops = timed.stops.map((stop) => ({ ...stop, slackSeconds: 0 }));
      expect(driveRoute(problem, day, steps, visits)).toEqual({ ...timed, stops });
    }
    const slack = days.flatMap(({ problem, day, visits, steps }) =>
      timeRoute(problem, day, steps, visits).stops.map(({ slackSeconds }) => slackSeconds),
    );
    expect(Math.max(...slack)).toBeGreaterThan(0);
  });

  it('goes on from a route whose first steps are the same as if it had been driven from the door', () => {
    for (const { problem, day, visits, steps } of days) {
      const before = driveRoute(problem, day, steps, visits);
      for (let same = 0; same <= steps.length; same += 1) {
        const other = [...steps.slice(0, same), ...steps.slice(same).reverse()];
        expect(driveRoute(problem, day, other, visits, { route: before, steps: same })).toEqual(
          driveRoute(problem, day, other, visits),
        );
      }
    }
  });

  it('leaves what comes behind the steps put in as it was where it is reached at the same instant', () => {
    let reached = 0;
    for (const { problem, day, visits, steps } of days) {
      // Hours apart, so that somebody who is held up is there in time again.
      const [added, ...others] = steps.map((step, index) => ({ ...step, notBefore: (6 + 3 * index) * 3600 }));
      const before = driveRoute(problem, day, others, visits);
      for (let same = 0; same <= others.length; same += 1) {
        const other = [...others.slice(0, same), added!, ...others.slice(same)];
        const route = driveRoute(problem, day, other, visits, { route: before, steps: same, added: 1 });
        expect(route).toEqual(driveRoute(problem, day, other, visits));
        reached += route.stops.filter((stop) => before.stops.slice(same).includes(stop)).length;
      }
    }
    // Otherwise nothing was left as it was.
    expect(reached).toBeGreaterThan(0);
  });
});
