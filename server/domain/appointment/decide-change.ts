import type { ApprovalForCommand } from '../base/finding.ts';
import { isGiven, settleApprovals } from '../base/finding.ts';
import { pauseClock, pauseRunning } from '../hold/pause.ts';
import type { DecisionContext } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState, passes } from '../order/proposal.ts';
import { currentVisit } from '../visit/current-visit.ts';
import { abortVisit } from '../visit/step-visit.ts';
import type { Appointment, ApprovalGiven, ChangeRequest } from './appointment.ts';
import { nextVersion, servableAppointment } from './current.ts';
import type { ChangeJudgement, ChangeWish } from './judge-change.ts';
import { judgeChange } from './judge-change.ts';

/** The approval as the ledger keeps it. */
export const withoutRequester = (approval: ApprovalForCommand | null): ApprovalGiven | null =>
  approval && { by: approval.by, role: approval.role, reason: approval.reason, at: approval.at };

/**
 * appointment.change (CHG-01…11). A visit under way stops every change but the customer's own, and that only before entry (CHG-10).
 * Not reached: the request waits and the old promise binds. Refused by the customer: recorded, nothing counted (CHG-08).
 */
export const change: Propose<'appointment.change'> = (order, payload, context) => {
  const promise = servableAppointment(order);
  if (!promise) return outOfState(order, 'appointment.change', 'appointment');
  const visit = currentVisit(order);
  if (visit && (payload.cause !== 'customer' || visit.enteredAt !== null))
    return outOfState(order, 'appointment.change', 'a visit not yet under way');
  if (!visit && order.status === 'in_progress') return outOfState(order, 'appointment.change');
  const judged = judgeChange({ ...context, order, request: payload, approval: null });
  const wish = { ...payload, reason: payload.reason ?? '' };
  if (payload.agreed === false)
    return { findings: judged.findings, events: [requested(order, wish, judged, context, 'refused')] };
  if (payload.reached === false)
    return { findings: judged.findings, events: [requested(order, wish, judged, context, 'notifying')] };
  const effect = takeEffect(order, promise, wish, judged, context);
  return { findings: [...judged.findings, ...effect.findings], events: effect.events };
};

function requested(
  order: Order,
  wish: ChangeWish,
  judged: ChangeJudgement,
  { actor, now, approval }: DecisionContext,
  state: ChangeRequest['state'],
): OrderEvent {
  return {
    type: 'appointment.change_requested',
    data: {
      request: {
        state,
        start: wish.start,
        end: wish.end ?? wish.start,
        cause: wish.cause ?? 'company',
        reason: wish.reason ?? '',
        requestedBy: actor.id,
        requestedAt: now,
        ...(wish.earlyOffer ? { earlyOffer: true } : {}),
        approval: withoutRequester(approval),
        lapsesAt: judged.closesAt ?? order.intakeAt,
      },
    },
  };
}

/** The agreed change: the old version is superseded, the new one carries cause, notice and approval (§22.2). */
function takeEffect(
  order: Order,
  promise: Appointment,
  wish: ChangeWish,
  judged: ChangeJudgement,
  { actor, now, standard, approval }: DecisionContext,
  requestedAt: number = now,
) {
  const cause = wish.cause ?? 'company';
  const visit = currentVisit(order);
  const pause = clockOfChange(order, promise, cause, wish.start, standard, now);
  const events: OrderEvent[] = [];
  if (visit) events.push(abortVisit(visit, 'aborted_customer', now));
  events.push(...pause.events, {
    type: 'appointment.changed',
    data: {
      superseded: promise.version,
      appointment: {
        version: nextVersion(order),
        start: wish.start,
        end: wish.end ?? wish.start,
        proposedBy: cause === 'customer' ? 'customer' : 'company',
        confirmedAt: now,
        confirmedBy: actor.id,
        channel: 'phone',
        outcome: null,
        endedAt: null,
        change: {
          cause,
          reason: wish.reason ?? '',
          requestedBy: actor.id,
          requestedAt,
          notifiedAt: wish.notifiedAt ?? now,
          noticeLeadMin: judged.noticeLeadMin ?? 0,
          shortNotice: judged.shortNotice,
          counted: judged.counted,
          approval: withoutRequester(approval),
        },
        lateness: null,
      },
    },
  });
  return { findings: pause.findings, events };
}

/** CHG-10: a postponement that the customer asked for stops the clock until the new start; a running pause never outlasts it. */
function clockOfChange(
  order: Order,
  promise: Appointment,
  cause: string,
  start: number,
  standard: DecisionContext['standard'],
  now: number,
) {
  if (cause === 'customer' && start > promise.start)
    return pauseClock(order, 'customer_wish', start, null, standard, now);
  const running = pauseRunning(order, now);
  const ends = running && (running.until === null || running.until > start);
  return {
    findings: [],
    events: ends ? [{ type: 'clock.resumed' as const, data: { at: start } }] : [],
  };
}

/** appointment.reached: the customer of the open request is reached now and agrees, or keeps the old time (CHG-08). */
export const reached: Propose<'appointment.reached'> = (order, { agreed }, context) => {
  const open = order.changeRequest;
  const promise = servableAppointment(order);
  if (open?.state !== 'notifying' || !promise || context.now > open.lapsesAt)
    return outOfState(order, 'appointment.reached', 'an open change request');
  if (agreed === false) return passes({ type: 'appointment.change_ended', data: { state: 'refused' } });
  const wish: ChangeWish = { ...open, notifiedAt: context.now };
  const judged = judgeChange({
    ...context,
    order: { ...order, changeRequest: null },
    request: wish,
    approval: null,
  });
  const before =
    isGiven(open.approval?.reason) && open.approval
      ? { ...open.approval, requestedBy: open.requestedBy }
      : null;
  const approval = context.approval ?? before;
  const effect = takeEffect(order, promise, wish, judged, { ...context, approval }, open.requestedAt);
  return {
    findings: [...settleApprovals(judged.findings, before), ...effect.findings],
    events: effect.events,
  };
};

export const withdraw: Propose<'appointment.withdraw'> = (order) =>
  order.changeRequest?.state === 'notifying'
    ? passes({ type: 'appointment.change_ended', data: { state: 'withdrawn' } })
    : outOfState(order, 'appointment.withdraw', 'an open change request');
