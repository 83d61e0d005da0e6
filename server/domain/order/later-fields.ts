import { UNKNOWN_SITE } from '../readiness/site-facts.ts';
import type { Order } from './order.ts';

/**
 * Facts that came after the first orders had been written, and what an order without them holds. An intake begins with them, and the
 * fold of an older log fills them in.
 */
export const LATER_FIELDS = {
  firstAsk: null,
  questions: [],
  site: UNKNOWN_SITE,
  finishPromises: [],
  customerUrges: [],
  referrals: [],
  major: null,
  issue: null,
  callbackEnded: null,
  noticedAt: [],
  delayReports: [],
  filed: null,
  lock: null,
  outageLinkedAt: null,
  numbersFiledAt: [],
  workYears: {},
  companionId: null,
  companions: [],
} as const satisfies Partial<Order>;
