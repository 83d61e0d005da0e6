import type { Instant } from '#domain/base/brand.ts';

/** The server's clock, handed to everything that needs `now`. `rate` is 1 except in the demo. */
export interface Clock {
  now(): Instant;
  readonly rate: number;
}

/** A clock that showed `from` at the real instant `since` and has run at `rate` since then (the demo's day). */
export function shiftedClock(from: Instant, since: Instant, rate: number): Clock {
  return { now: () => Math.round(from + (Date.now() - since) * rate), rate };
}
