import { type Bucket, fullBucket, type Rate, takeToken } from './token-bucket.ts';

/** What one socket may send. Positions have a limit of their own, for they are the first thing to be dropped. */
export const MESSAGE_RATE: Rate = { perSecond: 20, burst: 40 };
export const POSITION_RATE: Rate = { perSecond: 2, burst: 10 };
/** Where a dragged order is held: apart, so that moving the hand never delays the drop. */
export const DRAG_RATE: Rate = { perSecond: 10, burst: 20 };

/** Counts what one socket sends; `allows()` is false when it sends too much. */
export function createLimit(rate: Rate, elapsed: () => number): { allows(): boolean } {
  let bucket: Bucket = fullBucket(rate, elapsed());
  return {
    allows() {
      const answer = takeToken(bucket, rate, elapsed());
      bucket = answer.bucket;
      return answer.taken;
    },
  };
}
