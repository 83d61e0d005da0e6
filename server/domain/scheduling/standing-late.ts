import type { Problem, Seconds, TechnicianId, Visit, VisitId } from './model.ts';
import { publishedOrders, timeRoutes } from './read-plan.ts';
import { restedOrders } from './taken-breaks.ts';
import type { Workspace } from './workspace.ts';

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
  const orders = restedOrders(problem, publishedOrders(problem));
  for (const { technician, stops, overtimeSeconds } of timeRoutes(problem, orders)) {
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

/** Whether somebody who stands late has found no place, though a colleague might have kept one of the promises in the way. */
export function leavesOutLate({ day, absent, absentCount }: Workspace): boolean {
  return absent.subarray(0, absentCount).some((slot) => standsLate(day.visits[slot]!));
}

/**
 * Lets all who stand late be served as late as they stand, also those who have a place at their time: of two late in a row the first would
 * find none otherwise, for the second would be held to a time that it cannot have behind the first.
 */
export function letGoOfLate(work: Workspace): void {
  const { day, book } = work;
  for (let slot = 0; slot < day.visitCount; slot++) {
    if (day.group[slot]! >= 0 || !standsLate(day.visits[slot]!)) continue;
    work.hold(slot, 'released');
    if (book.routeOf[slot]! >= 0) book.refresh(book.routeOf[slot]!);
  }
}

function standsLate({ window }: Visit): boolean {
  return window.kind === 'promised' && window.standsAt !== undefined;
}
