import type { Instant, PersonId } from '../base/brand.ts';

/** The next higher department was asked to coordinate; it gives the result to the customer (CMPL-05, RESP-03). */
export interface Referral {
  at: Instant;
  department: string;
  reason: string;
}

/** A complaint marked as major; its handling is told upward at once (CMPL-06). */
export interface MajorMark {
  at: Instant;
  by: PersonId;
  reason: string;
}
