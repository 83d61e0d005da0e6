import { warns } from '../base/finding.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState } from '../order/proposal.ts';
import { isOutageChild } from './outage-child.ts';

/**
 * outage.verify_line (OUTG-03): after the network is back every line of it is looked at, also one that was merged into it. One that works is done; one that is still down
 * goes back to dispatch, and its clock runs on as if it had never been stopped.
 */
const verify: Propose<'outage.verify_line'> = (order, { working }) => {
  const duplicate = order.status === 'merged' && !isOutageChild(order);
  if (order.outageId === null || order.restoredAt === null || duplicate)
    return outOfState(order, 'outage.verify_line', 'a line whose outage is restored');
  return {
    findings: working ? [] : [warns('OUTG-03', { outage: order.outageId, working }, 'dispatch_again')],
    events: [{ type: 'order.outage_verified', data: { working } }],
  };
};

export const OUTAGE_LINE_RULES = { 'outage.verify_line': verify };
