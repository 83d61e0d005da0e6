import type { Instant, PersonId } from '../base/brand.ts';

/** One attempt to reach the customer (service-standard §29). Only `connected` is notice (CHG-01). */
export interface ContactAttempt {
  at: Instant;
  by: PersonId;
  channel: 'phone' | 'sms' | 'app';
  outcome: 'connected' | 'no_answer' | 'refused' | 'invalid';
  /** The order's content was checked with the customer (INTK-02). */
  contentConfirmed: boolean;
  /** The time limits that we promise were told (INTK-03). */
  promiseTold?: boolean;
}
