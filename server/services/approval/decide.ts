import { approvalById, lockApproval } from '#db/query/approval.ts';
import type { Approval } from '#domain/approval/approval.ts';
import { type ApprovalEvent, evolveApproval } from '#domain/approval/approval-event.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { OrderCommand } from '#domain/order/order-command.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { seesArea } from '#server/access/viewer.ts';
import type { Change, Outcome, Verb, Work } from '../command/change.ts';
import { notFound, refusedBy, refusedFor, stale } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import { type JudgedOrder, judgeOrder } from '../order/judge-order.ts';
import { orderWrites } from '../order/order-change.ts';
import { retimeDays } from '../order/retime-days.ts';
import { approvalRow } from './approval-row.ts';

type Pending = { state: Approval; version: number };

/**
 * Lets a requested command pass: it runs again now, in the requester's name, through the gate and with the approval. What
 * the rules refuse by then lapses, and the answer says why.
 */
export const approve: Verb<'approval.approve'> = async (work, { approvalId, reason }) => {
  const known = await pendingFor(work, approvalId);
  if (!known.ok) return known;
  const { state: asked } = known.pending;
  const command = asked.command as OrderCommand;
  const at = work.services.now();
  const judged = await judgeOrder({ ...work, version: undefined }, command, {
    approval: { by: work.actor.id, role: work.actor.role, reason, at, requestedBy: asked.requestedBy },
    requester: { id: asked.requestedBy, role: asked.requestedRole, areaIds: null },
  });
  if (!judged.ok) return judged;
  const held = await holdPending(work, approvalId);
  if (!held.ok) return held;
  const own = separation(work, held.pending.state, judged);
  if (own) return own;

  const { verdict } = judged.decision;
  // Of a role that may not give it: the request stays for somebody who may.
  if (verdict.outcome === 'needs_approval') return refusedBy(verdict, judged.standard);
  if (verdict.outcome === 'refused') return lapse(held.pending, judged);
  const approved: ApprovalEvent = { type: 'approval.approved', data: { by: work.actor.id, reason } };
  return carryOut(held.pending, judged, approved);
};

/** Declines a requested command; nothing else happens. */
export const reject: Verb<'approval.reject'> = async (work, { approvalId, reason }) => {
  const held = await holdPending(work, approvalId);
  if (!held.ok) return held;
  const { state: asked } = held.pending;
  if (asked.requestedBy === work.actor.id) return selfDecided();
  const now = work.services.now();
  const event: ApprovalEvent = { type: 'approval.rejected', data: { by: work.actor.id, reason } };
  return { ok: true, change: decided(held.pending, event, now) };
};

async function pendingFor(work: Work, id: string): Promise<{ ok: true; pending: Pending } | CommandRefused> {
  return judgePending(work, await approvalById(work.tx, id));
}

async function holdPending(work: Work, id: string): Promise<{ ok: true; pending: Pending } | CommandRefused> {
  return judgePending(work, await lockApproval(work.tx, id));
}

function judgePending(work: Work, found: Pending | null): { ok: true; pending: Pending } | CommandRefused {
  if (!found || !seesArea(work.viewer, found.state.areaId)) return notFound('request for approval');
  if (found.state.state !== 'pending')
    return stale('request for approval', { ...found.state, version: found.version });
  return { ok: true, pending: found };
}

/** Requester ≠ approver (SEP-01): told as such, not as a missing approval. */
function separation(work: Work, asked: Approval, { standard }: JudgedOrder): CommandRefused | null {
  if (asked.requestedBy !== work.actor.id) return null;
  return refusedFor({ rule: 'SEP-01', kind: 'block', facts: { requestedBy: asked.requestedBy } }, standard);
}

function selfDecided(): CommandRefused {
  return refusedFor({ rule: 'SEP-01', kind: 'block', facts: {} }, resolveStandard('base'));
}

function carryOut(pending: Pending, judged: JudgedOrder, approved: ApprovalEvent): Outcome {
  const base = decided(pending, approved, judged.now);
  const { after, ...writes } = orderWrites(retimeDays(judged), judged.now);
  return {
    ok: true,
    change: {
      ...base,
      ...writes,
      log: [...base.log, ...writes.log],
      answer: {
        ...base.answer,
        version: after[0]?.version ?? judged.held.order.version,
        warnings: refusalRules(
          judged.decision.verdict.findings.filter(({ kind }) => kind === 'warning'),
          judged.standard,
        ),
      },
    },
  };
}

function lapse(pending: Pending, judged: JudgedOrder): Outcome {
  const refusal = refusedBy(judged.decision.verdict, judged.standard);
  const event: ApprovalEvent = { type: 'approval.lapsed', data: { reason: refusal.title } };
  return { ok: true, change: decided(pending, event, judged.now), insteadOf: refusal };
}

function decided({ state, version }: Pending, event: ApprovalEvent, at: Instant): Change {
  const approval = evolveApproval(state, event, at);
  return {
    areaId: approval.areaId,
    at,
    log: [{ areaId: approval.areaId, row: approvalRow(approval, version + 1, event) }],
    approvals: [{ approval, version: version + 1 }],
    answer: { orderId: approval.orderId, approvalId: approval.id, warnings: [] },
  };
}
