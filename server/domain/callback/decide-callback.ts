import type { Instant } from '../base/brand.ts';
import { blocks, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { performersOf } from '../order/companion.ts';
import type { CallbackRecord, Order } from '../order/order.ts';
import type { OrderCommands } from '../order/order-command.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState } from '../order/proposal.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { insideClosed } from '../time/window.ts';
import { localDate } from '../time/zone.ts';
import { CALLBACK_STEPS, callbackStatus } from './callback-states.ts';
import { isChurn, staysOpen } from './closing.ts';
import { WHY_LOW } from './questionnaires.ts';

/** Attempts after which a customer counts as not reached (CALL-13, our choice). */
const ATTEMPTS = 3;
/** Satisfied from this score on, where the standard gives a scale but no number (CALL-11, X-17). */
const SATISFIED_FROM = 8;

/** CALL-05: callbacks are dialled inside the callback hours, both ends closed. */
function windowAt(at: Instant, standard: ResolvedStandard): number {
  return standard.get('callback.windows').findIndex((window) => insideClosed(at, window, standard.get('tz')));
}

/** CALL-12: whoever worked on the order, alone or along with another (E-101), does not ask the customer about it. */
function judgePerformer(order: Order, agents: readonly (string | undefined)[]): readonly Finding[] {
  const performers = performersOf(order);
  const agent = agents.find((one) => one !== undefined && performers.has(one));
  if (agent === undefined) return [];
  const facts = { agent };
  return [blocks('CALL-12', facts, 'other_agent'), blocks('SEP-01', facts, 'other_agent')];
}

/** CALL-11: a score from 1 to 10; below eight the reason is asked, unless it is among what was answered. */
function judgeScore(
  { score, answered = [] }: OrderCommands['callback.record'],
  standard: ResolvedStandard,
): readonly Finding[] {
  if (score === undefined) return [];
  if (!Number.isInteger(score) || score < 1 || score > 10)
    return [blocks('CALL-11', { score }, 'score_one_to_ten')];
  const scale = standard.get('satisfaction');
  const okMin = scale.scale === '1-10' ? scale.okMin : SATISFIED_FROM;
  return score < okMin && !answered.includes(WHY_LOW)
    ? [warns('CALL-11', { score, okMin }, 'ask_reason')]
    : [];
}

/**
 * callback.record (CALL-05, CALL-10…14): a done questionnaire closes the order unless a claim is open; "not repaired on that day" voids
 * the reply, "not working" reopens too; three vain attempts over two windows and two days end as not reached.
 */
const record: Propose<'callback.record'> = (order, payload, { standard, now, actor }) => {
  const churn = isChurn(order);
  if (!churn && order.status !== 'replied' && order.status !== 'callback')
    return outOfState(order, 'callback.record', 'replied or callback');
  const findings: Finding[] = [
    ...judgePerformer(order, [payload.agent, actor.technicianId]),
    ...judgeScore(payload, standard),
  ];
  if (!churn && windowAt(now, standard) < 0)
    findings.push(
      blocks(
        'CALL-05',
        { at: now, windows: standard.get('callback.windows').map((one) => one.join('-')) },
        'call_in_hours',
      ),
    );
  const callback: CallbackRecord = {
    at: now,
    agent: payload.agent,
    outcome: payload.outcome,
    repairedOnDay: payload.repairedOnDay ?? null,
    working: payload.working ?? null,
    score: payload.score ?? null,
    dissatisfied: payload.dissatisfied ?? null,
    ...(payload.answered ? { answered: payload.answered } : {}),
    ...(payload.device ? { device: payload.device } : {}),
  };
  const before = callbackStatus(order);
  const { from } = CALLBACK_STEPS[payload.outcome];
  if (before !== null && !from.includes(before))
    return {
      findings: [blocks('STATE', { step: 'callback.record', callback: before, needs: from.join(' or ') })],
      events: [],
    };
  const events: OrderEvent[] = [{ type: 'callback.recorded', data: { callback } }];
  const answered = payload.outcome === 'done';
  const inCallback = order.status === 'replied' || order.status === 'callback';
  if (inCallback && answered && payload.repairedOnDay === false) {
    findings.push(warns('CALL-10', { repairedOnDay: false }));
    events.push({ type: 'order.reopened', data: { reason: 'false_receipt' } });
  } else if (inCallback && answered && payload.working === false) {
    findings.push(warns('CALL-14', { working: false }));
    events.push({ type: 'order.reopened', data: { reason: 'not_working' } });
  } else {
    const ended = endOf(order, callback, standard);
    if (ended !== null) events.push({ type: 'callback.ended', data: { outcome: ended } });
    if (ended !== null && inCallback && !staysOpen(order)) events.push({ type: 'order.closed', data: {} });
  }
  return { findings, events };
};

/** How this call ends the callback, if it does. */
function endOf(
  order: Order,
  { outcome, ...call }: CallbackRecord,
  standard: ResolvedStandard,
): 'done' | 'unreached' | 'refused' | null {
  if (outcome !== 'not_reached') return outcome;
  return isUnreached(order, { outcome, ...call }, standard) ? 'unreached' : null;
}

/** CALL-13: three attempts, in at least two windows and on at least two days, since the reply. */
function isUnreached(order: Order, last: CallbackRecord, standard: ResolvedStandard): boolean {
  const since = order.repliedAt ?? order.intakeAt;
  const vain = [...order.callbacks.filter(({ at }) => at >= since), last];
  if (vain.length < ATTEMPTS || vain.some(({ outcome }) => outcome === 'done')) return false;
  const days = new Set(vain.map(({ at }) => localDate(at, standard.get('tz'))));
  const windows = new Set(vain.map(({ at }) => windowAt(at, standard)));
  return days.size >= 2 && windows.size >= 2;
}

export const CALLBACK_RULES = { 'callback.record': record };
