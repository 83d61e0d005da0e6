'use client';

import { Button, Radio, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isChurn } from '#domain/callback/closing.ts';
import { type Question, questionsOf, WHY_LOW } from '#domain/callback/questionnaires.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { insideClosed } from '#domain/time/window.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from '../calls.module.css';
import type { FormProps } from './form.tsx';
import { Retained } from './retained.tsx';

type Answer = 'yes' | 'no';
/** Questions that are answered in the customer's own words, which stand beside the record. */
const OPEN_QUESTIONS: ReadonlySet<string> = new Set([
  'suggestions',
  'why_not',
  'how_often',
  'true_reason',
  'may_return',
]);
/** Questions for a judgement: satisfied or not. */
const RATED: ReadonlySet<string> = new Set(['overall', 'satisfied']);
const LONGEST = 500;
const SCORES = Array.from({ length: 10 }, (_, index) => String(index + 1));

/** The callback of a done order: the questionnaire of its type, in its hours, by somebody who did not do the work (CALL-05…12). */
export function CallbackForm({ item, act, may, personId, now }: FormProps) {
  const m = useMessages();
  const c = m.calls.callback;
  const { order } = item;
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const [score, setScore] = useState<string | null>(null);
  const standard = standardOf(order);
  const windows = standard.get('callback.windows');
  const open = isChurn(order) || windows.some((window) => insideClosed(now, window, standard.get('tz')));
  const questions = questionsOf(order);
  const rated = standard.get('satisfaction');
  const low = score !== null && rated.scale === '1-10' && Number(score) < rated.okMin;
  const asked = questions.filter(({ id }) => id !== 'score' && !OPEN_QUESTIONS.has(id));
  const needsScore = questions.some(({ id }) => id === 'score');
  const complete = asked.every(({ id }) => answers[id]) && (!needsScore || score !== null);
  const yours = may.has('callback.record');
  const barred = !yours || !open;
  const words = (id: string) => (
    <Textarea
      className={classes.answer}
      aria-label={c.answer}
      placeholder={c.answer}
      autosize
      minRows={1}
      maxLength={LONGEST}
      value={said[id] ?? ''}
      onChange={(event) => setSaid({ ...said, [id]: event.currentTarget.value })}
    />
  );

  const told = { done: c.done, not_reached: c.notReached, refused: c.refusedDone };
  const record = (outcome: keyof typeof told) => {
    const payload: OrderCommands['callback.record'] = {
      orderId: order.id,
      agent: personId,
      outcome,
      ...(outcome === 'done' ? answered(answers, score, low ? said : { ...said, [WHY_LOW]: '' }) : {}),
    };
    void act.run([{ type: 'callback.record', payload }], told[outcome]);
  };

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        record('done');
      }}
    >
      {open ? null : (
        <p className={classes.warning}>{c.closed(windows.map((one) => one.join('–')).join('、'))}</p>
      )}
      {yours ? null : <p className={classes.warning}>{c.onlyAgents}</p>}
      <ol className={classes.questions}>
        {questions.map((question) => (
          <li key={question.id}>
            {question.id === 'score' ? (
              <>
                <Select
                  label={<Asked question={question} />}
                  placeholder={c.score}
                  data={SCORES}
                  value={score}
                  onChange={setScore}
                  styles={{ wrapper: { width: 160 } }}
                />
                {low ? (
                  <>
                    <p className={classes.hint}>{c.whyLow}</p>
                    {words(WHY_LOW)}
                  </>
                ) : null}
              </>
            ) : OPEN_QUESTIONS.has(question.id) ? (
              <>
                <Asked question={question} />
                {words(question.id)}
              </>
            ) : (
              <Radio.Group
                label={<Asked question={question} />}
                value={answers[question.id] ?? ''}
                onChange={(value) => setAnswers({ ...answers, [question.id]: value as Answer })}
              >
                <div className={classes.choices}>
                  <Radio value="yes" label={RATED.has(question.id) ? c.satisfied : c.yes} />
                  <Radio value="no" label={RATED.has(question.id) ? c.unsatisfied : c.no} />
                </div>
              </Radio.Group>
            )}
          </li>
        ))}
      </ol>
      <div className={classes.actions}>
        <Button type="submit" loading={act.busy !== null} disabled={!complete || barred}>
          {c.record}
        </Button>
        <Button
          variant="default"
          disabled={act.busy !== null || barred}
          onClick={() => record('not_reached')}
        >
          {c.recordNotReached}
        </Button>
        <Button variant="default" disabled={act.busy !== null || barred} onClick={() => record('refused')}>
          {c.recordRefused}
        </Button>
        <span className={classes.hint}>{c.attempts(order.callbacks.length)}</span>
      </div>
      <Retained
        order={order}
        may={may}
        busy={act.busy !== null}
        run={(command, done) => act.run([command], done)}
      />
    </form>
  );
}

/** In the words of the standard, as they are read to the customer. */
function Asked({ question }: { question: Question }) {
  return (
    <q className={classes.asked} lang="zh-CN">
      {question.clause}
    </q>
  );
}

function answered(
  answers: Readonly<Record<string, Answer>>,
  score: string | null,
  said: Readonly<Record<string, string>>,
): Partial<OrderCommands['callback.record']> {
  const { working, repairedOnDay, satisfied, overall } = answers;
  const content = satisfied ?? overall;
  const given = Object.fromEntries(
    Object.entries(said).flatMap(([id, text]) => (text.trim() === '' ? [] : [[id, text.trim()]])),
  );
  return {
    ...(working ? { working: working === 'yes' } : {}),
    ...(repairedOnDay ? { repairedOnDay: repairedOnDay === 'yes' } : {}),
    ...(content ? { dissatisfied: content === 'no' } : {}),
    ...(score === null ? {} : { score: Number(score) }),
    ...(Object.keys(given).length > 0 ? { answers: given } : {}),
  };
}
