import type { Instant } from '../base/brand.ts';
import { distanceM } from './distance.ts';
import type { LngLat } from './lng-lat.ts';

/** What a fix says about standing at an address. Distances in metres. */
export interface FenceReading {
  readonly inside: boolean;
  readonly distanceM: number;
  /** Distance by which the edge was missed; 0 inside. */
  readonly outsideByM: number;
}

/**
 * TRAV-02: is the place where "arrived" was tapped within the fence (arrive.geofenceM) of the address?
 * The edge counts as inside. The fix's own accuracy is not subtracted: a tap outside only needs a reason.
 */
export function readFence(fix: LngLat, address: LngLat, radiusM: number): FenceReading {
  const distance = distanceM(fix, address);
  return { inside: distance <= radiusM, distanceM: distance, outsideByM: Math.max(0, distance - radiusM) };
}

/** One stay near an address, as far as it has been watched. */
export type Stay =
  | { readonly state: 'away' }
  | { readonly state: 'near'; readonly since: Instant }
  | { readonly state: 'suggested'; readonly since: Instant; readonly suggestedAt: Instant };

/** A fix to be held against an address: accuracy is the radius of 95 % in metres. */
export interface Fix {
  readonly point: LngLat;
  readonly accuracyM: number;
  readonly at: Instant;
}

const DWELL_RADIUS_M = 100;
const DWELL_RADIUS_CAP_M = 120;
const DWELL_MS = 120_000;
const LEAVE_FACTOR = 1.5;

export const AWAY: Stay = { state: 'away' };

/**
 * Watches a technician near the next address and turns to `suggested` after two minutes within
 * 100–120 m (100 m and half the accuracy, capped). It only ever prompts "arrived?": passing by gives
 * no false arrival, and the order's state is never changed by it. Leaving takes 1.5 × the radius,
 * so that drift at the edge does not end the stay.
 */
export function watchStay(stay: Stay, fix: Fix, address: LngLat): Stay {
  const distance = distanceM(fix.point, address);
  const radius = Math.min(DWELL_RADIUS_M + fix.accuracyM / 2, DWELL_RADIUS_CAP_M);
  if (stay.state === 'away') return distance <= radius ? { state: 'near', since: fix.at } : AWAY;
  if (distance > radius * LEAVE_FACTOR) return AWAY;
  if (stay.state === 'suggested' || fix.at - stay.since < DWELL_MS) return stay;
  return { state: 'suggested', since: stay.since, suggestedAt: fix.at };
}
