import type { OrderWords } from '#db/query/order-words.ts';
import type { AssetField } from '#domain/asset/asset-record.ts';
import { judgePrivateMatters } from '#domain/privacy/private-matters.ts';
import { resolveStandard, standardOf } from '#domain/standard/catalogue.ts';
import type { Outcome, Verb, Work } from '../command/change.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import { changeOrder } from './change-order.ts';

type Given = Readonly<Record<string, string | undefined>>;

/** Answers an order; the values of its record go beside the log, which tells which of them were filed (DONE-10). */
export const replyOrder: Verb<'order.reply'> = async (work, { record = {}, ...payload }) => {
  const named = Object.keys(record) as AssetField[];
  const filed = [...new Set([...(payload.filed ?? []), ...named])];
  const outcome = await changeOrder(work, {
    type: 'order.reply',
    payload: { ...payload, ...(filed.length > 0 ? { filed } : {}) },
  });
  return withWords(work, outcome, 'asset', record);
};

/** Records a callback; what the customer said goes beside the log, which tells which questions were answered (CALL-06…09). */
export const recordCallback: Verb<'callback.record'> = async (work, { answers = {}, ...payload }) => {
  const answered = [...new Set([...(payload.answered ?? []), ...Object.keys(answers)])];
  const outcome = await changeOrder(work, {
    type: 'callback.record',
    payload: { ...payload, ...(answered.length > 0 ? { answered } : {}) },
  });
  return withWords(work, outcome, 'answer', answers);
};

/** Signs the confirmation sheet; the customer's opinion goes beside the log, which tells that there was one (DONE-02). */
export const signSheet: Verb<'visit.sign'> = async (work, { opinion, ...payload }) => {
  const outcome = await changeOrder(work, {
    type: 'visit.sign',
    payload: { ...payload, ...(opinion === undefined ? {} : { opined: true }) },
  });
  return withWords(work, outcome, 'answer', { opinion });
};

/** The change with the words beside it, and what is said of them (PRIV-06). */
function withWords(work: Work, outcome: Outcome, kind: OrderWords['kind'], given: Given): Outcome {
  const orderId = outcome.ok ? outcome.change.answer.orderId : undefined;
  if (!outcome.ok || orderId === undefined) return outcome;
  const { change } = outcome;
  const words = Object.entries(given).flatMap(([name, said]): OrderWords[] =>
    said === undefined
      ? []
      : [
          {
            orderId,
            commandId: work.commandId,
            kind,
            name,
            words: said,
            givenBy: work.actor.id,
            at: change.at,
          },
        ],
  );
  const findings = judgePrivateMatters(words.map(({ words: said }) => said).join('\n'));
  const [order] = change.orders ?? [];
  const standard = order ? standardOf(order.order) : resolveStandard('base');
  return {
    ...outcome,
    change: {
      ...change,
      words,
      answer: {
        ...change.answer,
        warnings: [...change.answer.warnings, ...refusalRules(findings, standard)],
      },
    },
  };
}
