import type { VehicleMode } from '../technician/technician.ts';
import { distanceM } from './distance.ts';
import type { LngLat } from './lng-lat.ts';

/** What stands in for a road graph: how crooked the roads are, how fast one moves, how long a stop costs. */
export interface StraightLineProfile {
  /** Road metres per straight metre over the first 3 km; short trips go round more corners. */
  readonly detourNear: number;
  /** The same beyond 3 km. A city cut by a river needs about 1.5 for both. */
  readonly detourFar: number;
  readonly kmh: {
    readonly ebike: number;
    readonly walk: number;
    readonly carPeak: number;
    readonly car: number;
  };
  /** Parking, gate and lift at every stop, seconds. Not the reserve of TRAV-04, which is the scheduler's. */
  readonly accessS: number;
}

/**
 * Defaults until actual arrivals have taught better. E-bike: 17 km/h measured riding in Hangzhou
 * (doi 10.1177/1687814015616918), less waiting at crossings; detour 1.2–1.4 in every city measured.
 */
export const CITY: StraightLineProfile = {
  detourNear: 1.35,
  detourFar: 1.3,
  kmh: { ebike: 15, walk: 4.5, carPeak: 22, car: 30 },
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
const SAME_DOOR_M = 15;

/**
 * Journey between two places without a road graph: straight line × detour ÷ speed, plus access time.
 * Always an estimate (估算), symmetric, never shorter than the straight line, longer when farther.
 * `hour` is the local hour of departure, 0…23; it matters to cars alone, in the 07–09 and 17–19 peaks.
 */
export function estimateLeg(
  from: LngLat,
  to: LngLat,
  mode: VehicleMode,
  hour: number,
  profile: StraightLineProfile = CITY,
): Leg {
  const metres = roadMetres(distanceM(from, to), profile);
  return { seconds: legSeconds(metres, mode, hour, profile), metres: Math.round(metres) };
}

/** Road metres for straight metres: the near detour up to 3 km, the far one beyond; 0 at the same door. */
export function roadMetres(straightM: number, profile: StraightLineProfile = CITY): number {
  if (straightM < SAME_DOOR_M) return 0;
  const bend = (profile.detourNear - profile.detourFar) * Math.min(straightM, NEAR_M);
  return straightM * profile.detourFar + bend;
}

/** Whole seconds for road metres, access time included; 0 for 0 metres. `hour` as in `estimateLeg`. */
export function legSeconds(
  metres: number,
  mode: VehicleMode,
  hour: number,
  profile: StraightLineProfile = CITY,
): number {
  if (metres === 0) return 0;
  return Math.round(metres / metresPerSecond(mode, hour, profile) + profile.accessS);
}

function metresPerSecond(mode: VehicleMode, hour: number, { kmh }: StraightLineProfile): number {
  if (mode !== 'car') return kmh[mode] / 3.6;
  return (isPeak(hour) ? kmh.carPeak : kmh.car) / 3.6;
}

function isPeak(hour: number): boolean {
  return (hour >= 7 && hour < 9) || (hour >= 17 && hour < 19);
}
