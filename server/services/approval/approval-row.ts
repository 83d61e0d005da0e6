import type { Approval } from '#domain/approval/approval.ts';
import type { ApprovalEvent } from '#domain/approval/approval-event.ts';

/** The log row of one event of a request for approval. */
export function approvalRow(approval: Approval, version: number, event: ApprovalEvent) {
  return {
    type: event.type,
    entity: 'approval' as const,
    id: approval.id,
    version,
    data: event.data,
    orders: [approval.orderId],
  };
}
