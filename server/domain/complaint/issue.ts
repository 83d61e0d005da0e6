import type { OrderId } from '../base/brand.ts';

/** Orders about the same issue (CMPL-07): the first one's id stands for all, and how many there have been, this one included. */
export interface Issue {
  groupId: OrderId;
  count: number;
}

/** The issue of an order that is about the same as an earlier one; an earlier one without an issue of its own begins it. */
export function issueAfter(earlier: { id: OrderId; issue: Issue | null }): Issue {
  return earlier.issue
    ? { groupId: earlier.issue.groupId, count: earlier.issue.count + 1 }
    : { groupId: earlier.id, count: 2 };
}
