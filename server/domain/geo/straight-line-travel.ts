import type { Place, TravelMode, TravelTimes } from '../scheduling/model.ts';
import { type RateSource, rateIn, ratesOf, type TravelRates } from './hour-rates.ts';
import { straightLegs } from './quiet-legs.ts';
import { CITY, legSeconds, type StraightLineProfile, secondsInHour } from './travel.ts';

/**
 * Travel between the places of a problem by straight line, detour and speed, each leg as in the hour that is asked for: the
 * fallback that is always there. For days driven by the clock see `clockTravel`.
 */
export function straightLineTravel(
  places: readonly Place[],
  profile: StraightLineProfile = CITY,
): TravelTimes {
  const legs = straightLegs(places, profile);
  const rates = ratesByMode(profile);
  let quiet = new Float64Array(0);
  return {
    estimated: true,
    // What a rough place costs on top is spent on the way there only.
    isSymmetric: () => places.every(({ uncertaintyMetres = 0 }) => uncertaintyMetres === 0),
    metres: (from, to, mode) => Math.round(legs.metres(from, to, mode)),
    seconds: (from, to, mode, hour) => legSeconds(legs.seconds(from, to, mode), rates(mode), hour),
    secondsFrom(from, to, { mode, hour }, into, at) {
      if (quiet.length < to.length) quiet = new Float64Array(to.length);
      legs.secondsFrom(from, to, mode, quiet);
      const { ride, access, accessS } = rates(mode);
      const rate = rateIn(ride, hour);
      const doorS = accessS * rateIn(access, hour);
      for (let i = 0; i < to.length; i++) into[at + i] = secondsInHour(quiet[i]!, rate, doorS);
    },
  };
}

const ratesOfSource = new WeakMap<RateSource, (mode: TravelMode) => TravelRates>();

/** The rates of each mode, made when first asked for: once for a source, which is never changed. */
export function ratesByMode(source: RateSource): (mode: TravelMode) => TravelRates {
  const known = ratesOfSource.get(source) ?? ratesWhenAsked(source);
  ratesOfSource.set(source, known);
  return known;
}

function ratesWhenAsked(source: RateSource): (mode: TravelMode) => TravelRates {
  const made: Partial<Record<TravelMode, TravelRates>> = {};
  return (mode) => {
    const known = made[mode];
    if (known !== undefined) return known;
    const rates = ratesOf(mode, source);
    made[mode] = rates;
    return rates;
  };
}
