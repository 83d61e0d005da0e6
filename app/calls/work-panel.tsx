'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { currentAppointment } from '#domain/appointment/current.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { RevealNumber } from '../care/reveal-number.tsx';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { dayAndClock, promiseWords } from '../ui/time.ts';
import { toneOf } from '../ui/tone.ts';
import { ToneBadge } from '../ui/tone-badge.tsx';
import classes from './calls.module.css';
import { CallbackForm } from './forms/callback-form.tsx';
import { ComplaintForm } from './forms/complaint-form.tsx';
import { ContactForm } from './forms/contact-form.tsx';
import { FactsForm } from './forms/facts-form.tsx';
import { type FormProps, Refused } from './forms/form.tsx';
import { ClaimForm, CoordinationForm, OverdueForm } from './forms/step-forms.tsx';
import { phrasesOf } from './phrases.ts';
import { useAct } from './use-act.tsx';
import { isOverdue, leftOf, whatOf } from './words.ts';

export interface WorkPanelProps extends Omit<FormProps, 'act'> {
  readonly card: CustomerCard | undefined;
  readonly technician: Technician | undefined;
  readonly personName: string;
  /** Whether this person has the dispatcher's console. */
  readonly console: boolean;
  readonly onBack: () => void;
}

/** One thing to do: who, by when, what to say, and the form that records it. */
export function WorkPanel(props: WorkPanelProps) {
  const { item, card, technician, now, onBack } = props;
  const m = useMessages();
  const language = useLanguage();
  const act = useAct();
  const { order } = item;
  const promise = currentAppointment(order);
  const phrases = phrasesOf(item, card, props.personName);
  const when = (at: number) => dayAndClock(at, now, m, language);
  const form: FormProps = { ...props, act };
  return (
    <article className={classes.panel} aria-labelledby="work-title" data-work={item.key}>
      <header className={classes.panelHead}>
        <Button className={classes.back} variant="default" size="sm" onClick={onBack}>
          {m.common.back}
        </Button>
        <div className={classes.panelTitle}>
          <h2 id="work-title">{whatOf(item, m)}</h2>
          <p>
            {m.order.type[order.type]} · {order.number}
          </p>
        </div>
        <ToneBadge tone={toneOf(order, false)}>{m.order.status[order.status]}</ToneBadge>
      </header>
      <p className={classes.limit} data-over={isOverdue(item, now) ? '' : undefined}>
        <strong>{leftOf(item, now, m)}</strong>
        {item.rule ? <span className={classes.rule}>{item.rule}</span> : null}
        {item.timer === null && item.purpose === null ? null : (
          <span>
            {m.dispatch.detail.effective(when(item.usable))}
            {item.literal === item.usable ? '' : ` · ${m.dispatch.detail.literal(when(item.literal))}`}
          </span>
        )}
      </p>
      <dl className={classes.facts}>
        <dt>{m.dispatch.detail.customer}</dt>
        <dd>{card?.name ?? '—'}</dd>
        <dt>{m.dispatch.detail.phone}</dt>
        <dd className={classes.phone}>
          {order.hasPhone ? (
            <RevealNumber
              order={order}
              masked={card?.phone ?? ''}
              may={form.may.has('customer.reveal')}
              now={now}
            />
          ) : (
            m.dispatch.call.noPhone
          )}
        </dd>
        <dt>{m.dispatch.detail.address}</dt>
        <dd>{[order.estate, card?.address].filter(Boolean).join(' · ') || '—'}</dd>
        {card?.note ? (
          <>
            <dt>{m.dispatch.detail.note}</dt>
            <dd>{card.note}</dd>
          </>
        ) : null}
        <dt>{m.order.promise}</dt>
        <dd>
          {promise
            ? `${when(promise.start).replace(/\d\d:\d\d$/, '')}${promiseWords(promise.start, promise.end)}`
            : m.order.noPromise}
        </dd>
        <dt>{m.dispatch.detail.technician}</dt>
        <dd>{technician ? `${technician.name} ${technician.number}` : m.order.tone.unassigned}</dd>
      </dl>
      {phrases.length > 0 ? (
        <section className={classes.script} aria-label={m.calls.script}>
          <h3>{m.calls.script}</h3>
          {phrases.map(({ id, text, gaps }) => (
            <p key={id} lang="zh-CN">
              <q>{text}</q>
              <small lang={language}>
                {id}
                {gaps.length > 0 ? ` · ${m.calls.fillGaps}` : ''}
              </small>
            </p>
          ))}
        </section>
      ) : null}
      <Form {...form} />
      <Refused act={act} item={item} now={now} />
      {order.contacts.length > 0 ? (
        <section>
          <h3 className={classes.heading}>{m.dispatch.call.history}</h3>
          <ul className={classes.history}>
            {order.contacts.toReversed().map(({ at, outcome }) => (
              <li key={at}>
                <span>{when(at)}</span> {m.dispatch.call.outcomes[outcome]}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {props.console ? (
        <Link className={classes.link} href={`/dispatch?open=${encodeURIComponent(order.id)}`}>
          {m.calls.openConsole}
        </Link>
      ) : null}
    </article>
  );
}

function Form(form: FormProps) {
  switch (form.item.group) {
    case 'calls':
      return <ContactForm {...form} />;
    case 'callbacks':
      return <CallbackForm {...form} />;
    case 'overdue':
      return <OverdueForm {...form} />;
    case 'complaints':
      return <ComplaintForm {...form} />;
    case 'coordination':
      return <CoordinationForm {...form} />;
    case 'claims':
      return <ClaimForm {...form} />;
    case 'facts':
      return (
        <FactsForm
          order={form.item.order}
          may={form.may}
          busy={form.act.busy !== null}
          run={(act, done) => form.act.run([act], done)}
        />
      );
  }
}
