import { areas as readAreas } from '#db/query/area.ts';
import { deleteTripsBefore, gatherTrips, lastTripAt, replaceLessons, tripsSince } from '#db/query/travel.ts';
import { RIVER_CITY } from '#domain/geo/travel.ts';
import { learnedOf, learnTravel } from '#domain/geo/travel-lessons.ts';
import type { Services } from '../context.ts';

const DAY_MS = 86_400_000;
/** Trips older than eight weeks were ridden in another season (our choice). */
const KEPT_DAYS = 56;
/** Positions are kept for seven days (PRIV-05), so nothing is gathered from further back. */
const GATHERED_DAYS = 7;
/** A phone may have been without a network for a shift: what was tapped then comes in later. */
const OVERLAP_DAYS = 2;
const TZ = 'Asia/Shanghai';

/** What a reckoning did. */
export interface TravelLearned {
  gathered: number;
  trips: number;
  lessons: number;
}

/**
 * Gathers the trips since the last time and works out anew what they teach: how much longer than estimated ways take, by area, mode
 * and part of the day. May be done at any time and as often as one likes; the same trips teach the same.
 */
export async function learnFromTrips(services: Services): Promise<TravelLearned> {
  const { sql } = services.database;
  const now = services.now();
  const last = await lastTripAt(sql);
  let from = Math.max(now - GATHERED_DAYS * DAY_MS, last === null ? 0 : last - OVERLAP_DAYS * DAY_MS);
  let gathered = 0;
  // A day at a time, so that no statement is long.
  for (; from < now; from += DAY_MS) gathered += await gatherTrips(sql, from, Math.min(now, from + DAY_MS));

  const since = now - KEPT_DAYS * DAY_MS;
  await deleteTripsBefore(sql, since);
  const trips = await tripsSince(sql, since);
  const fromAt = trips[0]?.arrivedAt ?? now;
  const lessons = learnTravel(trips, RIVER_CITY, TZ).map((lesson) => ({ ...lesson, fromAt, untilAt: now }));
  const areas = await readAreas(sql, null);
  const learned = new Map(areas.map(({ id }) => [id, learnedOf(lessons, id)]));
  await sql.begin((tx) => replaceLessons(tx, lessons, learned));
  services.log.info({ gathered, trips: trips.length, lessons: lessons.length }, 'travel learned from trips');
  return { gathered, trips: trips.length, lessons: lessons.length };
}
