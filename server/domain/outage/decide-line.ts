import { warns } from '../base/finding.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState } from '../order/proposal.ts';

/**
 * outage.verify_line (OUTG-03): after the network is back every linked line is looked at. One that works is done; one that is still down
 * goes back to dispatch, and its clock runs on as if it had never been stopped.
 */
const verify: Propose<'outage.verify_line'> = (order, { working }) => {
  if (order.outageId === null || order.restoredAt === null)
    return outOfState(order, 'outage.verify_line', 'a line whose outage is restored');
  return {
    findings: working ? [] : [warns('OUTG-03', { outage: order.outageId, working }, 'dispatch_again')],
    events: [{ type: 'order.outage_verified', data: { working } }],
  };
};

export const OUTAGE_LINE_RULES = { 'outage.verify_line': verify };
