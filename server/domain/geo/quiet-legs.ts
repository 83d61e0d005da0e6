import type { Place, PlaceIndex, TravelMode } from '../scheduling/model.ts';
import { distanceBetween, type UnitPoint, unitPoint } from './distance.ts';
import { CITY, quietSeconds, roadMetres, type StraightLineProfile } from './travel.ts';

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
}

/**
 * Straight line × detour: the ways that are always there. A place known only roughly costs its uncertainty on top, as road
 * metres, when it is driven to. `places` is read when asked; one already asked for must not move.
 */
export function straightLegs(places: readonly Place[], profile: StraightLineProfile = CITY): QuietLegs {
  // A day asks for every pair: each place once as a point of the unit sphere, then a chord is a few multiplications.
  const points: (UnitPoint | undefined)[] = [];
  const pointOf = (place: number): UnitPoint => {
    const point = points[place] ?? unitPoint(placeAt(places, place));
    points[place] = point;
    return point;
  };

  const metres = (from: number, to: number): number => {
    if (from === to) return 0;
    const straight = distanceBetween(pointOf(from), pointOf(to));
    const { lng, lat, uncertaintyMetres = 0 } = places[to]!;
    if (uncertaintyMetres > 0 && straight === 0) {
      // Two visits at one rough place are driven to once.
      const there = places[from]!;
      if (there.lng === lng && there.lat === lat && there.uncertaintyMetres === uncertaintyMetres) return 0;
    }
    return roadMetres(straight, profile) + uncertaintyMetres;
  };

  return {
    estimated: true,
    metres,
    seconds: (from, to, mode) => quietSeconds(metres(from, to), mode, profile),
    isEstimate: () => true,
  };
}

function placeAt(places: readonly Place[], index: number): Place {
  const place = places[index];
  if (place === undefined) throw new RangeError(`No place ${index}; the problem has ${places.length}.`);
  return place;
}
