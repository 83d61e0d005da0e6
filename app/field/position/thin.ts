import { distanceM } from '#domain/geo/distance.ts';
import type { Fix } from '#domain/geo/position-gate.ts';

/** A fix is worth sending after so many metres or so many milliseconds: a third of the traffic, the board 60 m off at p95. */
export const SEND_AFTER_M = 25;
export const SEND_AFTER_MS = 30_000;

/** Is this fix far enough, in metres or in time, from the last one that was sent? */
export function worthSending(sent: Fix | undefined, fix: Fix): boolean {
  if (sent === undefined) return true;
  return fix.at - sent.at >= SEND_AFTER_MS || distanceM(sent.point, fix.point) >= SEND_AFTER_M;
}
