import type { Place, PlaceIndex } from './model.ts';

/**
 * The places of a day by number, each once. Kept from one state of the day to the next, the same place keeps its number, so that what
 * is known of the ways between places (`KeptGround`) stays true. Numbers are never given up; whoever keeps a book begins a new one when
 * it has grown too long.
 */
export class PlaceBook {
  readonly places: Place[] = [];
  /** Numbers by a sum of the coordinates, which different places may share. */
  private readonly numbers = new Map<number, PlaceIndex[]>();

  /** A book that begins with these places, each by its index. */
  constructor(places: readonly Place[] = []) {
    for (const place of places) this.write(place, keyOf(place));
  }

  /** The number of a place; one not seen before is written down. Places driven to at other hours are other places. */
  numberOf(place: Place): PlaceIndex {
    const key = keyOf(place);
    for (const number of this.numbers.get(key) ?? []) if (isSame(this.places[number]!, place)) return number;
    return this.write(place, key);
  }

  private write(place: Place, key: number): PlaceIndex {
    const number = this.places.push(place) - 1;
    const others = this.numbers.get(key);
    if (others) others.push(number);
    else this.numbers.set(key, [number]);
    return number;
  }
}

/** Numbers are asked for in every verdict of a drag; putting a text together for each was dear. */
function keyOf({ lng, lat, arrival }: Place): number {
  return lng * 1009 + lat * 9176 + (arrival?.from ?? -1);
}

function isSame(one: Place, other: Place): boolean {
  return (
    one.lng === other.lng &&
    one.lat === other.lat &&
    (one.uncertaintyMetres ?? 0) === (other.uncertaintyMetres ?? 0) &&
    one.arrival?.from === other.arrival?.from &&
    one.arrival?.until === other.arrival?.until
  );
}
