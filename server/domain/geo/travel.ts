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

/** Field means and medians for Chinese cities (docs/scheduling.md, "Travel times"); learned values replace them. */
export const CITY: StraightLineProfile = {
  detourNear: 1.35,
  detourFar: 1.3,
  kmh: { ebike: 15, walk: 4.5, carPeak: 22, car: 30 },
  accessS: 300,
};

/** The same for a city whose districts are joined by bridges. */
export const RIVER_CITY: StraightLineProfile = { ...CITY, detourNear: 1.5, detourFar: 1.5 };

/** A journey's cost. `estimated` marks straight-line figures, which every screen shows as such (估算). */
export interface Leg {
  readonly seconds: number;
  readonly metres: number;
  readonly estimated: boolean;
}

const NEAR_M = 3000;
/** Below this a visit is at the same door and costs no journey. */
const SAME_PLACE_M = 15;

/**
 * Journey between two places without a road graph: straight line × detour ÷ speed, plus access time.
 * Symmetric, never shorter than the straight line, longer when farther. `hour` is the local hour of
 * departure, 0…23; it matters to cars alone, in the 07–09 and 17–19 peaks.
 */
export function estimateLeg(
  from: LngLat,
  to: LngLat,
  mode: VehicleMode,
  hour: number,
  profile: StraightLineProfile = CITY,
): Leg {
  const straight = distanceM(from, to);
  if (straight < SAME_PLACE_M) return { seconds: 0, metres: 0, estimated: true };
  const metres = roadMetres(straight, profile);
  const seconds = metres / metresPerSecond(mode, hour, profile) + profile.accessS;
  return { seconds: Math.round(seconds), metres: Math.round(metres), estimated: true };
}

/** Road metres for straight metres: the near detour up to 3 km, the far one for what lies beyond the bend. */
export function roadMetres(straightM: number, profile: StraightLineProfile = CITY): number {
  const bend = (profile.detourNear - profile.detourFar) * Math.min(straightM, NEAR_M);
  return straightM * profile.detourFar + bend;
}

function metresPerSecond(mode: VehicleMode, hour: number, { kmh }: StraightLineProfile): number {
  const speed = mode === 'car' ? (isPeak(hour) ? kmh.carPeak : kmh.car) : kmh[mode];
  return speed / 3.6;
}

function isPeak(hour: number): boolean {
  return (hour >= 7 && hour < 9) || (hour >= 17 && hour < 19);
}
