import { blocks, isGiven, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { closesNow } from '../callback/closing.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Propose } from '../order/proposal.ts';
import { outOfState, passes } from '../order/proposal.ts';
import type { Question, Resolution } from './first-ask.ts';
import { isOpenQuestion } from './first-ask.ts';

/** RESP-01: the owner asks somebody to take the matter over; it stays the owner's until that person does. */
const handOver: Propose<'first_ask.hand_over'> = (order, { to }, { actor }) => {
  const owner = order.firstAsk?.ownerId ?? null;
  if (owner !== null && actor.id !== owner && actor.role !== 'supervisor' && actor.role !== 'cs_manager')
    return {
      findings: [blocks('RESP-01', { owner, by: actor.id }, 'ask_the_owner')],
      events: [],
    };
  if (!isGiven(to) || to === owner)
    return { findings: [blocks('RESP-01', { owner, missing: 'to' }, 'name_another')], events: [] };
  return passes({ type: 'first_ask.offered', data: { to } });
};

/** RESP-01: only the person asked takes it over; nobody is given it against their word. */
const takeOver: Propose<'first_ask.take_over'> = (order, _payload, { actor }) => {
  const offered = order.firstAsk?.offeredTo ?? null;
  if (offered === null) return outOfState(order, 'first_ask.take_over', 'an offer to hand the matter over');
  if (offered !== actor.id)
    return {
      findings: [blocks('RESP-01', { offeredTo: offered, by: actor.id }, 'ask_the_owner')],
      events: [],
    };
  return passes({ type: 'first_ask.taken_over', data: { by: actor.id, role: actor.role } });
};

/** RESP-03: a question is put; whoever hears it owns it, and the quarter of an hour to the customer-service manager begins. */
const ask: Propose<'question.ask'> = (order, { question, askedAt }, { actor, now }) => {
  const at = askedAt ?? now;
  const findings: Finding[] = [];
  if (!isGiven(question)) findings.push(blocks('RESP-03', { missing: 'question' }, 'write_question'));
  if (at > now) findings.push(blocks('RESP-03', { askedAt: at, nowAt: now }, 'time_in_future'));
  const asked: Question = {
    id: `q${order.questions.length + 1}`,
    askedAt: at,
    ownerId: actor.id,
    text: question,
    resolution: null,
    explained: false,
    settledAt: null,
    answeredAt: null,
    answeredBy: null,
  };
  return { findings, events: [{ type: 'question.asked', data: { question: asked } }] };
};

/** Ways that come before a ticket (RESP-07). */
const BEFORE_TICKET: readonly Resolution[] = ['walked_over', 'phoned'];

/**
 * RESP-04, RESP-07: answered now, or the customer is told why not and the ways are gone in their order; a ticket or a later answer
 * leaves the question open until the customer has it.
 */
const settle: Propose<'question.settle'> = (order, payload) => {
  const question = order.questions.find(({ id }) => id === payload.questionId);
  if (!question || question.resolution !== null)
    return outOfState(order, 'question.settle', 'a question not yet settled');
  const { resolution } = payload;
  const explained = payload.explained ?? false;
  const findings: Finding[] = [];
  if (resolution !== 'answered' && !explained)
    findings.push(
      blocks(
        resolution === 'later' ? 'RESP-04' : 'RESP-07',
        { resolution, missing: 'explained' },
        'explain_why_not',
      ),
    );
  const skipped = BEFORE_TICKET.filter((way) => !(payload.tried ?? []).includes(way));
  if (resolution === 'ticket' && skipped.length > 0)
    findings.push(warns('RESP-07', { resolution, skipped }, 'try_in_order'));
  return {
    findings,
    events: [{ type: 'question.settled', data: { questionId: question.id, resolution, explained } }],
  };
};

/**
 * The answer that was promised reaches the customer (RESP-03, RESP-04, CMPL-08). Beyond the department it is the superior one that
 * coordinates and answers (CMPL-05), and then only that one.
 */
const answer: Propose<'question.answer'> = (order, { questionId, by }) => {
  const question = order.questions.find(({ id }) => id === questionId);
  if (!question || question.resolution === null || !isOpenQuestion(question))
    return outOfState(order, 'question.answer', 'a question that waits for its answer');
  const referred = order.referrals.length > 0;
  const findings: Finding[] =
    referred && by !== 'superior'
      ? [
          blocks(
            'CMPL-05',
            { by, department: order.referrals.at(-1)?.department ?? null },
            'superior_answers',
          ),
        ]
      : [];
  const events: OrderEvent[] = [{ type: 'question.answered', data: { questionId, by } }];
  const questions = order.questions.filter(({ id }) => id !== questionId);
  if (closesNow({ ...order, questions })) events.push({ type: 'order.closed', data: {} });
  return { findings, events };
};

export const QUESTION_RULES = {
  'first_ask.hand_over': handOver,
  'first_ask.take_over': takeOver,
  'question.ask': ask,
  'question.settle': settle,
  'question.answer': answer,
};
