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
