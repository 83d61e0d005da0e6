import type { VehicleMode } from '../technician/technician.ts';
import { distanceM } from './distance.ts';
import { type LearnedTravel, rateIn, ratesOf, type TravelRates } from './hour-rates.ts';
import type { LngLat } from './lng-lat.ts';

/** What stands in for a road graph: how crooked the roads are, how fast one moves, how long a stop costs. */
export interface StraightLineProfile {
  /** Road metres per straight metre over the first 3 km; short trips go round more corners. */
  readonly detourNear: number;
  /** The same beyond 3 km. A city cut by a river needs about 1.5 for both. */
  readonly detourFar: number;
  /** On the move in a quiet hour. */
  readonly kmh: Readonly<Record<VehicleMode, number>>;
  /** Seconds on the move per second of a quiet hour, by local hour 0…23. */
  readonly hours: Readonly<Record<VehicleMode, readonly number[]>>;
  /** Parking, gate and lift at every stop, seconds. Not the reserve of TRAV-04, which is the scheduler's. */
  readonly accessS: number;
  /** What actual trips have taught: seconds from door to door per estimated second. */
  readonly learned?: LearnedTravel;
}

const RUSH: ReadonlySet<number> = new Set([7, 8, 17, 18]);

/** Factors of a day: `inRush` from seven to nine and from five to seven in the evening, 1 otherwise. */
export function rushHours(inRush: number): readonly number[] {
  return Array.from({ length: 24 }, (_, hour) => (RUSH.has(hour) ? inRush : 1));
}

/**
 * Defaults until actual arrivals have taught better. E-bike: 17 km/h measured riding in Hangzhou
 * (doi 10.1177/1687814015616918), less waiting at crossings; detour 1.2–1.4 in every city measured. Cars: 30 km/h
 * on city streets and 22 in the rush (Quanzhou, third quarter of 2018). What an e-bike loses in the rush is our choice:
 * the lane is its own, the crossings are not.
 */
export const CITY: StraightLineProfile = {
  detourNear: 1.35,
  detourFar: 1.3,
  kmh: { ebike: 15, walk: 4.5, car: 30 },
  hours: { ebike: rushHours(1.15), walk: rushHours(1), car: rushHours(30 / 22) },
  accessS: 300,
};

/** The same for a city whose districts are joined by bridges. */
export const RIVER_CITY: StraightLineProfile = { ...CITY, detourNear: 1.5, detourFar: 1.5 };

/** A journey: whole seconds from door to door, metres along the way. */
export interface Leg {
  readonly seconds: number;
  readonly metres: number;
}

const NEAR_M = 3000;
/** Below this a visit is at the same door and costs no journey. */
export const SAME_DOOR_M = 15;

/**
 * Journey between two places without a road graph: straight line × detour ÷ speed, plus access time.
 * Always an estimate (估算), symmetric, never shorter than the straight line, longer when farther.
 * `hour` is the local hour in which it is driven, 0…23.
 */
export function estimateLeg(
  from: LngLat,
  to: LngLat,
  mode: VehicleMode,
  hour: number,
  profile: StraightLineProfile = CITY,
): Leg {
  const metres = roadMetres(distanceM(from, to), profile);
  return {
    seconds: legSeconds(quietSeconds(metres, mode, profile), ratesOf(mode, profile), hour),
    metres: Math.round(metres),
  };
}

/** Road metres for straight metres: the near detour up to 3 km, the far one beyond; 0 at the same door. */
export function roadMetres(straightM: number, profile: StraightLineProfile = CITY): number {
  if (straightM < SAME_DOOR_M) return 0;
  const bend = (profile.detourNear - profile.detourFar) * Math.min(straightM, NEAR_M);
  return straightM * profile.detourFar + bend;
}

/** Seconds on the move for road metres in a quiet hour; access not counted. */
export function quietSeconds(metres: number, mode: VehicleMode, profile: StraightLineProfile = CITY): number {
  return secondsAt(profile.kmh[mode], metres);
}

/** Seconds for so many metres at a speed. */
export function secondsAt(kmh: number, metres: number): number {
  return (metres * 3.6) / kmh;
}

/** Whole seconds from door to door, all of them in one hour, for seconds on the move in a quiet one; 0 for 0. */
export function legSeconds(quietS: number, rates: TravelRates, hour: number): number {
  return secondsInHour(quietS, rateIn(rates.ride, hour), rates.accessS * rateIn(rates.access, hour));
}

/** The same for the hour's rate on the move and its seconds at the door. */
export function secondsInHour(quietS: number, ride: number, doorS: number): number {
  return quietS === 0 ? 0 : Math.round(quietS * ride + doorS);
}
