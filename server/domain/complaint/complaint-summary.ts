import type { AreaId, OrderId } from '../base/brand.ts';
import type { Order } from '../order/order.ts';

/** What is reported of complaints upward (CMPL-06): how many, how they stand, the major ones, and issues complained of again. */
export interface ComplaintSummary {
  total: number;
  open: number;
  answered: number;
  /** Complaints that went past their department (CMPL-05). */
  referredUp: number;
  escalated: number;
  major: readonly { orderId: OrderId; areaId: AreaId; reason: string; open: boolean }[];
  /** Issues with more than one complaint, most often first (CMPL-07). */
  repeated: readonly { groupId: OrderId; count: number }[];
}

/** Sums up the complaints among the orders given (CMPL-06). */
export function complaintSummary(orders: readonly Order[]): ComplaintSummary {
  const complaints = orders.filter(({ type }) => type === 'complaint');
  const isOpen = (order: Order) => order.repliedAt === null && order.endedAt === null;
  const groups = new Map<OrderId, number>();
  for (const { issue } of complaints)
    if (issue) groups.set(issue.groupId, Math.max(issue.count, groups.get(issue.groupId) ?? 0));
  return {
    total: complaints.length,
    open: complaints.filter(isOpen).length,
    answered: complaints.filter(({ repliedAt }) => repliedAt !== null).length,
    referredUp: complaints.filter(({ referrals }) => referrals.length > 0).length,
    escalated: complaints.filter(({ escalated }) => escalated).length,
    major: complaints.flatMap((order) =>
      order.major
        ? [{ orderId: order.id, areaId: order.areaId, reason: order.major.reason, open: isOpen(order) }]
        : [],
    ),
    repeated: [...groups]
      .map(([groupId, count]) => ({ groupId, count }))
      .toSorted((a, b) => b.count - a.count || a.groupId.localeCompare(b.groupId)),
  };
}
