import type { Place, PlaceIndex, TravelMode } from '../scheduling/model.ts';
import { UnitPoints } from './distance.ts';
import { CITY, quietSeconds, roadMetres, type StraightLineProfile, secondsAt } from './travel.ts';

/** Ways between the places of a problem, whatever the hour. A place appended later is answered too. */
export interface QuietLegs {
  /** Whether any of them is an estimate. */
  readonly estimated: boolean;
  /** Metres along the way; 0 at the same door. */
  metres(from: PlaceIndex, to: PlaceIndex, mode: TravelMode): number;
  /** Seconds on the move in a quiet hour, access not counted; 0 where no travel is needed. */
  seconds(from: PlaceIndex, to: PlaceIndex, mode: TravelMode): number;
  /** Whether the leg is an estimate rather than a road server's answer. */
  isEstimate(from: PlaceIndex, to: PlaceIndex, mode: TravelMode): boolean;
  /** `seconds` from one place to many at once, into `into` from index 0 on; only where every leg is an estimate. */
  secondsFrom?(from: PlaceIndex, to: Int32Array, mode: TravelMode, into: Float64Array): void;
}

/**
 * Straight line × detour: the ways that are always there. A place known only roughly costs its uncertainty on top, as road
 * metres, when it is driven to. `places` is read when asked; one already asked for must not move.
 */
export function straightLegs(
  places: readonly Place[],
  profile: StraightLineProfile = CITY,
): Required<QuietLegs> {
  const points = new UnitPoints(places);
  /** Road metres of a leg from its straight ones. */
  const roadBetween = (from: number, to: number, straight: number): number => {
    const { lng, lat, uncertaintyMetres } = places[to]!;
    if (uncertaintyMetres === undefined) return roadMetres(straight, profile);
    if (from === to) return 0;
    if (straight === 0) {
      // Two visits at one rough place are driven to once.
      const there = places[from]!;
      if (there.lng === lng && there.lat === lat && there.uncertaintyMetres === uncertaintyMetres) return 0;
    }
    return roadMetres(straight, profile) + uncertaintyMetres;
  };
  // One leg is asked for its seconds by the clock, once or twice, and its metres, one after the other.
  let lastFrom = -1;
  let lastTo = -1;
  let lastMetres = 0;
  const metres = (from: number, to: number): number => {
    if (from === to) return 0;
    if (lastFrom === from && lastTo === to) return lastMetres;
    lastMetres = roadBetween(from, to, points.metresBetween(from, to));
    lastFrom = from;
    lastTo = to;
    return lastMetres;
  };

  return {
    estimated: true,
    metres,
    seconds: (from, to, mode) => quietSeconds(metres(from, to), mode, profile),
    isEstimate: () => true,
    secondsFrom(from, to, mode, into) {
      const kmh = profile.kmh[mode];
      points.metresFrom(from, to, into);
      for (let i = 0; i < to.length; i++) into[i] = secondsAt(kmh, roadBetween(from, to[i]!, into[i]!));
    },
  };
}
