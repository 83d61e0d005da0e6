'use client';

import { Button, Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import type { ContactAttempt } from '#domain/contact/contact-attempt.ts';
import { isOpenQuestion } from '#domain/first-ask/first-ask.ts';
import { isOwed } from '#domain/follow-up/follow-up.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from '../calls.module.css';
import type { OrderAct } from '../use-act.tsx';
import type { FormProps } from './form.tsx';

type Outcome = ContactAttempt['outcome'];
const OUTCOMES: readonly Outcome[] = ['connected', 'no_answer', 'refused', 'invalid'];

/** What came of a call, and what a call of this purpose settles when it reached the customer. */
export function ContactForm({ item, act, may }: FormProps) {
  const m = useMessages();
  const c = m.calls.contact;
  const { order, purpose } = item;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [confirmed, setConfirmed] = useState(false);
  const [promised, setPromised] = useState(false);
  const [agreed, setAgreed] = useState<'yes' | 'no' | null>(null);
  const first = purpose === 'first_contact' || purpose === 'complaint_contact';
  const change = purpose === 'change_notice' && outcome === 'connected';

  const acts = (reached: Outcome): readonly OrderAct[] => {
    const orderId = order.id;
    if (change) return [{ type: 'appointment.reached', payload: { orderId, agreed: agreed === 'yes' } }];
    const contact: OrderAct = {
      type: 'contact.attempt',
      payload: {
        orderId,
        channel: 'phone',
        outcome: reached,
        ...(reached === 'connected' && first ? { contentConfirmed: confirmed, promiseTold: promised } : {}),
      },
    };
    if (reached !== 'connected') return [contact];
    return [contact, ...settledBy(item)];
  };

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome === null) return;
        void act
          .run(acts(outcome), m.dispatch.call.recorded(m.dispatch.call.outcomes[outcome]))
          .then((done) => {
            if (!done) return;
            setOutcome(null);
            setAgreed(null);
          });
      }}
    >
      <Radio.Group
        label={m.dispatch.call.outcome}
        value={outcome ?? ''}
        onChange={(value) => setOutcome(value as Outcome)}
      >
        <div className={classes.choices}>
          {OUTCOMES.map((value) => (
            <Radio
              key={value}
              value={value}
              label={m.dispatch.call.outcomes[value]}
              disabled={!order.hasPhone}
            />
          ))}
        </div>
      </Radio.Group>
      {outcome === 'connected' && first ? (
        <div className={classes.ticks}>
          <Checkbox
            label={m.dispatch.call.contentConfirmed}
            checked={confirmed}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
          />
          <Checkbox
            label={c.promiseTold}
            checked={promised}
            onChange={(event) => setPromised(event.currentTarget.checked)}
          />
        </div>
      ) : null}
      {change ? (
        <Radio.Group
          label={c.agreed}
          value={agreed ?? ''}
          onChange={(value) => setAgreed(value as 'yes' | 'no')}
        >
          <div className={classes.choices}>
            <Radio value="yes" label={c.agreedYes} />
            <Radio value="no" label={c.agreedNo} />
          </div>
        </Radio.Group>
      ) : null}
      <div className={classes.actions}>
        <Button
          type="submit"
          loading={act.busy !== null}
          disabled={outcome === null || (change && agreed === null) || !may.has('contact.attempt')}
        >
          {m.dispatch.call.record}
        </Button>
        <span className={classes.hint}>
          {order.hasPhone ? c.hint[purpose ?? 'first_contact'] : m.dispatch.call.noPhone}
        </span>
      </div>
    </form>
  );
}

/** Beside the call itself: the word that was owed has been given. */
function settledBy({ order, purpose }: FormProps['item']): readonly OrderAct[] {
  const orderId = order.id;
  switch (purpose) {
    case 'progress':
    case 'four_hours':
      return [{ type: 'progress.feedback', payload: { orderId } }];
    case 'answer':
      return order.questions
        .filter((question) => question.settledAt !== null && isOpenQuestion(question))
        .map(({ id }) => ({
          type: 'question.answer',
          payload: { orderId, questionId: id, by: 'owner' },
        }));
    case 'follow_up':
      return [...new Set(order.followUps.filter(isOwed).map(({ rule }) => rule))].map((rule) => ({
        type: 'follow_up.done',
        payload: { orderId, rule },
      }));
    default:
      return [];
  }
}
