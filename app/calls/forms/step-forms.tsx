'use client';

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
        <dd>{block.reason}</dd>
        <dt>{c.department}</dt>
        <dd>{block.department}</dd>
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

/** Damage to a customer's things: agreed, then paid; only the payment stops the clock (DMG-01). */
export function ClaimForm(form: FormProps) {
  const m = useMessages();
  const c = m.calls.claim;
  const language = useLanguage();
  const { order } = form.item;
  const orderId = order.id;
  const { damage } = order;
  if (!damage) return null;
  return (
    <div className={classes.form}>
      <p className={classes.hint}>
        {c.reported(dayAndClock(damage.reportedAt, form.now, m, language))}
        {damage.agreedAt === null
          ? ''
          : ` ${c.agreedAt(dayAndClock(damage.agreedAt, form.now, m, language))}`}
      </p>
      <div className={classes.actions}>
        {damage.agreedAt === null ? (
          <SendButton form={form} command={{ type: 'damage.agree', payload: { orderId } }} done={c.agreeDone}>
            {c.agree}
          </SendButton>
        ) : null}
        <SendButton
          form={form}
          plain={damage.agreedAt === null}
          command={{ type: 'damage.compensate', payload: { orderId } }}
          done={c.compensateDone}
        >
          {c.compensate}
        </SendButton>
      </div>
    </div>
  );
}
