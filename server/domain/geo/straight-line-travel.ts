import type { Place, TravelMode, TravelTimes } from '../scheduling/model.ts';
import { type RateSource, ratesOf, type TravelRates } from './hour-rates.ts';
import { straightLegs } from './quiet-legs.ts';
import { CITY, legSeconds, type StraightLineProfile } from './travel.ts';

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
  return {
    estimated: true,
    metres: (from, to, mode) => Math.round(legs.metres(from, to, mode)),
    seconds: (from, to, mode, hour) => legSeconds(legs.seconds(from, to, mode), rates(mode), hour),
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
