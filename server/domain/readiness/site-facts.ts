import type { Order } from '../order/order.ts';

/** What a customer said of the home, or that it was not asked yet. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What must be there before a crew can do the work (VRFY-04). */
export const RESOURCES = ['port', 'fibre', 'parts', 'permission'] as const;
export type Resource = (typeof RESOURCES)[number];
export const RESOURCE_STATES = ['ready', 'missing', 'unknown'] as const;
export type ResourceState = (typeof RESOURCE_STATES)[number];

/** What is known of the home and of the network before anybody sets out (INTK-04, APPT-13, VRFY-04). */
export interface SiteFacts {
  /** Is the fibre already in the home? (INTK-04) */
  fibreToHome: Answer;
  /** Is there an optical modem already? (APPT-13) */
  hasOnt: Answer;
  /** Can the customer put it right by telephone guidance? (APPT-13, SCHD-04) */
  selfRepair: Answer;
  resources: Readonly<Record<Resource, ResourceState>>;
  /** What was tried from afar, in words (INTK-06, APPT-13). */
  remoteSteps: readonly string[];
}

/** What somebody found out; what is left out stays as it was. */
export type SiteFinding = Partial<Omit<SiteFacts, 'resources'>> & {
  resources?: Partial<Record<Resource, ResourceState>>;
};

export const UNKNOWN_SITE: SiteFacts = {
  fibreToHome: 'unknown',
  hasOnt: 'unknown',
  selfRepair: 'unknown',
  resources: { port: 'unknown', fibre: 'unknown', parts: 'unknown', permission: 'unknown' },
  remoteSteps: [],
};

/** The facts after a finding. */
export function learn(before: SiteFacts, found: SiteFinding): SiteFacts {
  return { ...before, ...found, resources: { ...before.resources, ...found.resources } };
}

/** Resources known to be missing (VRFY-04). */
export function missingResources({ resources }: SiteFacts): readonly Resource[] {
  return RESOURCES.filter((one) => resources[one] === 'missing');
}

/** Facts of an installation that nobody has asked yet (INTK-04). */
export function unknownFacts(order: Pick<Order, 'type' | 'site'>): readonly string[] {
  if (order.type !== 'install') return [];
  return (['fibreToHome', 'hasOnt'] as const).filter((fact) => order.site[fact] === 'unknown');
}

/**
 * How ready the work is (SCHD-04): what waits for a resource, a correction, an intake field or the customer's own remedy is not
 * scheduled; what nobody has asked yet is uncertain.
 */
export function readinessOf(
  order: Pick<Order, 'type' | 'site' | 'mismatches' | 'missing'>,
): 'ready' | 'uncertain' | 'not_ready' {
  const mismatched = order.mismatches.some(({ correctedAt }) => correctedAt === null);
  if (mismatched || order.missing.length > 0 || missingResources(order.site).length > 0) return 'not_ready';
  return unknownFacts(order).length > 0 ? 'uncertain' : 'ready';
}
