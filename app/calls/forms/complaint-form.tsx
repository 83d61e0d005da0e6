'use client';

import { standardOf } from '#domain/standard/catalogue.ts';
import { audienceOf } from '#domain/timer/audience.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { CareSteps } from '../../care/care-steps.tsx';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import classes from '../calls.module.css';
import { type FormProps, SendButton } from './form.tsx';

/** A complaint, suggestion or question: who has to answer by when, how far it is, and the next step (§13, RESP-06). */
export function ComplaintForm(form: FormProps) {
  const m = useMessages();
  const c = m.calls.complaint;
  const language = useLanguage();
  const { order } = form.item;
  const orderId = order.id;
  const when = (at: number) => dayAndClock(at, form.now, m, language);
  const timers = timersOf(order, standardOf(order), form.now)
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((a, b) => Number(b.open) - Number(a.open) || a.dueEffective - b.dueEffective);
  return (
    <div className={classes.form}>
      <p className={classes.hint}>
        {[
          order.escalated ? c.escalated : null,
          order.major ? c.major(when(order.major.at), order.major.reason) : null,
          order.issue ? c.again(order.issue.count) : null,
          ...order.referrals.map(({ at, department, reason }) => c.referred(when(at), department, reason)),
          order.finishPromises.length > 0
            ? c.finishPromised(when(order.finishPromises.at(-1)?.finishAt ?? 0))
            : null,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <section>
        <h3 className={classes.heading}>{c.limits}</h3>
        <ul className={classes.lines}>
          {timers.map(({ name, rule, open, state, dueEffective, startedAt }) => (
            <li key={`${name} ${startedAt}`} data-limit={name}>
              <span className={classes.lineMain}>
                <strong>{m.dispatch.timers[name]}</strong>
                <small>
                  {rule} ·{' '}
                  {c.by(
                    audienceOf(name, 'due', order)
                      .roles.map((role) => m.common.roles[role])
                      .join('、'),
                  )}
                </small>
              </span>
              <span>{open ? c.until(when(dueEffective)) : m.dispatch.timerStates[state]}</span>
            </li>
          ))}
        </ul>
      </section>
      <div className={classes.actions}>
        {order.status === 'in_review' ? (
          <SendButton
            form={form}
            command={{ type: 'order.review', payload: { orderId } }}
            done={m.dispatch.detail.reviewed}
          >
            {m.dispatch.detail.review}
          </SendButton>
        ) : null}
        {order.status === 'accepted' ? (
          <SendButton form={form} command={{ type: 'order.resolve', payload: { orderId } }} done={c.resolved}>
            {c.resolve}
          </SendButton>
        ) : null}
        {order.status === 'resolved' ? (
          <SendButton form={form} command={{ type: 'order.reply', payload: { orderId } }} done={c.replied}>
            {c.reply}
          </SendButton>
        ) : null}
        <SendButton
          form={form}
          plain
          command={{ type: 'customer.urge', payload: { orderId } }}
          done={m.calls.overdue.customerUrgeDone}
        >
          {m.calls.overdue.customerUrge}
        </SendButton>
      </div>
      <h3 className={classes.heading}>{c.upward}</h3>
      <CareSteps
        order={order}
        busy={form.act.busy !== null}
        personId={form.personId}
        run={(type, payload, done) =>
          form.act.run([{ type, payload } as Parameters<FormProps['act']['run']>[0][number]], done)
        }
      />
    </div>
  );
}
