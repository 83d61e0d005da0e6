import type { Order } from '../order/order.ts';

/** What a customer may be told of a fault depends on how far it is known (ATTR-02). */
export const FAULT_PHASES = [
  'investigating',
  'ours_fixing',
  'ours_fixed',
  'customer_side',
  'third_party_fixing',
  'unsolvable_here',
] as const;
export type FaultPhase = (typeof FAULT_PHASES)[number];

/** The phase of a fault order: no cause is named before it was recorded (ATTR-02). */
export function faultPhaseOf(order: Order): FaultPhase {
  const side = order.cause?.side ?? null;
  if (side === null) return order.status === 'blocked' ? 'unsolvable_here' : 'investigating';
  if (side === 'customer_side') return 'customer_side';
  if (side === 'third_party') return 'third_party_fixing';
  return order.restoredAt === null ? 'ours_fixing' : 'ours_fixed';
}
