import type { Place, PlaceIndex } from './model.ts';

/**
 * The places of a day by number, each once. Kept from one state of the day to the next, the same place keeps its number, so that what
 * is known of the ways between places (`KeptGround`) stays true. Numbers are never given up; whoever keeps a book begins a new one when
 * it has grown too long.
 */
export class PlaceBook {
  readonly places: Place[] = [];
  private readonly numbers = new Map<string, PlaceIndex>();

  /** A book that begins with these places, each by its index. */
  constructor(places: readonly Place[] = []) {
    for (const place of places) {
      const key = keyOf(place);
      const number = this.places.push(place) - 1;
      if (!this.numbers.has(key)) this.numbers.set(key, number);
    }
  }

  /** The number of a place; one not seen before is written down. Places driven to at other hours are other places. */
  numberOf(place: Place): PlaceIndex {
    const key = keyOf(place);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.places.push(place) - 1;
    this.numbers.set(key, number);
    return number;
  }
}

function keyOf({ lng, lat, uncertaintyMetres = 0, arrival }: Place): string {
  return `${lng},${lat},${uncertaintyMetres},${arrival?.from},${arrival?.until}`;
}
