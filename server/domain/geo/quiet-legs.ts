import type { Place, PlaceIndex, TravelMode } from '../scheduling/model.ts';
import { distanceM } from './distance.ts';
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

const UNASKED = -1;

/**
 * Straight line × detour: the ways that are always there. A place known only roughly costs its uncertainty on top, as road
 * metres, when it is driven to. `places` is read when asked; one already asked for must not move.
 */
export function straightLegs(places: readonly Place[], profile: StraightLineProfile = CITY): QuietLegs {
  // A search asks for the same few legs a million times: one row of metres a place, filled when first asked.
  const rows: Float64Array[] = [];

  const metres = (from: number, to: number): number => {
    let row = rows[from];
    if (row === undefined || to >= row.length) {
      row = widened(row, Math.max(places.length, to + 1));
      rows[from] = row;
    }
    const known = row[to]!;
    if (known >= 0) return known;
    const asked = from === to ? 0 : legMetres(placeAt(places, from), placeAt(places, to), profile);
    row[to] = asked;
    return asked;
  };

  return {
    estimated: true,
    metres,
    seconds: (from, to, mode) => quietSeconds(metres(from, to), mode, profile),
    isEstimate: () => true,
  };
}

function widened(row: Float64Array | undefined, length: number): Float64Array {
  const wider = new Float64Array(length).fill(UNASKED);
  if (row !== undefined) wider.set(row);
  return wider;
}

function legMetres(from: Place, to: Place, profile: StraightLineProfile): number {
  const { lng, lat, uncertaintyMetres = 0 } = to;
  // Two visits at one rough place are driven to once.
  if (from.lng === lng && from.lat === lat && (from.uncertaintyMetres ?? 0) === uncertaintyMetres) return 0;
  return roadMetres(distanceM(from, to), profile) + uncertaintyMetres;
}

function placeAt(places: readonly Place[], index: number): Place {
  const place = places[index];
  if (place === undefined) throw new RangeError(`No place ${index}; the problem has ${places.length}.`);
  return place;
}
