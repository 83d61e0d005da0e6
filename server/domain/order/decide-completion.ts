import { currentAppointment } from '../appointment/current.ts';
import { judgeAssetRecord } from '../asset/asset-record.ts';
import { asks, blocks, isGiven, mayApprove, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { isChurn } from '../callback/closing.ts';
import { judgeCause, promisedContact } from '../fault/judge-cause.ts';
import { currentVisit, finishedVisit } from '../visit/current-visit.ts';
import { judgeObserved, judgeSigned, judgeTests } from '../visit/judge-visit.ts';
import { finished, stepped } from '../visit/step-visit.ts';
import type { DecisionContext } from './decision.ts';
import type { Order } from './order.ts';
import type { OrderEvent } from './order-event.ts';
import { DESK_TYPES } from './order-type.ts';
import type { Propose } from './proposal.ts';
import { outOfState } from './proposal.ts';

/**
 * order.resolve (DONE-01…03, DONE-11, ATTR-01): the five guarantees hold and a fault has its cause. Resolving while a trip is still
 * open ends it. Desk types are resolved without a visit (§0.4 14).
 */
const resolve: Propose<'order.resolve'> = (order, { causeSide, causeCode }, context) => {
  const { standard, now } = context;
  const open = currentVisit(order);
  const visit = open ?? finishedVisit(order);
  const events: OrderEvent[] = [];
  const findings: Finding[] = [];
  if (order.status !== 'in_progress') {
    if (!DESK_TYPES.has(order.type)) return outOfState(order, 'order.resolve', 'a finished visit');
  } else if (!visit || (open && open.enteredAt === null)) {
    return outOfState(order, 'order.resolve', 'a finished visit');
  } else {
    findings.push(
      ...judgeSigned(visit),
      ...judgeTests(order, visit, visit.signature?.reason ?? undefined, standard),
    );
    if (open) {
      findings.push(...judgeObserved(order, open, standard, now));
      events.push(stepped('visit.finish', open, finished(open, now)));
    }
  }
  findings.push(...judgeCause(order, causeSide, causeCode));
  const exclusion = exclusionGiven(order, causeSide, context);
  events.push(
    { type: 'order.resolved', data: { causeSide: causeSide ?? null, ...(causeCode ? { causeCode } : {}) } },
    ...promisedContact(causeCode, standard, now),
    ...exclusion.events,
  );
  return { findings: [...findings, ...exclusion.findings], events };
};

/** ATTR-08: a customer-side cause leaves the KPIs only with the approval of a supervisor or NOC; without it, it counts. */
function exclusionGiven(
  _order: Order,
  causeSide: string | undefined,
  { approval }: DecisionContext,
): { findings: readonly Finding[]; events: readonly OrderEvent[] } {
  if (causeSide !== 'customer_side') return { findings: [], events: [] };
  const valid = approval && approval.by !== approval.requestedBy && mayApprove(approval.role, 'noc');
  if (!valid || !approval.reason.trim())
    return { findings: [warns('ATTR-08', { excluded: false }, 'ask_supervisor')], events: [] };
  const { requestedBy: _requester, ...given } = approval;
  return { findings: [], events: [{ type: 'order.excluded', data: { approval: given } }] };
}

/** order.reply (DONE-05, DONE-10): a fault is answered only when it was restored, an installation with its record filed. */
const reply: Propose<'order.reply'> = (order, { filed }) => ({
  findings: [
    ...(order.type === 'fault' && order.restoredAt === null
      ? [blocks('DONE-05', { restoredAt: null }, 'record_restoration')]
      : []),
    ...judgeAssetRecord(order, filed),
  ],
  events: [{ type: 'order.replied', data: filed ? { filed } : {} }],
});

/** BLOK-05: not installable for reasons outside; the supervisor decides, with a reason for the list of later customers. */
const unserviceable: Propose<'order.unserviceable'> = (order, { reason }) => {
  const events: OrderEvent[] = [];
  if (currentAppointment(order)) events.push({ type: 'appointment.ended', data: { outcome: 'cancelled' } });
  events.push({ type: 'order.unserviceable', data: { reason } });
  return {
    findings: [
      ...(isGiven(reason) ? [] : [blocks('BLOK-05', { missing: 'reason' }, 'give_reason')]),
      asks('BLOK-05', 'supervisor', { reason: reason ?? null }, 'ask_supervisor'),
    ],
    events,
  };
};

/** INTK-09: a removal that the retention talk prevented; nobody rolls out, and the callback at the counter is still owed (CALL-04, E-105). */
const retain: Propose<'order.retain'> = (order, { reason }) => {
  if (!isChurn(order)) return outOfState(order, 'order.retain', 'a removal');
  return {
    findings: isGiven(reason) ? [] : [blocks('INTK-09', { missing: 'reason' }, 'give_reason')],
    events: [{ type: 'order.retained', data: { reason } }],
  };
};

export const COMPLETION_RULES = {
  'order.unserviceable': unserviceable,
  'order.retain': retain,
  'order.resolve': resolve,
  'order.reply': reply,
};
