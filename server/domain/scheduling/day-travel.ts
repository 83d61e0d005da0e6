/** How long ways take on one working day. */
import type { Area } from '../area/area.ts';
import { clockTravel } from '../geo/clock-travel.ts';
import { straightLegs } from '../geo/quiet-legs.ts';
import { RIVER_CITY, type StraightLineProfile } from '../geo/travel.ts';
import type { Place, PlanRules, TravelTimes, Visit } from './model.ts';

/** Travel between the places of a day's problem, by the clock; the list may grow while a plan is asked about. */
export type DayTravel = (places: readonly Place[]) => TravelTimes;

/** Straight lines by the profile's detour, speeds and hours: the travel that is always there. */
export function straightDayTravel(profile: StraightLineProfile): DayTravel {
  return (places) => clockTravel(places, straightLegs(places, profile), profile);
}

/** Straight lines in a city of bridges, with what trips have taught in the area. */
export function areaTravel(area: Pick<Area, 'travel'> | null | undefined): DayTravel {
  return straightDayTravel(area?.travel ? { ...RIVER_CITY, learned: area.travel } : RIVER_CITY);
}

/**
 * When somebody may arrive at a visit and neither wait nor come too late, the reserve of the leg taken off: whoever comes sooner
 * waits until it opens, so that only this span's hours matter. A promised point in time leaves one instant, as does a visit that
 * stands in the plan in force, at `standsAt`.
 */
export function arrivalAt(
  { window, lock, durationSeconds }: Pick<Visit, 'window' | 'lock' | 'durationSeconds'>,
  { arriveEarlySeconds, legReserveSeconds, closesAt }: PlanRules,
  standsAt: number | null = null,
): { from: number; until: number } {
  const opens = Math.max(lock?.begin ?? 0, window.kind === 'promised' ? window.from : window.release);
  if (standsAt !== null && standsAt >= opens)
    return { from: standsAt - legReserveSeconds, until: standsAt - legReserveSeconds };
  const closes =
    lock?.begin ??
    (window.kind === 'promised' ? window.until - arriveEarlySeconds : closesAt - durationSeconds);
  return { from: opens - legReserveSeconds, until: Math.max(opens, closes) - legReserveSeconds };
}
