import { asks, blocks, isGiven, mayApprove } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order, Pause } from '../order/order.ts';
import type { OrderEvents } from '../order/order-event.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState } from '../order/proposal.ts';
import { withoutRequester } from './decide-change.ts';

/**
 * order.rule_cause (CHG-04, RECD-01): whoever made a change said whose cause it was; only a supervisor who was not that person says
 * otherwise. What was said first stays on record; count, notice and clock follow the ruling.
 */
const ruleCause: Propose<'order.rule_cause'> = (
  order,
  { appointmentVersion, cause, reason },
  { actor, approval, standard, now },
) => {
  const change = order.appointments.find(({ version }) => version === appointmentVersion)?.change;
  if (!change) return outOfState(order, 'order.rule_cause', 'a change of the promised time');
  const findings: Finding[] = [];
  if (!isGiven(reason)) findings.push(blocks('CHG-04', { missing: 'reason' }, 'give_reason'));
  if (cause === change.cause)
    findings.push(blocks('CHG-04', { cause, recorded: change.cause }, 'name_other'));
  const rules = mayApprove(actor.role, 'supervisor') && actor.id !== change.requestedBy;
  if (!rules)
    findings.push(asks('CHG-04', 'supervisor', { recorded: change.cause, cause }, 'ask_supervisor'));
  const given = rules ? { by: actor.id, role: actor.role, reason, at: now } : withoutRequester(approval);
  if (given?.by === change.requestedBy)
    findings.push(blocks('SEP-01', { by: given.by, asked: 'CHG-04' }, 'ask_supervisor'));
  const counted = cause !== 'customer' && (change.counted || change.cause === 'customer');
  const shortNotice = counted && change.noticeLeadMin < standard.get('change.noticeMin');
  return {
    findings,
    events: given
      ? [
          {
            type: 'appointment.cause_ruled',
            data: {
              version: appointmentVersion,
              from: change.cause,
              to: cause,
              counted,
              shortNotice,
              approval: given,
            },
          },
        ]
      : [],
  };
};

/** The order after a ruling: the change under its new cause, the count, and the clock without a stop that nothing holds any more. */
export function withRuledCause(order: Order, ruling: OrderEvents['appointment.cause_ruled']): Order {
  const { version, to, counted, shortNotice, approval } = ruling;
  const ruled = order.appointments.find((one) => one.version === version);
  if (!ruled?.change) return order;
  const { change } = ruled;
  const stoodOn = ({ reason, from }: Pause) => reason === 'customer_wish' && from === ruled.confirmedAt;
  const last = order.appointments.findLast((one) => one.change !== null)?.version === version;
  return {
    ...order,
    appointments: order.appointments.map((one) =>
      one.version === version
        ? {
            ...one,
            change: {
              ...change,
              cause: to,
              counted,
              shortNotice,
              ruled: { ...approval, first: change.ruled?.first ?? change.cause },
            },
          }
        : one,
    ),
    companyChangeCount: order.companyChangeCount + Number(counted) - Number(change.counted),
    lastCause: last ? to : order.lastCause,
    pauses: to === 'customer' ? order.pauses : order.pauses.filter((pause) => !stoodOn(pause)),
  };
}

export const CAUSE_RULES = { 'order.rule_cause': ruleCause };
