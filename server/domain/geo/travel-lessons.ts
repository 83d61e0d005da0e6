/**
 * What actual trips teach about travel: how much longer than estimated a way takes, by area, mode and part of the day.
 *
 * Ratios are averaged as logarithms, so that twice as long and half as long cancel out, and pulled towards what was known before:
 * n trips count n, the prior counts `PRIOR_TRIPS`. The prior of an area is what all areas teach together, theirs is the estimate
 * as it is. What no trip can be is left out, what hardly any is counts as the edge of what is usual.
 */
import type { AreaId, Instant } from '../base/brand.ts';
import type { VehicleMode } from '../technician/technician.ts';
import { instantOf, localDate } from '../time/zone.ts';
import { type DayPart, dayPart, type LearnedTravel, ratesOf, secondsLeaving } from './hour-rates.ts';
import { quietSeconds, roadMetres, type StraightLineProfile } from './travel.ts';

/** One way that was really gone: set out on, arrived, and the straight line between the two ends in metres. */
export interface Trip {
  readonly areaId: AreaId;
  readonly mode: VehicleMode;
  readonly departedAt: Instant;
  readonly arrivedAt: Instant;
  readonly straightM: number;
}

/** What was learned for one mode and part of the day, and from what. */
export interface TravelLesson {
  /** Null: all areas together. */
  readonly areaId: AreaId | null;
  readonly mode: VehicleMode;
  readonly part: DayPart;
  /** Trips that count. */
  readonly trips: number;
  /** Trips too short, too long or too odd to count. */
  readonly leftOut: number;
  /** Actual seconds per estimated second of those that count, outliers drawn in; null when there is none. */
  readonly sample: number | null;
  /** What was believed without them. */
  readonly prior: number;
  /** What is believed now, and multiplies every estimate. */
  readonly value: number;
}

/** As many trips as the prior is worth (our choice: thirty trips are a week of one technician). */
export const PRIOR_TRIPS = 30;
/** Below this parking and lifts say more than the way. */
const SHORTEST_M = 300;
const SHORTEST_S = 60;
/** Nobody rides across town for longer: the tap was forgotten. */
const LONGEST_S = 2 * 3600;
/** Ratios beyond this, up or down, are mistakes of the hand. */
const ABSURD = 4;
/** What lies farther from the median than this many deviations counts as lying there. */
const USUAL = 2;
/** A spread smaller than 10 % is chance. */
const LEAST_SPREAD = 0.1;
/** Median absolute deviation to standard deviation, for a normal distribution. */
const MAD = 1.4826;

/**
 * What the trips teach under a profile (whose own `learned` is left out of account): a lesson for all areas together and one for
 * each area, for every mode and part of the day in which there was a trip. `tz` tells the hour of a departure.
 */
export function learnTravel(
  trips: readonly Trip[],
  profile: StraightLineProfile,
  tz: string,
): readonly TravelLesson[] {
  const samples = new Map<string, Sample>();
  for (const trip of trips) {
    const part = dayPart(Math.floor(secondsOfDay(trip.departedAt, tz) / 3600));
    const ratio = ratioOf(trip, profile, tz);
    for (const areaId of [null, trip.areaId]) {
      const key = JSON.stringify([areaId, trip.mode, part]);
      const sample = samples.get(key) ?? { areaId, mode: trip.mode, part, logs: [], leftOut: 0 };
      samples.set(key, sample);
      if (ratio === null) sample.leftOut++;
      else sample.logs.push(Math.log(ratio));
    }
  }
  const house = [...samples.values()].filter(({ areaId }) => areaId === null).map((one) => lessonOf(one, 1));
  const priorOf = ({ mode, part }: Sample) =>
    house.find((lesson) => lesson.mode === mode && lesson.part === part)?.value ?? 1;
  const areas = [...samples.values()].filter(({ areaId }) => areaId !== null);
  return [...house, ...areas.map((sample) => lessonOf(sample, priorOf(sample)))];
}

/** What an area's ways are multiplied with: its own lessons, and where it has none those of all areas. */
export function learnedOf(lessons: readonly TravelLesson[], areaId: AreaId): LearnedTravel {
  const learned: Partial<Record<VehicleMode, Partial<Record<DayPart, number>>>> = {};
  for (const scope of [null, areaId])
    for (const lesson of lessons) {
      if (lesson.areaId !== scope) continue;
      learned[lesson.mode] = { ...learned[lesson.mode], [lesson.part]: lesson.value };
    }
  return learned;
}

interface Sample {
  readonly areaId: AreaId | null;
  readonly mode: VehicleMode;
  readonly part: DayPart;
  readonly logs: number[];
  leftOut: number;
}

function lessonOf({ areaId, mode, part, logs, leftOut }: Sample, prior: number): TravelLesson {
  const n = logs.length;
  const mean = n === 0 ? 0 : drawnIn(logs).reduce((sum, log) => sum + log, 0) / n;
  const value = Math.exp((n * mean + PRIOR_TRIPS * Math.log(prior)) / (n + PRIOR_TRIPS));
  return {
    areaId,
    mode,
    part,
    trips: n,
    leftOut,
    sample: n === 0 ? null : rounded(Math.exp(mean)),
    prior: rounded(prior),
    value: rounded(value),
  };
}

/** The same with what is far from the median moved to the edge of what is usual. */
function drawnIn(logs: readonly number[]): readonly number[] {
  const middle = median(logs);
  const spread = Math.max(LEAST_SPREAD, MAD * median(logs.map((log) => Math.abs(log - middle))));
  const edge = USUAL * spread;
  return logs.map((log) => Math.min(middle + edge, Math.max(middle - edge, log)));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Actual per estimated seconds; null for a trip that says nothing about the way. */
function ratioOf(trip: Trip, profile: StraightLineProfile, tz: string): number | null {
  const actual = (trip.arrivedAt - trip.departedAt) / 1000;
  if (!(trip.straightM >= SHORTEST_M && actual >= SHORTEST_S && actual <= LONGEST_S)) return null;
  const { learned: _, ...untaught } = profile;
  const quiet = quietSeconds(roadMetres(trip.straightM, profile), trip.mode, profile);
  const estimate = secondsLeaving(quiet, ratesOf(trip.mode, untaught), secondsOfDay(trip.departedAt, tz));
  const ratio = actual / estimate;
  return ratio > 1 / ABSURD && ratio < ABSURD ? ratio : null;
}

function secondsOfDay(at: Instant, tz: string): number {
  return (at - instantOf(localDate(at, tz), '00:00', tz)) / 1000;
}

/** Four digits are more than such a figure knows. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
