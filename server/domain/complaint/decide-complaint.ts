import { blocks, isGiven } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState } from '../order/proposal.ts';

/** CMPL-05: what this department cannot solve goes to the next higher one, by name and with the reason; no clock stops for it. */
const referUp: Propose<'complaint.refer_up'> = (order, { department, reason }) => {
  if (order.type !== 'complaint' && order.type !== 'consult' && order.questions.length === 0)
    return outOfState(order, 'complaint.refer_up', 'a complaint, a consultation or a question');
  if (order.repliedAt !== null) return outOfState(order, 'complaint.refer_up', 'an unanswered order');
  const findings: Finding[] = [];
  if (!isGiven(department)) findings.push(blocks('CMPL-05', { missing: 'department' }, 'name_department'));
  if (!isGiven(reason)) findings.push(blocks('CMPL-05', { missing: 'reason' }, 'give_reason'));
  return { findings, events: [{ type: 'complaint.referred_up', data: { department, reason } }] };
};

/** CMPL-06: marked once, with its reason; it stays on the list that is reported upward. */
const markMajor: Propose<'complaint.mark_major'> = (order, { reason }, { actor }) => {
  if (order.type !== 'complaint') return outOfState(order, 'complaint.mark_major', 'a complaint');
  if (order.major !== null) return outOfState(order, 'complaint.mark_major', 'a complaint not yet marked');
  return {
    findings: isGiven(reason) ? [] : [blocks('CMPL-06', { missing: 'reason' }, 'give_reason')],
    events: [{ type: 'complaint.marked_major', data: { by: actor.id, reason } }],
  };
};

export const COMPLAINT_RULES = {
  'complaint.refer_up': referUp,
  'complaint.mark_major': markMajor,
};
