import type { PlaceIndex, Problem, TravelMode } from './model.ts';
import { plannedLeg } from './timeline.ts';

/** Seconds or cost between sites, row-major with a fixed stride; 16 bits where every value fits. */
export type Matrix = Uint16Array | Int32Array;

/** Travel of one mode: `time` with the reserve, `cost` with the estate entry, each also transposed. */
export interface ModeMatrices {
  readonly time: Matrix;
  readonly timeTo: Matrix;
  readonly cost: Matrix;
  readonly costTo: Matrix;
}

const SQUARE = 64;
/** Longest leg kept in 16 bits; a little room is left for places that come later. */
export const MOST_16_BIT = 60_000;

/** Places together with the estate of what is done there. */
export class SiteList {
  readonly places: PlaceIndex[] = [];
  readonly estates: (string | null)[] = [];
  private readonly indices = new Map<string, number>();

  index(place: PlaceIndex, estate: string | null): number {
    const key = `${place} ${estate ?? ''}`;
    const known = this.indices.get(key);
    if (known !== undefined) return known;
    this.indices.set(key, this.places.length);
    this.places.push(place);
    this.estates.push(estate);
    return this.places.length - 1;
  }
}

/** Travel of one mode between all sites; `stride` leaves room for sites that come later. */
export function fillMatrices(
  problem: Problem,
  sites: SiteList,
  stride: number,
  mode: TravelMode,
): ModeMatrices {
  const { legReserveSeconds, estateEntrySeconds } = problem.rules;
  const n = sites.places.length;
  const legs = legsBetween(problem, sites, mode);
  const raw = new Int32Array(n * n);
  let longest = 0;
  // With no room for later places, which may differ there and back, one matrix serves both ways.
  let symmetric = stride === n;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const seconds = legs.travel(i, j);
      raw[i * n + j] = seconds;
      if (seconds > longest) longest = seconds;
      if (j < i && raw[j * n + i] !== seconds) symmetric = false;
    }
  }
  const fits = longest + legReserveSeconds + estateEntrySeconds <= MOST_16_BIT;
  const room = stride * stride;
  const empty = (): Matrix => (fits ? new Uint16Array(room) : new Int32Array(room));
  const time = empty();
  const timeTo = symmetric ? time : empty();
  const same = estateEntrySeconds === 0 && legReserveSeconds === 0;
  const cost = same ? time : empty();
  const costTo = same ? timeTo : symmetric && estateEntrySeconds === 0 ? cost : empty();
  // In squares, so that the transposed rows being written stay at hand.
  for (let top = 0; top < n; top += SQUARE) {
    for (let left = 0; left < n; left += SQUARE) {
      const bottom = Math.min(n, top + SQUARE);
      const right = Math.min(n, left + SQUARE);
      for (let i = top; i < bottom; i++) {
        for (let j = left; j < right; j++) {
          const seconds = raw[i * n + j]!;
          const planned = legs.time(seconds);
          time[i * stride + j] = planned;
          timeTo[j * stride + i] = planned;
          if (same) continue;
          const weighed = legs.cost(seconds, i, j);
          cost[i * stride + j] = weighed;
          costTo[j * stride + i] = weighed;
        }
      }
    }
  }
  return { time, timeTo, cost, costTo };
}

/** What a leg between two sites takes by one mode, as time with the reserve and as cost. */
export function legsBetween(problem: Problem, sites: SiteList, mode: TravelMode) {
  const { legReserveSeconds, estateEntrySeconds, travelHour } = problem.rules;
  return {
    travel: (from: number, to: number): number =>
      sites.places[from] === sites.places[to]
        ? 0
        : problem.travel.seconds(sites.places[from]!, sites.places[to]!, mode, travelHour),
    time: (seconds: number): number => plannedLeg(seconds, legReserveSeconds),
    cost: (seconds: number, from: number, to: number): number =>
      sites.estates[to] !== null && sites.estates[to] !== sites.estates[from]
        ? seconds + estateEntrySeconds
        : seconds,
  };
}
