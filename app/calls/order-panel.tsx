'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { FormerTechnician } from '#domain/technician/technician.ts';
import type { CommandType } from '#protocol/command.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { CareSections } from '../care/care-sections.tsx';
import { OrderPhotos } from '../care/order-photos.tsx';
import { ClockStops, PromiseVersions } from '../care/promise-versions.tsx';
import { RevealNumber } from '../care/reveal-number.tsx';
import { OrderSteps } from '../care/steps/order-steps.tsx';
import type { StepName } from '../care/steps/steps-of.ts';
import { type AreaBoard, memberOf } from '../live/board.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { statusWords } from '../ui/status-words.ts';
import { dayAndClock, promiseWords } from '../ui/time.ts';
import { toneOf } from '../ui/tone.ts';
import { ToneBadge } from '../ui/tone-badge.tsx';
import classes from './calls.module.css';
import { Refused } from './forms/form.tsx';
import type { Act, OrderAct } from './use-act.tsx';

export interface OrderPanelProps {
  readonly order: Order;
  readonly board: AreaBoard;
  readonly card: CustomerCard | undefined;
  readonly technician: FormerTechnician | undefined;
  readonly may: ReadonlySet<CommandType>;
  readonly now: Instant;
  readonly personId: string;
  /** Whether this person has the dispatcher's console. */
  readonly console: boolean;
  readonly onBack: () => void;
}

/** One order at the desk: who it is for, what was promised, and every step that this person may take; `children` stand before the steps. */
export function OrderPanel(
  props: OrderPanelProps & {
    title: string;
    act: Act;
    /** What marks the panel for those who look for it. */
    mark: string;
    /** Said under the head, such as the limit of the thing to do. */
    lead?: ReactNode;
    /** The step that is open at once. */
    first?: StepName | undefined;
    /** The form of the list hands the matter over itself. */
    withoutOwner?: boolean;
    children?: ReactNode;
  },
) {
  const { order, board, card, technician, may, now, act } = props;
  const m = useMessages();
  const language = useLanguage();
  // of an order whose visit is over: the promise that was, with what became of it
  const promise = currentAppointment(order) ?? order.appointments.at(-1);
  const companion = order.companionId === null ? undefined : memberOf(board, order.companionId);
  const when = (at: number) => dayAndClock(at, now, m, language);
  return (
    <article className={classes.panel} aria-labelledby="work-title" data-work={props.mark}>
      <header className={classes.panelHead}>
        <Button className={classes.back} variant="default" size="sm" onClick={props.onBack}>
          {m.common.back}
        </Button>
        <div className={classes.panelTitle}>
          <h2 id="work-title">{props.title}</h2>
          <p>
            {m.order.type[order.type]} · {order.number}
          </p>
        </div>
        <ToneBadge tone={toneOf(order, false)}>{statusWords(order, m)}</ToneBadge>
      </header>
      {props.lead}
      <dl className={classes.facts}>
        <dt>{m.dispatch.detail.customer}</dt>
        <dd>{card?.name ?? '—'}</dd>
        <dt>{m.dispatch.detail.phone}</dt>
        <dd className={classes.phone}>
          {order.hasPhone ? (
            <RevealNumber
              order={order}
              masked={card?.phone ?? ''}
              may={may.has('customer.reveal')}
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
            ? `${when(promise.start).replace(/\d\d:\d\d$/, '')}${promiseWords(promise.start, promise.end)}${promise.outcome ? ` · ${m.order.appointmentOutcome[promise.outcome]}` : ''}`
            : m.order.noPromise}
        </dd>
        <dt>{m.dispatch.detail.technician}</dt>
        <dd>{technician ? `${technician.name} ${technician.number}` : m.order.tone.unassigned}</dd>
        {companion ? (
          <>
            <dt>{m.dispatch.detail.companion}</dt>
            <dd>{`${companion.name} ${companion.number}`}</dd>
          </>
        ) : null}
      </dl>
      <OrderPhotos
        order={order}
        now={now}
        heading={(words) => <h3 className={classes.heading}>{words}</h3>}
      />
      {props.children}
      <OrderSteps
        key={order.id}
        order={order}
        board={board}
        now={now}
        may={may}
        busy={act.busy !== null}
        run={act.run}
        first={props.first}
      />
      <details className={classes.aside}>
        <summary>
          {m.care.site.title} · {m.care.ask.title} · {m.care.damage.title}
        </summary>
        <div className={classes.form}>
          <CareSections
            key={order.id}
            order={order}
            busy={act.busy !== null}
            personId={props.personId}
            may={may}
            run={(type, payload, done) => act.run([{ type, payload } as OrderAct], done)}
            heading={(words) => <h3 className={classes.heading}>{words}</h3>}
            withoutOwner={props.withoutOwner ?? false}
          />
        </div>
      </details>
      <Refused act={act} orderId={order.id} now={now} />
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
      {order.appointments.length > 0 ? (
        <section>
          <h3 className={classes.heading}>{m.dispatch.change.ledger}</h3>
          <PromiseVersions order={order} now={now} />
        </section>
      ) : null}
      {order.pauses.length > 0 ? (
        <section>
          <h3 className={classes.heading}>{m.order.ledger.stops}</h3>
          <ClockStops order={order} now={now} />
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
