import type { RuleId } from '../base/rule-id.ts';

/** Where a fault came from (ATTR-01). */
export const CAUSE_SIDES = ['central_office', 'third_party', 'customer_side'] as const;
export type CauseSide = (typeof CAUSE_SIDES)[number];

/** What it was, as far as the standards word it for the customer (ATTR-03…06). */
export const CAUSE_CODES = [
  'customer_terminal',
  'customer_line',
  'access_line',
  'slow_at_peak',
  'egress',
  'cutover',
  'other_operator',
  'power',
  'other',
] as const;
export type CauseCode = (typeof CAUSE_CODES)[number];

interface CauseMeaning {
  /** The side that the code belongs to; null = any. */
  side: CauseSide | null;
  /** The phrase that explains it (script/scripts.ts). */
  script: string | null;
  /** The phrase promises the customer to be called when it is done: the order stays open until then. */
  promises: RuleId | null;
}

/** ATTR-03 the customer's own device; ATTR-04 slow at peak hours; ATTR-05 egress or cutover; ATTR-06 another operator or a site. */
export const CAUSE_MEANING: Readonly<Record<CauseCode, CauseMeaning>> = {
  customer_terminal: { side: 'customer_side', script: 'customer_side', promises: null },
  customer_line: { side: 'customer_side', script: 'customer_side', promises: null },
  access_line: { side: 'central_office', script: null, promises: null },
  slow_at_peak: { side: 'central_office', script: 'slow_at_peak', promises: 'ATTR-04' },
  egress: { side: 'central_office', script: 'egress_outage', promises: null },
  cutover: { side: 'central_office', script: 'egress_outage', promises: null },
  other_operator: { side: 'third_party', script: 'other_operator', promises: 'ATTR-06' },
  power: { side: 'third_party', script: 'third_party_fixing', promises: null },
  other: { side: null, script: null, promises: null },
};
