import type { Instant } from '../base/brand.ts';
import type { Order, Urge } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { replyDue } from '../timer/care-timers.ts';

/** States of an urge order (service-standard §22.4). */
export const URGE_STATUSES = ['drafted', 'issued', 'acknowledged', 'answered'] as const;
export type UrgeStatus = (typeof URGE_STATUSES)[number];

/** The urge order's state machine: the reply of the order answers every urge, whatever state it is in. */
export const URGE_STEPS = {
  'urge.issue': { from: ['drafted'], to: 'issued' },
  'urge.ack': { from: ['issued'], to: 'acknowledged' },
  'order.reply': { from: ['drafted', 'issued', 'acknowledged'], to: 'answered' },
} as const satisfies Record<string, { from: readonly UrgeStatus[]; to: UrgeStatus }>;

/** How far an urge of the order is. */
export function urgeStatus(urge: Urge, order: Order): UrgeStatus {
  if (order.repliedAt !== null && order.repliedAt >= urge.at) return 'answered';
  return urge.acknowledgedAt == null ? 'issued' : 'acknowledged';
}

/** OVRD-01: since its reply is overdue an urge order is drafted, until somebody sends it or half an hour does. */
export function isUrgeDrafted(order: Order, standard: ResolvedStandard, now: Instant): boolean {
  const alarm = replyDue({ order, standard, now });
  if (alarm === null || now <= alarm || order.repliedAt !== null || order.endedAt !== null) return false;
  return !order.urges.some(({ at }) => at >= alarm);
}
