/** How long ways take on one working day. */
import type { Area } from '../area/area.ts';
import { clockTravel } from '../geo/clock-travel.ts';
import { straightLegs } from '../geo/quiet-legs.ts';
import { type RoadTables, roadLegs } from '../geo/road-legs.ts';
import { RIVER_CITY, type StraightLineProfile } from '../geo/travel.ts';
import type {
  Place,
  PlaceIndex,
  Plan,
  PlanRules,
  Problem,
  Seconds,
  TechnicianId,
  TravelTimes,
  Visit,
  VisitId,
} from './model.ts';
import { PlaceBook } from './place-book.ts';

/** Travel between the places of a day's problem, by the clock; the list may grow while a plan is asked about. */
export type DayTravel = (places: readonly Place[]) => TravelTimes;

/** Straight lines by the profile's detour, speeds and hours: the travel that is always there. */
export function straightDayTravel(profile: StraightLineProfile): DayTravel {
  return (places) => clockTravel(places, straightLegs(places, profile), profile);
}

/**
 * Ways of an area: as a road server told them where it was asked and knew, otherwise straight lines in a city of bridges with what
 * trips have taught. The hours count for both.
 */
export function areaTravel(
  area: Pick<Area, 'travel'> | null | undefined,
  roads: RoadTables | null = null,
): DayTravel {
  const profile = area?.travel ? { ...RIVER_CITY, learned: area.travel } : RIVER_CITY;
  if (roads === null) return straightDayTravel(profile);
  return (places) =>
    clockTravel(places, roadLegs(places, roads, straightLegs(places, profile), profile), profile);
}

/**
 * The same day with these visits, and these technicians' ways home, in the traffic of the instants at which they stand: a day as it
 * runs fits into the search as it runs. `book` is the one by which the problem's places are numbered. (A trip to a store keeps the slowest hour; days of the product have none.)
 */
export function inTrafficOf(
  problem: Problem,
  stands: {
    readonly visits: ReadonlyMap<VisitId, Seconds>;
    readonly home: ReadonlyMap<TechnicianId, Seconds>;
  },
  travel: DayTravel,
  book = new PlaceBook(problem.places),
): Problem {
  const reserve = problem.rules.legReserveSeconds;
  const placeAt = (place: PlaceIndex, at: Seconds | undefined): PlaceIndex =>
    at === undefined
      ? place
      : book.numberOf({ ...problem.places[place]!, arrival: { from: at - reserve, until: at - reserve } });
  const visits = problem.visits.map((visit) => ({
    ...visit,
    place: placeAt(visit.place, stands.visits.get(visit.id)),
  }));
  const technicians = problem.technicians.map((technician) => ({
    ...technician,
    end: placeAt(technician.end, stands.home.get(technician.id)),
  }));
  return { ...problem, visits, technicians, travel: travel(book.places) };
}

/**
 * The same day with the ways to whoever may be served past the promise, and home past the shift, as slow as the slowest hour until then:
 * what is let out (`withStandingLate`) is not late by the clock either.
 */
export function inSlowestTrafficOf(problem: Problem, travel: DayTravel): Problem {
  const book = new PlaceBook(problem.places);
  const reserve = problem.rules.legReserveSeconds;
  const placeUntil = (place: PlaceIndex, latest: Seconds): PlaceIndex => {
    const { arrival, ...known } = problem.places[place]!;
    const until = latest - reserve;
    if (arrival === undefined || until <= arrival.until) return place;
    return book.numberOf({ ...known, arrival: { from: arrival.from, until } });
  };
  const visits = problem.visits.map((visit) => {
    const standsAt = visit.window.kind === 'promised' ? visit.window.standsAt : undefined;
    return standsAt === undefined ? visit : { ...visit, place: placeUntil(visit.place, standsAt) };
  });
  const technicians = problem.technicians.map((each) =>
    each.overtimeLimitSeconds === 0
      ? each
      : { ...each, end: placeUntil(each.end, each.shiftEnd + each.overtimeLimitSeconds) },
  );
  return { ...problem, visits, technicians, travel: travel(book.places) };
}

/** The day as the search sees it: ways that know no instant. */
export function asSearched(problem: Problem): Problem {
  const { byTheClock: _, ...travel } = problem.travel;
  return { ...problem, travel };
}

/** How many ways of a plan are driven, and how many of their times are estimates; legs at the same door are none. */
export function countLegs(
  { travel, technicians }: Problem,
  { routes }: Pick<Plan, 'routes'>,
): { total: number; estimated: number } {
  const byId = new Map(technicians.map((technician) => [technician.id, technician]));
  let total = 0;
  let estimated = 0;
  for (const { technician: id, stops } of routes) {
    const technician = byId.get(id);
    const open = stops.filter(({ frozen }) => !frozen);
    if (!technician || open.length === 0) continue;
    const way = [technician.start, ...open.map(({ place }) => place), technician.end];
    for (let i = 1; i < way.length; i++) {
      const [from, to] = [way[i - 1]!, way[i]!];
      if (from === to || travel.metres(from, to, technician.mode) === 0) continue;
      total++;
      if (travel.isEstimate?.(from, to, technician.mode) ?? travel.estimated) estimated++;
    }
  }
  return { total, estimated };
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
