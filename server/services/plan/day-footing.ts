import type { Area } from '#domain/area/area.ts';
import { AreaExpectations } from '#domain/scheduling/expected-area.ts';
import { KeptGround } from '#domain/scheduling/kept-ground.ts';
import { PlaceBook } from '#domain/scheduling/place-book.ts';

/** Places that a day may come to know before it is begun anew: each minute gives those their own hour who wait for nobody. */
const MOST_PLACES = 6_000;

/** What of an area's day stays while the day goes on: its places, the ways between them, and what is expected of each technician. */
export class DayFooting {
  readonly book = new PlaceBook();
  readonly ground = new KeptGround();
  readonly expectations = new AreaExpectations();
  private readonly standsOn: string;

  private constructor(standsOn: string) {
    this.standsOn = standsOn;
  }

  /**
   * The footing of an area's day: the one before where it still carries, which is for the same day, standard and centre, with the same
   * lessons of trips, and while it has not grown too long.
   */
  static under({ standardId, travel, polygon }: Area, date: string, before?: DayFooting): DayFooting {
    const standsOn = JSON.stringify([date, standardId, travel ?? null, polygon]);
    const carries = before?.standsOn === standsOn && before.book.places.length <= MOST_PLACES;
    return carries ? before : new DayFooting(standsOn);
  }
}
