import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullBucket, takeToken } from '#server/realtime/token-bucket.ts';

const rate = { perSecond: 20, burst: 40 };

describe('token bucket', () => {
  it('lets a burst through, then no more until time has passed', () => {
    let bucket = fullBucket(rate, 0);
    let taken = 0;
    for (let n = 0; n < 100; n += 1) {
      const answer = takeToken(bucket, rate, 0);
      bucket = answer.bucket;
      if (answer.taken) taken += 1;
    }
    expect(taken).toBe(40);
    expect(takeToken(bucket, rate, 49).taken).toBe(false);
    expect(takeToken(bucket, rate, 50).taken).toBe(true);
  });

  it('never lets more through than the burst and the rate together, however the asking is spread', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 200 }), (pauses) => {
        let bucket = fullBucket(rate, 0);
        let now = 0;
        let taken = 0;
        for (const pause of pauses) {
          now += pause;
          const answer = takeToken(bucket, rate, now);
          bucket = answer.bucket;
          if (answer.taken) taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(rate.burst + (now / 1000) * rate.perSecond + 1e-6);
      }),
    );
  });

  it('does not count backwards when the clock does', () => {
    const { bucket } = takeToken(fullBucket(rate, 1_000), rate, 0);
    expect(bucket.tokens).toBe(39);
  });
});
