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
  /** The costliest leg. */
  readonly longest: number;
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
  const { legReserveSeconds: reserve, estateEntrySeconds } = problem.rules;
  const n = sites.places.length;
  const { raw, longest, symmetric } = rawTravel(problem, sites, mode);
  const estates = Int32Array.from(sites.estates, (estate) =>
    estate === null ? -1 : sites.estates.indexOf(estate),
  );
  // Places that come later may lie in estates, and may differ there and back: then each way needs its own matrix.
  const grows = stride > n;
  const shared = symmetric && !grows;
  const entry = grows || estates.some((estate) => estate >= 0) ? estateEntrySeconds : 0;
  const fits = longest + reserve + entry <= MOST_16_BIT;
  const empty = (): Matrix => (fits ? new Uint16Array(stride * stride) : new Int32Array(stride * stride));
  const time = empty();
  const same = entry === 0 && reserve === 0;
  const cost = same ? time : empty();
  for (let i = 0; i < n; i++) {
    const row = raw.subarray(i * n, (i + 1) * n);
    if (!same) cost.set(row, i * stride);
    for (let j = 0; j < n; j++) time[i * stride + j] = plannedLeg(row[j]!, reserve);
    for (let j = 0; j < n && entry > 0; j++)
      if (estates[j]! >= 0 && estates[j] !== estates[i]) cost[i * stride + j] = row[j]! + entry;
  }
  const timeTo = shared ? time : transposed(time, empty(), n, stride);
  const costTo = same ? timeTo : shared && entry === 0 ? cost : transposed(cost, empty(), n, stride);
  return { time, timeTo, cost, costTo, longest: longest + entry };
}

/** Seconds as the problem answers them, row by row, the most of them, and whether they are the same both ways. */
function rawTravel(problem: Problem, sites: SiteList, mode: TravelMode) {
  const { travel } = problem;
  const hour = problem.rules.travelHour;
  const places = Int32Array.from(sites.places);
  const n = places.length;
  const raw = new Int32Array(n * n);
  const symmetric = travel.isSymmetric?.() ?? false;
  let longest = 0;
  for (let i = 0; i < n; i++) {
    const from = places[i]!;
    const first = symmetric ? i : 0;
    const at = i * n + first;
    const to = places.subarray(first);
    if (travel.secondsFrom !== undefined) travel.secondsFrom(from, to, { mode, hour }, raw, at);
    else {
      for (let j = 0; j < to.length; j++)
        if (to[j] !== from) raw[at + j] = travel.seconds(from, to[j]!, mode, hour);
    }
    for (let cell = at; cell < (i + 1) * n; cell++) if (raw[cell]! > longest) longest = raw[cell]!;
  }
  if (symmetric) mirror(raw, n);
  return { raw, longest, symmetric: symmetric || isSymmetric(raw, n) };
}

/** Copies what lies above the diagonal below it, in squares so that what is being written stays at hand. */
function mirror(raw: Int32Array, n: number): void {
  for (let top = 0; top < n; top += SQUARE) {
    for (let left = 0; left <= top; left += SQUARE) {
      for (let i = top; i < n && i < top + SQUARE; i++)
        for (let j = left; j < i && j < left + SQUARE; j++) raw[i * n + j] = raw[j * n + i]!;
    }
  }
}

function isSymmetric(raw: Int32Array, n: number): boolean {
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) if (raw[i * n + j] !== raw[j * n + i]) return false;
  }
  return true;
}

/** Fills `columns` with the rows as columns, in squares so that what is being written stays at hand. */
function transposed(rows: Matrix, columns: Matrix, n: number, stride: number): Matrix {
  for (let top = 0; top < n; top += SQUARE) {
    for (let left = 0; left < n; left += SQUARE) {
      const bottom = Math.min(n, top + SQUARE);
      const right = Math.min(n, left + SQUARE);
      for (let i = top; i < bottom; i++) {
        for (let j = left; j < right; j++) columns[j * stride + i] = rows[i * stride + j]!;
      }
    }
  }
  return columns;
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
