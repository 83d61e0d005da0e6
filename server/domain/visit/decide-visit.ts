import { currentAppointment, servableAppointment } from '../appointment/current.ts';
import { withoutRequester } from '../appointment/decide-change.ts';
import { blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { DecisionContext } from '../order/decision.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommands } from '../order/order-command.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Proposal, Propose } from '../order/proposal.ts';
import { outOfState, passes } from '../order/proposal.ts';
import { photosField, withPhotos } from '../photo/photo.ts';
import { MINUTE } from '../time/zone.ts';
import { currentVisit } from './current-visit.ts';
import { decideBlock } from './decide-block.ts';
import { decideDepart } from './decide-depart.ts';
import { decideLeaveNoAnswer } from './decide-no-answer.ts';
import { decidePastHours, pastWindow } from './decide-past-hours.ts';
import { decideTurnedAway } from './decide-turned-away.ts';
import { workedOn } from './device.ts';
import { told, untold } from './device-clock.ts';
import {
  judgeFee,
  judgeRisk,
  judgeRouting,
  judgeSatisfied,
  judgeServiceAffecting,
  judgeWorkmanshipPhoto,
} from './judge-site.ts';
import { judgeEntryHours, judgeObserved, judgeSigned, judgeTests } from './judge-visit.ts';
import { promiseMet } from './promise-met.ts';
import { answerOf, copiesOf, judgeSheet, saysDissatisfied, signatureHashOf } from './sheet.ts';
import { failedUnderWatch, finished, stepped } from './step-visit.ts';
import { judgeTicks, ticked } from './ticks.ts';
import type { Visit } from './visit.ts';
import { VISIT_STEPS } from './visit-states.ts';

/** ARITH-06: a device's time far from the server's is kept beside it and waits for a supervisor before a figure uses it. */
function judgeSkew(payload: { occurredAt?: number }, { now, standard }: DecisionContext): readonly Finding[] {
  const { occurredAt } = payload;
  if (occurredAt === undefined || Math.abs(now - occurredAt) <= standard.get('offline.maxSkewMin') * MINUTE)
    return [];
  return [warns('ARITH-06', { occurredAt, receivedAt: now }, 'confirm_time')];
}

type StepType = keyof typeof VISIT_STEPS;

/** Wraps a visit step: its trip must be in a state from which the table allows it (§22.3). */
function step<T extends StepType>(
  type: T,
  rules: (order: Order, visit: Visit, payload: OrderCommands[T], context: DecisionContext) => Proposal,
): Propose<T> {
  return (order, payload, context) => {
    const visit = currentVisit(order);
    if (!visit) return outOfState(order, type, 'a visit under way');
    if (!VISIT_STEPS[type].from.includes(visit.status)) {
      const proposal = outOfState(order, type, VISIT_STEPS[type].from.join(' or '));
      return { ...proposal, findings: [blocks('STATE', { step: type, visit: visit.status })] };
    }
    const seen = { ...visit, ...photosField(withPhotos(visit.photos, payload.photos, context.now)) };
    const trip = ticked(told(seen, type, payload.occurredAt), payload.checks, context.now);
    const proposal = rules(order, workedOn(trip, type, payload.device), payload, context);
    return { ...proposal, findings: [...proposal.findings, ...judgeSkew(payload, context)] };
  };
}

const arrive = step('visit.arrive', (_order, visit, payload, { standard, now }) => {
  const distanceM = payload.distanceM ?? 0;
  const fence = standard.get('arrive.geofenceM');
  const findings: Finding[] = [];
  if (distanceM > fence && !payload.reason?.trim())
    findings.push(blocks('TRAV-02', { distanceM, fenceM: fence, missing: 'reason' }, 'give_reason'));
  return {
    findings,
    events: [
      stepped(
        'visit.arrive',
        visit,
        {
          status: 'arrived',
          arrivedAt: now,
          arrivalDistanceM: distanceM,
          arrivalReason: payload.reason ?? null,
        },
        payload,
      ),
    ],
  };
});

const knock = step('visit.knock', (_order, visit, payload, { now }) =>
  passes(
    stepped(
      'visit.knock',
      visit,
      { status: 'waiting_no_answer', firstKnockAt: visit.firstKnockAt ?? now },
      payload,
    ),
  ),
);

const enter = step('visit.enter', (order, visit, payload, context) => ({
  findings: judgeEntryHours(order, visit, context.standard, context.now),
  events: [
    stepped('visit.enter', visit, { status: 'entered', enteredAt: context.now }, payload),
    ...promiseMet(order, { ...visit, enteredAt: context.now }, context),
  ],
}));

/** The work begins, or begins again (SITE-23): what was settled with the customer before it (SITE-07, SITE-13, SITE-14). */
const work = step('visit.work', (order, visit, payload, context) => {
  const again = visit.workStartedAt !== null;
  const { advice, risk, serviceAffecting } = payload;
  const routingAgreed =
    payload.routingAgreed ?? (visit.checks?.agree_routing === undefined ? undefined : true);
  return {
    findings: [
      ...pastWindow(order, visit, context),
      ...(again ? [] : judgeRouting(order, { routingAgreed, advice })),
      ...judgeRisk(payload),
      ...judgeServiceAffecting(payload),
    ],
    events: [
      stepped(
        'visit.work',
        visit,
        {
          status: 'working',
          workStartedAt: visit.workStartedAt ?? context.now,
          ...(routingAgreed === undefined
            ? {}
            : { routing: { agreed: routingAgreed, advice: advice ?? null } }),
          ...(risk ? { riskConsentAt: context.now } : {}),
          ...(serviceAffecting ? { serviceAffecting: withoutRequester(context.approval) } : {}),
        },
        payload,
      ),
    ],
  };
});

const test = step('visit.test', (order, visit, payload, context) => ({
  findings: [
    ...pastWindow(order, visit, context),
    ...judgeTicks('visit.test', order, visit, payload.checks),
    ...judgeWorkmanshipPhoto(order, visit, payload.photos),
  ],
  events: [
    stepped(
      'visit.test',
      visit,
      {
        status: 'testing',
        testedAt: context.now,
        tests: {
          threeOnes: payload.threeOnes ?? true,
          downMbps: payload.downMbps ?? null,
          reason: payload.reason ?? null,
        },
      },
      payload,
    ),
  ],
}));

/** The line is live. After a failure under watch it is live from now on, and watched from now on (SITE-10). */
const activate = step('visit.activate', (_order, visit, payload, { now }) =>
  passes(
    stepped(
      'visit.activate',
      visit,
      {
        activatedAt: visit.activatedAt ?? now,
        temporary: payload.temporary ?? false,
        ...(failedUnderWatch(visit) ? { observeStartedAt: now } : {}),
      },
      payload,
    ),
  ),
);

/** The watch begins; one that begins again after a failure says that the line is back. */
const observe = step('visit.observe', (_order, visit, payload, { now }) =>
  passes(
    stepped(
      'visit.observe',
      visit,
      {
        status: 'observing',
        observeStartedAt: now,
        ...(failedUnderWatch(visit) ? { activatedAt: now } : {}),
      },
      payload,
    ),
  ),
);

/** SITE-10: any new failure starts the watch again, and what failed was not restored. */
const observeFailed = step('visit.observe_failed', (order, visit, payload, { now }) => {
  if (visit.observeStartedAt === null) return outOfState(order, 'visit.observe_failed', 'visit.observe');
  const lost = order.type === 'fault' && visit.activatedAt !== null;
  return passes(
    stepped(
      'visit.observe_failed',
      visit,
      {
        status: 'observing',
        observeStartedAt: now,
        ...(lost ? { activatedAt: null, failedAt: now, occurred: untold(visit, 'visit.activate') } : {}),
      },
      payload,
    ),
  );
});

/**
 * The sheet is the customer's to fill and sign, right after the tests (DONE-01, DONE-02, DONE-03, SITE-08, SITE-09), the handing over (SITE-17,
 * SITE-23) and the invoice (SITE-19).
 */
const sign = step('visit.sign', (order, visit, payload, { now, standard }) => {
  const refused = payload.refused ?? false;
  const hash = signatureHashOf(payload);
  const answer = answerOf(payload);
  const satisfied = answer && saysDissatisfied(answer, standard) ? false : payload.satisfied;
  const findings: Finding[] = [
    ...judgeTests(order, visit, payload.reason, standard),
    ...judgeTicks('visit.sign', order, visit, payload.checks),
    ...judgeFee(payload),
    ...judgeSatisfied(order, { ...payload, satisfied }, payload.reason),
    ...judgeSheet(payload, standard),
  ];
  const signature = {
    filledBy: payload.filledBy,
    refused,
    reason: payload.reason ?? null,
    ...(hash ? { hash } : {}),
    ...(payload.device ? { device: payload.device } : {}),
    ...(answer ? { answer } : {}),
    ...(refused ? {} : { copies: copiesOf(standard) }),
  };
  const events: OrderEvent[] = [
    stepped(
      'visit.sign',
      visit,
      {
        status: 'signing',
        signedAt: now,
        signature,
        ...(satisfied === undefined ? {} : { satisfied }),
        ...(payload.chargedAmount
          ? { fee: { amount: payload.chargedAmount, invoiceNo: payload.invoiceNo ?? '' } }
          : {}),
      },
      payload,
    ),
  ];
  if (refused)
    events.push({ type: 'follow_up.noted', data: { rule: 'DONE-02', reason: payload.reason ?? '' } });
  for (const { rule, kind } of findings)
    if (kind === 'warning' && (rule === 'SITE-09' || rule === 'SITE-23'))
      events.push({
        type: 'follow_up.noted',
        data: { rule, reason: payload.reason ?? visit.tests?.reason ?? '' },
      });
  return { findings, events };
});

/** Leaving with the work done: signed or the refusal documented (DONE-01…03), a repair watched (SITE-10), tidy (SITE-18, DONE-04). */
const finish = step('visit.finish', (order, visit, payload, context) => ({
  findings: [
    ...judgeSigned(visit),
    ...judgeObserved(order, visit, context.standard, context.now),
    ...judgeTicks('visit.finish', order, visit, payload.checks),
    ...pastWindow(order, visit, context),
  ],
  events: [
    stepped(
      'visit.finish',
      visit,
      finished(visit, context.now),
      // a second visit that was approved is still to come (SITE-01)
      { ...payload, ...(currentAppointment(order) ? { status: 'appointed' as const } : {}) },
    ),
  ],
}));

/**
 * SITE-26: a conflict that cannot be settled. The crew gives way at once: nothing stands in the way of leaving, the time is found anew,
 * and the area lead is told where it was.
 */
const safety = step('visit.safety', (order, visit, payload, context) => ({
  findings: [warns('SITE-26', { visit: visit.status }, 'call_police_if_needed')],
  events: [
    stepped(
      'visit.safety',
      visit,
      { status: 'aborted_safety', leftAt: context.now },
      { ...payload, status: 'pending_appointment' },
    ),
    ...endOfPromise(order, visit, context),
    { type: 'follow_up.noted', data: { rule: 'SITE-26', reason: payload.reason } },
  ],
}));

/** A promise that the trip leaves open: kept by the arrival, broken by us when nobody came. */
function endOfPromise(order: Order, visit: Visit, context: DecisionContext): readonly OrderEvent[] {
  const promise = servableAppointment(order);
  if (!promise || promise.outcome !== null) return [];
  return visit.arrivedAt === null
    ? [{ type: 'appointment.ended', data: { outcome: 'cancelled' } }]
    : promiseMet(order, visit, context);
}

export const VISIT_RULES = {
  'visit.depart': decideDepart,
  'visit.arrive': arrive,
  'visit.knock': knock,
  'visit.enter': enter,
  'visit.leave_no_answer': step('visit.leave_no_answer', decideLeaveNoAnswer),
  'visit.turned_away': step('visit.turned_away', decideTurnedAway),
  'visit.work': work,
  'visit.test': test,
  'visit.activate': activate,
  'visit.observe': observe,
  'visit.observe_failed': observeFailed,
  'visit.sign': sign,
  'visit.block': step('visit.block', decideBlock),
  'visit.past_hours': step('visit.past_hours', decidePastHours),
  'visit.finish': finish,
  'visit.safety': safety,
};
