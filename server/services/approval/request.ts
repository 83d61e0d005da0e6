import type { Approval } from '#domain/approval/approval.ts';
import type { ApprovalEvent } from '#domain/approval/approval-event.ts';
import type { OrderCommand } from '#domain/order/order-command.ts';
import { parsePayload } from '#protocol/schema.ts';
import { mayCommand } from '#server/access/may-command.ts';
import type { Verb } from '../command/change.ts';
import { forbidden, invalid, refusedBy } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import { judgeOrder } from '../order/judge-order.ts';
import { approvalRow } from './approval-row.ts';

/** Asks that a command which needs approval be allowed. The command is judged now, so that only what can be approved is asked for. */
export const requestApproval: Verb<'approval.request'> = async (work, { orderId, command, reason }) => {
  const { services, viewer } = work;
  if (!mayCommand(viewer, command.type)) return forbidden(command.type);
  const parsed = parsePayload(command.type, command.payload, ['command', 'payload']);
  if (!parsed.ok) return invalid(parsed.fault);
  const aside = ['record', 'answers', 'customer', 'opinion'].find((name) => name in (parsed.value as object));
  if (aside !== undefined)
    return invalid({
      field: `command.payload.${aside}`,
      message: 'stands beside the log and cannot wait for an approval: send it with the command itself',
    });
  const wanted = { type: command.type, payload: parsed.value } as OrderCommand;
  if (wanted.payload.orderId !== orderId)
    return invalid({ field: 'command.payload.orderId', message: 'must be the order of the request' });

  const judged = await judgeOrder(work, wanted);
  if (!judged.ok) return judged;
  const { decision, standard, held, now } = judged;
  const { verdict } = decision;
  if (verdict.outcome === 'refused') return refusedBy(verdict, standard);
  if (verdict.outcome === 'accepted')
    return invalid({ field: 'command', message: 'needs no approval; send it as it is' });

  const approval: Approval = {
    id: services.newId(),
    orderId,
    areaId: held.order.areaId,
    state: 'pending',
    command: wanted,
    findings: verdict.findings,
    approver: verdict.approver ?? 'supervisor',
    requestedBy: viewer.personId,
    requestedRole: viewer.role,
    requestedAt: now,
    reason,
    decidedBy: null,
    decidedAt: null,
    decisionReason: null,
  };
  const event: ApprovalEvent = { type: 'approval.requested', data: { approval } };
  return {
    ok: true,
    change: {
      areaId: approval.areaId,
      at: now,
      log: [{ areaId: approval.areaId, row: approvalRow(approval, 1, event) }],
      approvals: [{ approval, version: 1 }],
      answer: {
        orderId,
        version: held.order.version,
        approvalId: approval.id,
        warnings: refusalRules(
          verdict.findings.filter(({ kind }) => kind === 'warning'),
          standard,
        ),
      },
    },
  };
};
