import type { Problem, Seconds, VisitId } from './model.ts';
import { publishedOrders, timeRoutes } from './read-plan.ts';

/**
 * The problem with every promise that the plan in force cannot keep any more marked with when it comes: if nobody else can keep it,
 * the customer is served at the latest then, and not given up for it (SCHD-01, SCHD-02).
 */
export function withStandingLate(problem: Problem): Problem {
  const late = new Map<VisitId, Seconds>();
  for (const { stops } of timeRoutes(problem, publishedOrders(problem)))
    for (const { step, begin, lateSeconds } of stops)
      if (step.kind === 'visit' && lateSeconds > 0) late.set(step.visit, begin);
  if (late.size === 0) return problem;
  return {
    ...problem,
    visits: problem.visits.map((visit) => {
      const standsAt = late.get(visit.id);
      if (standsAt === undefined || visit.window.kind !== 'promised') return visit;
      return { ...visit, window: { ...visit.window, standsAt } };
    }),
  };
}
