/** How often something may be done: so many a second, and how many at once after a pause. */
export interface Rate {
  perSecond: number;
  burst: number;
}

export interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** A bucket that nothing has been taken from. */
export function fullBucket(rate: Rate, now: number): Bucket {
  return { tokens: rate.burst, at: now };
}

/** Takes one token. `taken` is false when the sender is over its rate; the bucket then stays as it is. */
export function takeToken(bucket: Bucket, rate: Rate, now: number): { bucket: Bucket; taken: boolean } {
  const refilled = Math.max(0, now - bucket.at) * (rate.perSecond / 1000);
  const tokens = Math.min(rate.burst, bucket.tokens + refilled);
  if (tokens < 1) return { bucket: { tokens, at: now }, taken: false };
  return { bucket: { tokens: tokens - 1, at: now }, taken: true };
}
