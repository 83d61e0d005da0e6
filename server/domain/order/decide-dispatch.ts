import { currentAppointment } from '../appointment/current.ts';
import { blocks, isGiven, mayApprove, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { PHONE_FIELD } from '../hold/number-doubt.ts';
import { isInsideNotice, judgeAssignment } from '../technician/judge-assignment.ts';
import { currentVisit } from '../visit/current-visit.ts';
import { abortVisit } from '../visit/step-visit.ts';
import { judgeReadiness } from './decide-intake.ts';
import type { DecisionContext } from './decision.ts';
import { expertDue } from './due-events.ts';
import type { Order } from './order.ts';
import type { OrderEvent } from './order-event.ts';
import type { Proposal, Propose } from './proposal.ts';
import { outOfState, passes } from './proposal.ts';

const review: Propose<'order.review'> = () => passes({ type: 'order.reviewed', data: {} });

/** DISP-03: the expert seat takes a fault within its two hours, and solves it or hands it on to dispatch. */
const remote: Propose<'order.remote'> = (order, { result }, { now, standard }) => {
  if (order.type !== 'fault') return outOfState(order, 'order.remote', 'fault');
  const waiting = order.status === 'remote_handling';
  if (result === 'started') {
    if (waiting) return outOfState(order, 'order.remote', 'draft or pending_dispatch');
    const dueAt = expertDue(order, standard);
    const late = now < dueAt ? [] : [blocks('DISP-03', { dueAt })];
    return {
      findings: [...judgeReadiness(order), ...late],
      events: [{ type: 'order.remote_started', data: {} }],
    };
  }
  if (!waiting) return outOfState(order, 'order.remote', 'remote_handling');
  return passes({ type: 'order.remote_ended', data: { solved: result === 'solved' } });
};

const complete: Propose<'order.complete'> = (order, payload) => {
  const fields = payload.fields ?? [];
  const retention =
    payload.churnReason === undefined && payload.retentionLevel === undefined
      ? null
      : {
          churnReason: payload.churnReason ?? order.retention?.churnReason ?? null,
          level: payload.retentionLevel ?? order.retention?.level ?? null,
        };
  const missing = order.missing.filter((field) => !fields.includes(field));
  const waiting = judgeReadiness({ ...order, missing, retention: retention ?? order.retention });
  const ready = order.type === 'complaint' ? 'in_review' : 'pending_dispatch';
  return {
    findings: waiting.map(({ rule, facts }) => warns(rule, facts)),
    events: [
      { type: 'order.completed', data: { fields, retention, status: waiting.length > 0 ? 'draft' : ready } },
    ],
  };
};

/** DISP-07…09 and what the intake still lacks; the first dispatch stops the dispatch timer and starts the reply clock. */
const dispatch: Propose<'order.dispatch'> = (order, { technicianId }, context) => {
  const notReady = judgeReadiness(order);
  if (notReady.length > 0) return { findings: notReady, events: [] };
  if (order.status === 'draft' || order.status === 'in_review') return outOfState(order, 'order.dispatch');
  const findings = judgeGiven(order, context);
  const events: OrderEvent[] = [];
  if (order.status === 'remote_handling')
    events.push({ type: 'order.remote_ended', data: { solved: false } });
  events.push({
    type: 'order.dispatched',
    data: { technicianId, accompanied: isAccompanied(findings, context) },
  });
  return { findings, events };
};

/**
 * CHG-06, DISP-10: another person at the same time is no change; the status and every upstream clock stay. The same person at another
 * time of the day is none either: nothing comes of it but the new place.
 */
const reassign: Propose<'order.reassign'> = (order, { technicianId, reason }, context) => {
  const stays = order.technicianId === technicianId;
  if (order.technicianId === null || (stays && !movesTo(context.slot, order)))
    return outOfState(order, 'order.reassign', 'another technician or time');
  if (currentVisit(order)) return outOfState(order, 'order.reassign', 'no visit under way');
  const findings = judgeGiven(order, context);
  if (stays) return { findings, events: [] };
  const insideNotice = isInsideNotice(order, context.standard, context.now);
  return {
    findings,
    events: [
      {
        type: 'order.reassigned',
        data: {
          from: order.technicianId,
          technicianId,
          reason: reason ?? null,
          insideNotice,
          accompanied: isAccompanied(findings, context),
        },
      },
    ],
  };
};

function movesTo(slot: DecisionContext['slot'], { planned }: Order): boolean {
  return slot !== null && (slot.start !== planned?.start || slot.end !== planned.end);
}

/** Another fault of the same account being open, an uncorrected mismatch: pointed out, the visit itself waits for VRFY-01. */
function judgeGiven(order: Order, context: DecisionContext): readonly Finding[] {
  const { technician, slot, bookings, standard, now } = context;
  if (!technician) return [blocks('DISP-07', { technician: null }, 'choose_technician')];
  const findings = [...judgeAssignment({ order, technician, slot, bookings, standard, now })];
  const open = order.mismatches.filter(({ correctedAt }) => correctedAt === null).map(({ field }) => field);
  if (open.length > 0) findings.push(warns('DISP-04', { fields: open }, 'correct_and_verify'));
  return findings;
}

/** Whether the missing certificate was approved: the person goes with a certified colleague. */
function isAccompanied(findings: readonly Finding[], { approval }: DecisionContext): boolean {
  const asked = findings.find(({ rule, kind }) => rule === 'DISP-07' && kind === 'approval');
  return asked !== undefined && approval !== null && mayApprove(approval.role, asked.approver);
}

const unassign: Propose<'order.unassign'> = (order, { reason }) => {
  if (order.technicianId === null) return outOfState(order, 'order.unassign', 'technician');
  const findings = isGiven(reason) ? [] : [blocks('ACPT-02', { missing: 'reason' }, 'give_reason')];
  if (order.lock?.technicianId)
    findings.push(blocks('LOCK', { lockedTo: order.lock.technicianId }, 'unlock_first'));
  return {
    findings,
    events: [{ type: 'order.unassigned', data: { from: order.technicianId, reason } }],
  };
};

/** ACPT-01: the person in charge, and only that one, accepts once. */
const accept: Propose<'order.accept'> = (order, payload, { actor }) => {
  const assignment = order.assignments.at(-1);
  const technicianId = payload.technicianId ?? actor.technicianId ?? order.technicianId;
  if (!assignment || assignment.endedAt !== null || assignment.acceptedAt !== null)
    return outOfState(order, 'order.accept', 'an assignment not yet accepted');
  if (technicianId !== assignment.technicianId)
    return outOfState(order, 'order.accept', assignment.technicianId);
  return passes({ type: 'order.accepted', data: { technicianId } });
};

/** ACPT-02: returned only with a reason. */
const giveBack: Propose<'order.return'> = (order, { reason }) => {
  if (order.technicianId === null) return outOfState(order, 'order.return', 'technician');
  return {
    findings: isGiven(reason) ? [] : [blocks('ACPT-02', { missing: 'reason' }, 'give_reason')],
    events: [{ type: 'order.returned', data: { from: order.technicianId, reason } }],
  };
};

/** DISP-04: facts that differ from the order send it back to dispatch; found on the doorstep they end the trip, too. */
const mismatch: Propose<'order.mismatch'> = (order, { field, causedBy }, { now }) => {
  if (!isGiven(field))
    return { findings: [blocks('DISP-04', { missing: 'field' }, 'name_field')], events: [] };
  const visit = currentVisit(order);
  const events: OrderEvent[] = [];
  if (order.status === 'in_progress' && !visit) return outOfState(order, 'order.mismatch', 'unfinished work');
  if (visit) {
    if (visit.enteredAt !== null) return outOfState(order, 'order.mismatch', 'not yet in the home');
    events.push(abortVisit(visit, causedBy === 'customer' ? 'aborted_customer' : 'left_blocked', now));
    // one that we had missed before stays missed by us
    if (currentAppointment(order))
      events.push({
        type: 'appointment.ended',
        data: { outcome: causedBy === 'customer' ? 'missed_customer' : 'missed_company' },
      });
  }
  events.push({ type: 'order.mismatched', data: { field, causedBy } });
  return passes(...events);
};

/** VRFY-01; the right number lets an order go on that waited for it (E-55). */
const verify: Propose<'order.verify'> = (order, { fields = [] }) => {
  const events: OrderEvent[] = [{ type: 'order.verified', data: fields.length > 0 ? { fields } : {} }];
  if (order.status === 'on_hold_customer' && order.hold?.undecided && fields.includes(PHONE_FIELD))
    events.push({ type: 'hold.ended', data: { status: 'accepted' } });
  return passes(...events);
};

const place: Propose<'order.place'> = (_order, payload) =>
  passes({ type: 'order.placed', data: { place: payload.place } });

/** A duplicate, or the child of an outage: linked to it first, so that its own clocks go on (OUTG-02). */
const merge: Propose<'order.merge'> = (order, { into }, { outage }): Proposal => {
  if (into === order.id) return outOfState(order, 'order.merge', 'another order');
  const linked: OrderEvent[] =
    outage?.id === into && order.outageId !== into
      ? [{ type: 'order.outage_linked', data: { outageId: into } }]
      : [];
  return passes(...linked, { type: 'order.merged', data: { into } });
};

const cancel: Propose<'order.cancel'> = (order, { by, reason }, { now }) => {
  if (!isGiven(reason)) return outOfState(order, 'order.cancel', 'reason');
  const visit = currentVisit(order);
  const events: OrderEvent[] = [];
  if (visit) events.push(abortVisit(visit, 'aborted_customer', now));
  if (currentAppointment(order)) events.push({ type: 'appointment.ended', data: { outcome: 'cancelled' } });
  events.push({ type: 'order.cancelled', data: { by, reason } });
  return passes(...events);
};

/** Rules of intake's follow-up, dispatch and acceptance. */
export const DISPATCH_RULES = {
  'order.review': review,
  'order.remote': remote,
  'order.complete': complete,
  'order.dispatch': dispatch,
  'order.reassign': reassign,
  'order.unassign': unassign,
  'order.accept': accept,
  'order.return': giveBack,
  'order.mismatch': mismatch,
  'order.verify': verify,
  'order.place': place,
  'order.merge': merge,
  'order.cancel': cancel,
};
