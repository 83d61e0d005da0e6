import { writes } from '../../../../http/handle.ts';
import { notFound } from '../../../../http/problem.ts';
import { send } from '../../../../http/send.ts';

/** Approves or rejects; an approved command is carried out at once. */
export const POST = writes(async (ask) => {
  const approvalId = ask.params.id;
  switch (ask.params.decision) {
    case 'approve':
      return send(ask, 'approval.approve', { approvalId });
    case 'reject':
      return send(ask, 'approval.reject', { approvalId });
    default:
      return notFound('decision');
  }
});
