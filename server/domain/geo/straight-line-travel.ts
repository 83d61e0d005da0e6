import type { Place, TravelTimes } from '../scheduling/model.ts';
import { distanceM } from './distance.ts';
import { CITY, legSeconds, roadMetres, type StraightLineProfile } from './travel.ts';

/**
 * Travel between the places of a problem by straight line, detour and speed: the fallback that is always
 * there. A place known only roughly costs its uncertainty on top, as road metres, when it is driven to.
 * `places` is read when asked, so a place appended later is answered; one already asked for must not move.
 */
export function straightLineTravel(
  places: readonly Place[],
  profile: StraightLineProfile = CITY,
): TravelTimes {
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
    metres: (from, to) => Math.round(metres(from, to)),
    seconds: (from, to, mode, hour) => legSeconds(metres(from, to), mode, hour, profile),
  };
}

const UNASKED = -1;

function widened(row: Float64Array | undefined, length: number): Float64Array {
  const wider = new Float64Array(length).fill(UNASKED);
  if (row !== undefined) wider.set(row);
  return wider;
}

function legMetres(from: Place, to: Place, profile: StraightLineProfile): number {
  return roadMetres(distanceM(from, to), profile) + (to.uncertaintyMetres ?? 0);
}

function placeAt(places: readonly Place[], index: number): Place {
  const place = places[index];
  if (place === undefined) throw new RangeError(`No place ${index}; the problem has ${places.length}.`);
  return place;
}
