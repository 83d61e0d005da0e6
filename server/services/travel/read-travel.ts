import { z } from 'zod';
import { type DatedLesson, travelLessons } from '#db/query/travel.ts';
import { type CITY, RIVER_CITY } from '#domain/geo/travel.ts';
import { slug } from '#protocol/schema-base.ts';
import { areasSeen, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import type { RoadStatus } from './roads/road-desk.ts';

export const travelQuery = z.strictObject({ area: slug.optional() });
export type TravelQuery = z.output<typeof travelQuery>;

/** How travel times come about now. */
export interface TravelReport {
  /** What is reckoned with where no road server answers: straight line × detour ÷ speed × the hour's factor, plus access. */
  estimate: {
    detour: number;
    kmh: typeof CITY.kmh;
    accessSeconds: number;
    /** Seconds on the move per second of a quiet hour, by local hour 0…23. */
    hours: typeof CITY.hours;
  };
  /** What trips have taught, each with the trips, the time and the prior that it comes from; `areaId` null: all areas together. */
  lessons: readonly DatedLesson[];
  /** The road servers that this process asks, by mode; every other mode is estimated. */
  roadServers: readonly RoadStatus[];
}

/** Travel as it is reckoned in the viewer's areas. */
export async function readTravel(
  services: Services,
  viewer: Viewer,
  { area }: TravelQuery,
): Promise<TravelReport> {
  const seen = areasSeen(viewer, area === undefined ? null : [area]);
  const { detourFar, kmh, accessS, hours } = RIVER_CITY;
  return {
    estimate: { detour: detourFar, kmh, accessSeconds: accessS, hours },
    lessons: await travelLessons(services.database.sql, seen),
    roadServers: services.roads.status(),
  };
}
