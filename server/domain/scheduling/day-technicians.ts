import type { Day } from './day.ts';
import type { Break, TechnicianDay } from './model.ts';
import { carriedBy } from './stock.ts';
import { beginAt, leaveAt, plannedLeg } from './timeline.ts';

/** Fills in the technicians of a day: starts, ends, breaks, store trips, what they carry and who are alike. */
export function addTechnicians(day: Day): void {
  const { problem, technicians, sites, stockNames } = day;
  const twins = new Map<string, number>();
  let breakNode = day.slotLimit + 3 * technicians.length;
  technicians.forEach((each, k) => {
    const start = day.startNode[k]!;
    const end = day.endNode[k]!;
    const store = day.storeNode[k]!;
    day.site[start] = sites.index(each.start, null);
    day.opens[start] = Math.max(each.shiftStart, each.freeFrom);
    day.site[end] = sites.index(each.end, null);
    day.arriveBy[end] = each.shiftEnd + each.overtimeLimitSeconds;
    day.overtimeFrom[k] = each.overtimeLimitSeconds > 0 ? each.shiftEnd : day.arriveBy[end]!;
    day.site[store] = problem.store === undefined ? -1 : sites.index(problem.store, null);
    day.arriveBy[store] = day.arriveBy[end]!;
    day.breakNode[k] = breakNode;
    for (const pause of each.breaks) {
      day.opens[breakNode] = pause.from;
      day.arriveBy[breakNode] = pause.until;
      day.service[breakNode] = pause.durationSeconds;
      day.breakDue[breakNode] = isBreakDue(day, each, pause) ? 1 : 0;
      breakNode++;
    }
    const fetches = problem.store !== undefined && stockNames.length > 0;
    day.general[k] = each.overtimeLimitSeconds > 0 || fetches ? 2 : each.breaks.length > 0 ? 1 : 0;
    day.carries.set(carriedBy(each, stockNames), k * stockNames.length);
    const likeness = JSON.stringify([
      [each.start, each.end, day.opens[start], each.shiftEnd, each.overtimeLimitSeconds, each.mode],
      [each.breaks, each.skills, each.certificates, each.areas, each.parts, each.tools],
    ]);
    if (!twins.has(likeness)) twins.set(likeness, k);
    day.twin[k] = twins.get(likeness)!;
  });
  day.breakNode[technicians.length] = breakNode;
}

/**
 * One whose window has closed when the technician becomes free was taken; one that would keep a technician
 * without any visit from being at the end place in time is not due.
 */
function isBreakDue(day: Day, technician: TechnicianDay, pause: Break): boolean {
  const { legReserveSeconds, travelHour } = day.problem.rules;
  const { start, end, mode } = technician;
  const home = start === end ? 0 : day.problem.travel.seconds(start, end, mode, travelHour);
  const free = beginAt(technician.freeFrom, technician.shiftStart);
  const endsAt = leaveAt(free, pause.from, pause.durationSeconds) + plannedLeg(home, legReserveSeconds);
  return pause.until >= free && endsAt <= technician.shiftEnd + technician.overtimeLimitSeconds;
}
