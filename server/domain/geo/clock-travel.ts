import type { Place, TravelMode, TravelTimes } from '../scheduling/model.ts';
import {
  mostSeconds,
  type RateSource,
  secondsArriving,
  secondsLeaving,
  type TravelRates,
} from './hour-rates.ts';
import type { QuietLegs } from './quiet-legs.ts';
import { ratesByMode } from './straight-line-travel.ts';

const MINUTE_S = 60;
const NO_WINDOW = { from: 0, until: 24 * 3600 };

/**
 * Travel by the clock for one day, in whole minutes rounded up, as people plan.
 *
 * `byTheClock` is what a leg takes at its instant. `seconds`, which knows no instant, answers the most that it can take on
 * an arrival in the window of the place driven to: what is planned with it is never late by the clock, because whoever
 * leaves later never arrives earlier; for a promised point in time it is what the clock says.
 */
export function clockTravel(places: readonly Place[], legs: QuietLegs, source: RateSource): TravelTimes {
  const estimated = ratesByMode(source);
  // What trips have taught is about the estimate; a road server's ways are as it says.
  const rates = (from: number, to: number, mode: TravelMode): TravelRates =>
    (legs.isEstimate(from, to, mode) ? estimated : ratesByMode(untaught(source)))(mode);
  return {
    estimated: legs.estimated,
    isEstimate: (from, to, mode) => legs.isEstimate(from, to, mode),
    metres: (from, to, mode) => Math.round(legs.metres(from, to, mode)),
    seconds(from, to, mode) {
      const { from: earliest, until } = places[to]?.arrival ?? NO_WINDOW;
      return upToMinute(mostSeconds(legs.seconds(from, to, mode), rates(from, to, mode), earliest, until));
    },
    ...(legs.secondsFrom === undefined ? {} : { secondsFrom: rows(places, legs.secondsFrom, estimated) }),
    byTheClock: {
      leaving: (from, to, mode, at) =>
        upToMinute(secondsLeaving(legs.seconds(from, to, mode), rates(from, to, mode), at)),
      arriving: (from, to, mode, at) =>
        upToMinute(secondsArriving(legs.seconds(from, to, mode), rates(from, to, mode), at)),
    },
  };
}

const untaughtOf = new WeakMap<RateSource, RateSource>();

/** The source without what trips have taught. */
function untaught(source: RateSource): RateSource {
  if (!source.learned) return source;
  const { learned: _, ...rest } = source;
  const known = untaughtOf.get(source) ?? rest;
  untaughtOf.set(source, known);
  return known;
}

/** `seconds` from one place to many, where every leg is an estimate. */
function rows(
  places: readonly Place[],
  quietFrom: NonNullable<QuietLegs['secondsFrom']>,
  rates: (mode: TravelMode) => TravelRates,
): NonNullable<TravelTimes['secondsFrom']> {
  let quiet = new Float64Array(0);
  return (from, to, { mode }, into, at) => {
    if (quiet.length < to.length) quiet = new Float64Array(to.length);
    quietFrom(from, to, mode, quiet);
    const ofMode = rates(mode);
    for (let i = 0; i < to.length; i++) {
      const { from: earliest, until } = places[to[i]!]?.arrival ?? NO_WINDOW;
      into[at + i] = upToMinute(mostSeconds(quiet[i]!, ofMode, earliest, until));
    }
  };
}

function upToMinute(seconds: number): number {
  // A millionth of a second is arithmetic, not traffic.
  return seconds <= 0 ? 0 : Math.ceil((seconds - 1e-6) / MINUTE_S) * MINUTE_S;
}
