import type { Problem, Seconds, TechnicianId, VisitId } from './model.ts';
import { publishedOrders, timeRoutes } from './read-plan.ts';

/**
 * The problem with what the plan in force cannot keep any more as it was meant: every promise to which somebody comes late, or with less
 * than the five minutes to spare, is marked with when it begins, and every day that runs over its shift may take as long as it does. If
 * nobody else can do better, the customer is served at the latest then, and not given up for it (SCHD-01, SCHD-02).
 */
export function withStandingLate(problem: Problem): Problem {
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const late = new Map<VisitId, Seconds>();
  const overtime = new Map<TechnicianId, Seconds>();
  for (const { technician, stops, overtimeSeconds } of timeRoutes(problem, publishedOrders(problem))) {
    if (overtimeSeconds > 0) overtime.set(technician, overtimeSeconds);
    for (const { step, arrive, begin, frozen } of stops) {
      const window = step.kind === 'visit' && !frozen ? visits.get(step.visit)?.window : undefined;
      if (step.kind !== 'visit' || window?.kind !== 'promised') continue;
      if (arrive > window.until - problem.rules.arriveEarlySeconds) late.set(step.visit, begin);
    }
  }
  if (late.size === 0 && overtime.size === 0) return problem;
  return {
    ...problem,
    technicians: problem.technicians.map((each) => ({
      ...each,
      overtimeLimitSeconds: Math.max(each.overtimeLimitSeconds, overtime.get(each.id) ?? 0),
    })),
    visits: problem.visits.map((visit) => {
      const standsAt = late.get(visit.id);
      if (standsAt === undefined || visit.window.kind !== 'promised') return visit;
      return { ...visit, window: { ...visit.window, standsAt } };
    }),
  };
}
