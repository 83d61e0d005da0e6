import type { ApprovalGiven } from '../appointment/appointment.ts';
import type { Role } from './role.ts';
import type { RuleId } from './rule-id.ts';
import type { Facts, Finding } from './verdict.ts';

/** A finding that refuses. */
export function blocks(rule: RuleId, facts: Facts = {}, advice?: string): Finding {
  return { rule, kind: 'block', facts, ...(advice ? { advice } : {}) };
}

/** A finding that asks for an approval by `approver` or higher. */
export function asks(rule: RuleId, approver: Role, facts: Facts = {}, advice?: string): Finding {
  return { rule, kind: 'approval', approver, facts, ...(advice ? { advice } : {}) };
}

/** A finding that lets pass and says so. */
export function warns(rule: RuleId, facts: Facts = {}, advice?: string): Finding {
  return { rule, kind: 'warning', facts, ...(advice ? { advice } : {}) };
}

/** True when a free text was really given (§0.4 2). */
export function isGiven(text: string | null | undefined): text is string {
  return typeof text === 'string' && text.trim() !== '';
}

/** Who may give an approval that asks for a role: that role and those above it in the same line (service-standard §26). */
const MAY_APPROVE: Partial<Record<Role, readonly Role[]>> = {
  dispatcher: ['dispatcher', 'area_lead', 'supervisor'],
  area_lead: ['area_lead', 'supervisor'],
  noc: ['noc', 'supervisor'],
  supervisor: ['supervisor'],
  branch_manager: ['branch_manager'],
};

/** Whether `role` may give an approval for which `approver` is the lowest role (§0.4 1). */
export function mayApprove(role: Role, approver: Role | undefined): boolean {
  return approver !== undefined && (MAY_APPROVE[approver] ?? [approver]).includes(role);
}

export interface ApprovalForCommand extends ApprovalGiven {
  requestedBy: string;
}

/**
 * Takes the approvals that were really given out of the findings. One by a role that may not give it, or by the requester,
 * counts as none; the requester's own adds SEP-01. One without a reason refuses (§0.4 1).
 */
export function settleApprovals(
  findings: readonly Finding[],
  approval: ApprovalForCommand | null,
): readonly Finding[] {
  if (!approval) return findings;
  const settled: Finding[] = [];
  let own = false;
  for (const finding of findings) {
    if (finding.kind !== 'approval') settled.push(finding);
    else if (approval.by === approval.requestedBy) {
      settled.push(finding);
      if (!own)
        settled.push(
          asks('SEP-01', finding.approver ?? 'supervisor', { by: approval.by, asked: finding.rule }),
        );
      own = true;
    } else if (!mayApprove(approval.role, finding.approver)) settled.push(finding);
    else if (!isGiven(approval.reason))
      settled.push(blocks(finding.rule, { missing: 'reason' }, 'give_reason'));
  }
  return settled;
}
