import type { Instant } from '../base/brand.ts';
import type { LngLat } from './lng-lat.ts';

/** How much a shown position may be trusted: 实时, 稍旧, 失联. */
export type Freshness = 'fresh' | 'ageing' | 'stale';

export const FRESH_MS = 60_000;
export const AGEING_MS = 300_000;

/**
 * Freshness by age in milliseconds: up to a minute fresh, up to five ageing, then stale.
 * A stale position stays where it was with its time beside it; it is never moved on by guess.
 */
export function freshnessOf(ageMs: number): Freshness {
  if (ageMs <= FRESH_MS) return 'fresh';
  return ageMs <= AGEING_MS ? 'ageing' : 'stale';
}

/** Where a day's route may begin from: the last position while it is not stale; null without one. */
export function presentPlace(
  last: { readonly lng: number; readonly lat: number; readonly receivedAt: Instant } | null | undefined,
  now: Instant,
): LngLat | null {
  if (!last || freshnessOf(now - last.receivedAt) === 'stale') return null;
  return { lng: last.lng, lat: last.lat };
}
