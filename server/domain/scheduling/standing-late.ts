import type { Problem, Seconds, TechnicianId, VisitId } from './model.ts';
import { publishedOrders, timeRoutes } from './read-plan.ts';

/**
 * The problem with what the plan in force cannot keep any more as it was meant: every promise to which somebody comes late, or with less
 * than the five minutes to spare, is marked with when it begins, and a day that runs over its shift for a promise may do so, but takes
 * nothing else into the evening. If nobody else can do better, the customer is served at the latest then, and not given up for it
 * (SCHD-01, SCHD-02).
 */
export function withStandingLate(problem: Problem): Problem {
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const late = new Map<VisitId, Seconds>();
  const overtime = new Map<TechnicianId, Seconds>();
  for (const { technician, stops, overtimeSeconds } of timeRoutes(problem, publishedOrders(problem))) {
    const lastLeave = stops.at(-1)?.leave ?? 0;
    for (const { step, arrive, begin, leave, frozen } of stops) {
      const window = step.kind === 'visit' && !frozen ? visits.get(step.visit)?.window : undefined;
      if (step.kind !== 'visit' || window?.kind !== 'promised') continue;
      if (arrive > window.until - problem.rules.arriveEarlySeconds) late.set(step.visit, begin);
      const withoutWhatFollows = overtimeSeconds - (lastLeave - leave);
      if (withoutWhatFollows > 0) overtime.set(technician, withoutWhatFollows);
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
