import { withoutRequester } from '../appointment/decide-change.ts';
import { asks, blocks, isGiven, mayApprove } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Propose } from '../order/proposal.ts';
import { doubtfulSteps } from './device-clock.ts';

/**
 * order.confirm_times (ARITH-06, E-59): a supervisor who was not on the trip confirms what the device says of steps that reached the
 * server late. Both times stay; figures take the device's from now on, clocks and limits go by the server's as before.
 */
const confirmTimes: Propose<'order.confirm_times'> = (
  order,
  { reason },
  { standard, actor, approval, now },
) => {
  const visits = order.visits.filter((visit) => doubtfulSteps(visit, standard).length > 0);
  const findings: Finding[] = [];
  if (!isGiven(reason)) findings.push(blocks('ARITH-06', { missing: 'reason' }, 'give_reason'));
  if (visits.length === 0) findings.push(blocks('ARITH-06', { doubtful: false }, 'nothing_to_confirm'));
  const own = visits.some(({ technicianId, companionId }) =>
    [technicianId, companionId].includes(actor.technicianId ?? ''),
  );
  const supervises = mayApprove(actor.role, 'supervisor') && !own;
  if (!supervises) findings.push(asks('ARITH-06', 'supervisor', { visits: visits.length }, 'ask_supervisor'));
  const given = supervises ? { by: actor.id, role: actor.role, reason, at: now } : withoutRequester(approval);
  return {
    findings,
    events: given
      ? [
          {
            type: 'order.times_confirmed',
            data: { visitIds: visits.map(({ id }) => id), approval: given },
          },
        ]
      : [],
  };
};

export const CLOCK_RULES = { 'order.confirm_times': confirmTimes };
