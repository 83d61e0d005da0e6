import { boundsOf, type DeadlineHold } from './constraints.ts';
import type { Day } from './day.ts';
import { siteFor } from './day-sites.ts';
import { givingUpOrder, placesInGivingUp } from './giving-up.ts';
import type { Problem, Visit } from './model.ts';
import { neededBy } from './stock.ts';

/** Each place in the order of giving up outweighs this many of the next. */
const CLASS_BASE = 64;

/**
 * Takes one more visit of a single technician into a compiled day and answers its slot; its place must
 * already be one of the problem's places. Throws when the spare room is used up: compile afresh then.
 */
export function addVisit(day: Day, visit: Visit): number {
  if (day.visitCount >= day.slotLimit) {
    throw new RangeError(
      `The day has room for ${day.slotLimit} visits and all are taken; compile it afresh.`,
    );
  }
  addSlot(day, visit);
  return day.visitCount - 1;
}

/** Lets other technicians have a visit whose published technician can no longer keep it. */
export function unpin(day: Day, visit: Visit): void {
  if (!day.staff.pins.delete(visit.id)) return;
  const m = day.technicians.length;
  for (let slot = 0; slot < day.visitCount; slot++) {
    if (day.visits[slot] !== visit) continue;
    const row = day.staff.allowed(visit);
    for (let k = 0; k < m; k++) day.allowed[slot * m + k] = day.gone[k] === 1 ? 0 : row[k]!;
  }
}

/** Takes the last slot out again. */
export function dropLastVisit(day: Day): void {
  day.visitCount--;
  day.visits.pop();
}

/** Sets how strictly the effective deadline of a slot is held, and its bounds from that. */
export function holdDeadline(day: Day, slot: number, hold: DeadlineHold): void {
  const visit = day.visits[slot]!;
  const bounds = boundsOf(day.problem, visit, hold);
  day.hold[slot] = hold;
  day.opens[slot] = Math.max(bounds.opens, day.endedAt.get(visit.after ?? '') ?? bounds.opens);
  day.arriveBy[slot] = bounds.arriveBy;
}

/** Gives a visit, or one technician of its crew, the next slot. */
export function addSlot(day: Day, visit: Visit): void {
  const { staff, stockNames } = day;
  const slot = day.visitCount++;
  day.visits.push(visit);
  day.site[slot] = siteFor(day, visit);
  day.service[slot] = visit.durationSeconds;
  holdDeadline(day, slot, 'with_reserve');
  day.weight[slot] = placesInGivingUp(visit, staff.publishedTo.has(visit.id)).reduce(
    (sum, place) => sum + CLASS_BASE ** (givingUpOrder.length - 1 - place),
    0,
  );
  day.publishedTo[slot] = staff.publishedTo.get(visit.id) ?? -1;
  day.publishedBegin[slot] = staff.publishedBegin.get(visit.id) ?? -1;
  day.changeCost[slot] = day.publishedTo[slot]! < 0 ? 0 : changeCostOf(day.problem, visit);
  const m = day.technicians.length;
  day.allowed.set(staff.allowed(visit), slot * m);
  for (let k = 0; k < m; k++) if (day.gone[k] === 1) day.allowed[slot * m + k] = 0;
  day.order[slot] = visit.lock?.order ?? 0;
  const lockedTo = staff.technicians.get(visit.lock?.technician ?? '');
  if (lockedTo !== undefined && visit.lock?.position === 'next') day.nextSlot[lockedTo] = slot;
  if (day.order[slot]! > 0) day.general.fill(2);
  day.needs.set(neededBy(visit, stockNames), slot * stockNames.length);
}

/** A promised customer who was told the technician's name has to be called on a change (CHG-06). */
function changeCostOf(problem: Problem, visit: Visit): number {
  const calls = visit.window.kind === 'promised' && visit.window.notified;
  return problem.rules.changePenaltySeconds * (calls ? 4 : 1);
}
