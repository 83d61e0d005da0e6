import type { TravelTimes } from './model.ts';

/** The same travel with every way rounded up to whole minutes, as people plan; metres stay as they are. */
export function wholeMinutes(travel: TravelTimes): TravelTimes {
  return {
    ...travel,
    seconds: (from, to, mode, hour) => Math.ceil(travel.seconds(from, to, mode, hour) / 60) * 60,
  };
}
