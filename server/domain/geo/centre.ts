import { distanceM } from './distance.ts';
import type { LngLat } from './lng-lat.ts';

/**
 * The middle of several points: the median of each coordinate, so that one wrong fix among
 * a few right ones moves it little. Undefined when there is no point.
 */
export function middleOf(points: readonly LngLat[]): LngLat | undefined {
  if (points.length === 0) return undefined;
  return { lng: median(points.map((p) => p.lng)), lat: median(points.map((p) => p.lat)) };
}

/** How far the farthest of the points lies from a centre, metres. */
export function spreadM(centre: LngLat, points: readonly LngLat[]): number {
  return points.reduce((farthest, point) => Math.max(farthest, distanceM(centre, point)), 0);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
