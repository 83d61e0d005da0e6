import type { Instant, PersonId } from '../base/brand.ts';
import type { Approval } from './approval.ts';

export interface ApprovalEvents {
  'approval.requested': { approval: Approval };
  'approval.approved': { by: PersonId; reason: string };
  'approval.rejected': { by: PersonId; reason: string };
  /** The command could not be carried out any more when it was approved, or the order moved on. */
  'approval.lapsed': { reason: string };
}
export type ApprovalEventType = keyof ApprovalEvents;
export type ApprovalEvent = {
  [T in ApprovalEventType]: { type: T; data: ApprovalEvents[T] };
}[ApprovalEventType];

/** Folds one event into an approval request. */
export function evolveApproval(before: Approval | null, event: ApprovalEvent, at: Instant): Approval {
  if (event.type === 'approval.requested') return event.data.approval;
  if (!before) throw new Error(`Event ${event.type} for an approval that was never requested`);
  switch (event.type) {
    case 'approval.approved':
      return {
        ...before,
        state: 'approved',
        decidedBy: event.data.by,
        decidedAt: at,
        decisionReason: event.data.reason,
      };
    case 'approval.rejected':
      return {
        ...before,
        state: 'rejected',
        decidedBy: event.data.by,
        decidedAt: at,
        decisionReason: event.data.reason,
      };
    case 'approval.lapsed':
      return { ...before, state: 'lapsed', decidedAt: at, decisionReason: event.data.reason };
  }
}
