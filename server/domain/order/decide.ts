import { APPOINTMENT_RULES } from '../appointment/decide-appointment.ts';
import { CAUSE_RULES } from '../appointment/rule-cause.ts';
import { blocks, settleApprovals } from '../base/finding.ts';
import type { Finding, Verdict } from '../base/verdict.ts';
import { verdictOf } from '../base/verdict.ts';
import { CALLBACK_RULES } from '../callback/decide-callback.ts';
import { COMPLAINT_RULES } from '../complaint/decide-complaint.ts';
import { CONTACT_RULES } from '../contact/decide-contact.ts';
import { judgeTimeInCutover } from '../cutover/judge-cutover.ts';
import { DAMAGE_RULES } from '../damage/decide-damage.ts';
import { QUESTION_RULES } from '../first-ask/decide-question.ts';
import { FOLLOW_UP_RULES } from '../follow-up/decide-follow-up.ts';
import { HOLD_RULES } from '../hold/decide-hold.ts';
import { OUTAGE_LINE_RULES } from '../outage/decide-line.ts';
import { judgeTruckRoll } from '../outage/judge-outage.ts';
import { SITE_RULES } from '../readiness/decide-site.ts';
import { judgeWords } from '../script/outgoing.ts';
import { CLOCK_RULES } from '../visit/confirm-times.ts';
import { VISIT_RULES } from '../visit/decide-visit.ts';
import { COMPANION_RULES } from './decide-companion.ts';
import { COMPLETION_RULES } from './decide-completion.ts';
import { DISPATCH_RULES } from './decide-dispatch.ts';
import { decideIntake } from './decide-intake.ts';
import { LOCK_RULES } from './decide-lock.ts';
import { PROGRESS_RULES } from './decide-progress.ts';
import type { Decision, DecisionContext } from './decision.ts';
import { MOVE_PARENT_STEPS } from './move.ts';
import type { Order } from './order.ts';
import type { OrderCommand, OrderCommandType } from './order-command.ts';
import { ORDER_STEPS } from './order-states.ts';
import type { Proposal, Propose } from './proposal.ts';
import { outOfState } from './proposal.ts';

type Rules = { [T in Exclude<OrderCommandType, 'order.intake'>]: Propose<T> };

const RULES: Rules = {
  ...DISPATCH_RULES,
  ...LOCK_RULES,
  ...COMPANION_RULES,
  ...CONTACT_RULES,
  ...APPOINTMENT_RULES,
  ...HOLD_RULES,
  ...VISIT_RULES,
  ...CAUSE_RULES,
  ...CLOCK_RULES,
  ...COMPLETION_RULES,
  ...PROGRESS_RULES,
  ...CALLBACK_RULES,
  ...DAMAGE_RULES,
  ...FOLLOW_UP_RULES,
  ...OUTAGE_LINE_RULES,
  ...QUESTION_RULES,
  ...COMPLAINT_RULES,
  ...SITE_RULES,
};

/**
 * The rule gate: what a command may do to an order, at `context.now`. Any block refuses, an approval not validly given asks for it,
 * else the events follow (§0.4 1). Only an accepted decision carries events; nothing is ever allowed by an error.
 */
export function decideOrder(order: Order | null, command: OrderCommand, context: DecisionContext): Decision {
  const proposal = propose(order, command, context);
  const findings = [
    ...proposal.findings,
    ...judgeTrip(order, command, context),
    ...judgeTimeInCutover(order, command, context.slot, context.cutovers ?? []),
    ...judgeWords(command, context.standard.id),
  ];
  const verdict: Verdict = verdictOf(settleApprovals(findings, context.approval));
  return { verdict, events: verdict.outcome === 'accepted' ? proposal.events : [] };
}

/** OUTG-01: neither dispatched nor set out for while the line's outage is open. */
function judgeTrip(
  order: Order | null,
  { type }: OrderCommand,
  { outage }: DecisionContext,
): readonly Finding[] {
  if (!order || !outage || (type !== 'order.dispatch' && type !== 'visit.depart')) return [];
  if (!ORDER_STEPS[type].from.includes(order.status)) return [];
  return judgeTruckRoll(order, [outage]);
}

function propose(order: Order | null, command: OrderCommand, context: DecisionContext): Proposal {
  if (command.type === 'order.intake')
    return order ? outOfState(order, command.type) : decideIntake(command.payload, context);
  if (!order) return { findings: [blocks('STATE', { step: command.type, status: null })], events: [] };
  if (!ORDER_STEPS[command.type].from.includes(order.status)) return outOfState(order, command.type);
  if (order.childIds.length > 0 && !MOVE_PARENT_STEPS.has(command.type))
    return outOfState(order, command.type, `a child of the move: ${order.childIds.join(' or ')}`);
  const rule = RULES[command.type] as Propose<typeof command.type>;
  return rule(order, command.payload as never, context);
}
