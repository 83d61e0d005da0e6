import type { Order } from '../order/order.ts';
import type { OrderCommandType } from '../order/order-command.ts';

/** States of a damage claim (service-standard §22.4); only compensation stops its clock (DMG-01). */
export const CLAIM_STATUSES = ['reported', 'apologised', 'assessed', 'agreed', 'compensated'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export type ClaimStepType = Extract<OrderCommandType, `damage.${string}`>;

/** The claim's state machine. `none`: nothing was reported yet. Who is paid at once need not be assessed first. */
export const CLAIM_STEPS: Readonly<
  Record<ClaimStepType, { from: readonly (ClaimStatus | 'none')[]; to: ClaimStatus }>
> = {
  'damage.report': { from: ['none'], to: 'reported' },
  'damage.apologise': { from: ['reported'], to: 'apologised' },
  'damage.assess': { from: ['reported', 'apologised'], to: 'assessed' },
  'damage.agree': { from: ['reported', 'apologised', 'assessed'], to: 'agreed' },
  'damage.compensate': { from: ['reported', 'apologised', 'assessed', 'agreed'], to: 'compensated' },
};

/** How far the claim of an order is; `none` without one. */
export function claimStatus({ damage }: Order): ClaimStatus | 'none' {
  if (!damage) return 'none';
  if (damage.compensatedAt !== null) return 'compensated';
  if (damage.agreedAt !== null) return 'agreed';
  if (damage.assessedAt != null) return 'assessed';
  return damage.apologisedAt != null ? 'apologised' : 'reported';
}
