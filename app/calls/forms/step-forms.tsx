'use client';

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { CLAIM_STEPS, type ClaimStepType, claimStatus } from '#domain/damage/claim-states.ts';
import { blockReasonWords, departmentWords } from '../../care/block-words.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import classes from '../calls.module.css';
import { type FormProps, SendButton } from './form.tsx';

/** An order whose limit has passed: the urge to the department, the customer's own, and word from the department (OVRD-01…03, PROG-02). */
export function OverdueForm(form: FormProps) {
  const m = useMessages();
  const o = m.calls.overdue;
  const language = useLanguage();
  const { order } = form.item;
  const orderId = order.id;
  const last = order.urges.at(-1);
  return (
    <div className={classes.form}>
      <p className={classes.hint}>
        {last ? o.urged(order.urges.length, dayAndClock(last.at, form.now, m, language)) : o.notUrged}
        {order.customerUrges.length > 0 ? ` ${o.customerUrged(order.customerUrges.length)}` : ''}
      </p>
      <div className={classes.actions}>
        <SendButton form={form} command={{ type: 'urge.issue', payload: { orderId } }} done={o.urgeDone}>
          {o.urge}
        </SendButton>
        <SendButton
          form={form}
          plain
          command={{ type: 'customer.urge', payload: { orderId } }}
          done={o.customerUrgeDone}
        >
          {o.customerUrge}
        </SendButton>
        {last && last.acknowledgedAt === undefined ? (
          <SendButton form={form} plain command={{ type: 'urge.ack', payload: { orderId } }} done={o.ackDone}>
            {o.ack}
          </SendButton>
        ) : null}
        {order.type === 'fault' ? (
          <SendButton
            form={form}
            plain
            command={{ type: 'dept.report', payload: { orderId } }}
            done={o.reportDone}
          >
            {o.report}
          </SendButton>
        ) : null}
      </div>
    </div>
  );
}

/** A visit that could not go on: taken up within fifteen minutes, then solved; the first contact begins anew (BLOK-01, BLOK-03). */
export function CoordinationForm(form: FormProps) {
  const m = useMessages();
  const c = m.calls.coordination;
  const { order } = form.item;
  const orderId = order.id;
  const block = order.blocks.at(-1);
  if (!block) return null;
  return (
    <div className={classes.form}>
      <dl className={classes.facts}>
        <dt>{c.reason}</dt>
        <dd>{blockReasonWords(block.reason, m)}</dd>
        <dt>{c.department}</dt>
        <dd>{departmentWords(block.department, m)}</dd>
        {block.expectedReturnDate ? (
          <>
            <dt>{c.returnDate}</dt>
            <dd>{block.expectedReturnDate}</dd>
          </>
        ) : null}
      </dl>
      <div className={classes.actions}>
        {block.acknowledgedAt === null ? (
          <SendButton
            form={form}
            command={{ type: 'coordination.ack', payload: { orderId } }}
            done={c.ackDone}
          >
            {c.ack}
          </SendButton>
        ) : null}
        <SendButton
          form={form}
          plain={block.acknowledgedAt === null}
          command={{ type: 'coordination.done', payload: { orderId } }}
          done={c.doneDone}
        >
          {c.done}
        </SendButton>
      </div>
    </div>
  );
}

/** Damage to a customer's things: the apology, its worth, the agreement, the payment; only the last stops the clock (DMG-01). */
export function ClaimForm(form: FormProps) {
  const m = useMessages();
  const c = m.calls.claim;
  const language = useLanguage();
  const { order } = form.item;
  const orderId = order.id;
  const claim = claimStatus(order);
  const { damage } = order;
  if (!damage) return null;
  const when = (at: number) => dayAndClock(at, form.now, m, language);
  const told = [
    c.reported(when(damage.reportedAt), damage.assessedAt === undefined ? (damage.item ?? '') : ''),
    damage.photo === true ? c.photo : null,
    damage.apologisedAt === undefined ? null : c.apologisedAt(when(damage.apologisedAt)),
    damage.assessedAt === undefined ? null : c.assessedAt(damage.item ?? '', String(damage.amount ?? '')),
    damage.agreedAt === null ? null : c.agreedAt(when(damage.agreedAt)),
  ];
  const open = (type: ClaimStepType) => CLAIM_STEPS[type].from.includes(claim);
  return (
    <div className={classes.form}>
      <p className={classes.hint}>{told.filter(Boolean).join(' ')}</p>
      {open('damage.assess') ? <Assessment {...form} /> : null}
      <div className={classes.actions}>
        {open('damage.apologise') ? (
          <SendButton
            form={form}
            plain
            command={{ type: 'damage.apologise', payload: { orderId } }}
            done={c.apologiseDone}
          >
            {c.apologise}
          </SendButton>
        ) : null}
        {open('damage.agree') ? (
          <SendButton form={form} command={{ type: 'damage.agree', payload: { orderId } }} done={c.agreeDone}>
            {c.agree}
          </SendButton>
        ) : null}
        <SendButton
          form={form}
          plain={open('damage.agree')}
          command={{ type: 'damage.compensate', payload: { orderId } }}
          done={c.compensateDone}
        >
          {c.compensate}
        </SendButton>
      </div>
    </div>
  );
}

/** What was damaged and what it is worth, in yuan. */
function Assessment(form: FormProps) {
  const c = useMessages().calls.claim;
  const [item, setItem] = useState(form.item.order.damage?.item ?? '');
  const [amount, setAmount] = useState('');
  const yuan = Number(amount);
  const orderId = form.item.order.id;
  return (
    <div className={classes.actions}>
      <TextInput
        label={c.item}
        maxLength={200}
        value={item}
        onChange={(event) => setItem(event.currentTarget.value)}
      />
      <TextInput
        label={c.amount}
        inputMode="decimal"
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
        w={120}
      />
      <div className={classes.besideField}>
        <SendButton
          form={form}
          plain
          disabled={item.trim() === '' || !(yuan > 0)}
          command={{ type: 'damage.assess', payload: { orderId, item: item.trim(), amount: yuan } }}
          done={c.assessDone}
        >
          {c.assess}
        </SendButton>
      </div>
    </div>
  );
}
