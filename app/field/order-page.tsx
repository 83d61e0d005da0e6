'use client';

import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { homeTasks } from '#domain/readiness/home-tasks.ts';
import type { FormerTechnician, Technician } from '#domain/technician/technician.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { blockReasonWords } from '../care/block-words.ts';
import { OrderPhotos } from '../care/order-photos.tsx';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { clock, dayAndClock, dayWords, promiseWords } from '../ui/time.ts';
import { SideDoors } from './doors/side-doors.tsx';
import classes from './field.module.css';
import { mapLinks } from './maps.ts';
import { usePhotosWaiting } from './photos/photo-queue-provider.tsx';
import type { ShareState } from './position/use-position-share.ts';
import { PromiseLine } from './promise-line.tsx';
import { StepCard } from './steps/step-card.tsx';
import { stepOf } from './steps.ts';
import type { TakeBack } from './take-back.tsx';
import { UrgeNote } from './urge-note.tsx';
import { useStep } from './use-step.ts';

/** One order on the phone: the promise, where and who, and the step that is due. */
export function OrderPage(props: {
  order: Order;
  card: CustomerCard | undefined;
  technician: Technician;
  /** The other of the two who go there (E-101): who is in charge, for whoever goes along. */
  colleague: FormerTechnician | undefined;
  position: ShareState;
  takeBack: TakeBack;
  now: Instant;
  /** Something is asked before the next step (WIN-01); what was filled in there is kept. */
  asksFirst: boolean;
}) {
  const m = useMessages();
  const language = useLanguage();
  const step = useStep();
  const unsent = usePhotosWaiting().count;
  const { order, card, technician, colleague, now } = props;
  const along = order.technicianId !== technician.id;
  const voided = order.voidedReplies.at(-1);
  const onTrip = order.status === 'in_progress';
  // Taking an order on and calling need no duty; a trip does.
  const waitsForDuty = !along && !technician.onDuty && (stepOf(order) === 'depart' || onTrip);
  return (
    <main className={classes.order}>
      <section className={classes.summary}>
        <p className={classes.kind}>
          {m.order.type[order.type]}
          <small>
            {[
              order.accessType,
              order.subscribedMbps === null ? null : m.field.order.bandwidth(order.subscribedMbps),
              m.field.order.duration(order.durationMin),
              homeTasks(order)
                .map((task) => m.care.site.task[task])
                .join('、'),
              order.number,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </p>
        <PromiseLine order={order} now={now} large />
        <Where order={order} card={card} />
        <Who order={order} card={card} />
        {voided ? (
          <p className={classes.note}>
            <span>{m.order.sentBack}</span>
            {dayAndClock(voided.voidedAt, now, m, language)} · {m.order.reopened[voided.reason]}
          </p>
        ) : null}
        {colleague && !along ? (
          <p className={classes.note}>
            <span>{m.field.order.companion}</span>
            {colleague.name} {colleague.number}
          </p>
        ) : null}
        {along ? null : <UrgeNote order={order} step={step} now={now} />}
        {card?.accessNotes ? (
          <p className={classes.note}>
            <span>{m.care.accessNotes}</span>
            {card.accessNotes}
          </p>
        ) : null}
        {card?.note ? (
          <p className={classes.note}>
            <span>{m.field.order.note}</span>
            {card.note}
          </p>
        ) : null}
      </section>
      {waitsForDuty ? <p className={classes.warning}>{m.field.waiting.offDuty}</p> : null}
      {along ? (
        <section className={classes.stack} data-along>
          <p className={classes.kind}>
            {m.field.order.along(colleague ? `${colleague.name} ${colleague.number}` : '')}
          </p>
          <p className={classes.body}>{m.field.order.alongBody}</p>
        </section>
      ) : (
        <>
          <div className={classes.stepBody} hidden={props.asksFirst}>
            <StepCard {...props} step={step} />
          </div>
          <SideDoors {...props} step={step} />
        </>
      )}
      <OrderPhotos
        order={order}
        now={now}
        heading={(words) => <h2 className={classes.photosHead}>{words}</h2>}
        fresh={unsent}
      />
      <Promises order={order} />
    </main>
  );
}

function Where({ order, card }: { order: Order; card: CustomerCard | undefined }) {
  const m = useMessages().field;
  const address = card?.address ?? order.estate ?? '';
  const [apple] = useState(
    () => typeof navigator !== 'undefined' && /iPhone|iPad|Mac/.test(navigator.userAgent),
  );
  return (
    <div className={classes.row}>
      <div>
        <span className={classes.rowLabel}>{m.order.address}</span>
        <span className={classes.addressFull}>{address}</span>
      </div>
      {order.place ? (
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <button type="button" className={classes.rowAction}>
              {m.order.navigate}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{m.order.navigateTo}</Menu.Label>
            {mapLinks(order.place.point, address, apple).map((link) => (
              <Menu.Item
                key={link.app}
                component="a"
                href={link.href}
                target="_blank"
                rel="noreferrer"
                mih={44}
              >
                {m.maps[link.app]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}

function Who({ order, card }: { order: Order; card: CustomerCard | undefined }) {
  const m = useMessages().field;
  if (!card) return null;
  return (
    <div className={classes.row}>
      <div>
        <span className={classes.rowLabel}>{m.order.customer}</span>
        <span>
          {card.contactPerson ? `${card.contactPerson}（${card.name}）` : card.name}
          <span className={classes.phone}>{card.phone}</span>
        </span>
        {order.status === 'dispatched' ? (
          <span className={classes.hint}>{m.order.maskedUntilAccepted}</span>
        ) : null}
      </div>
    </div>
  );
}

function Promises({ order }: { order: Order }) {
  const m = useMessages();
  const language = useLanguage();
  if (order.appointments.length < 2) return null;
  return (
    <details className={classes.doneList}>
      <summary>{m.field.order.changes}</summary>
      <ol className={classes.ledger}>
        {order.appointments.map((appointment) => (
          <li key={appointment.version}>
            <strong>
              {dayWords(appointment.start, language)} {promiseWords(appointment.start, appointment.end)}
            </strong>
            <span>
              {m.field.order.history(appointment.version)} · {clock(appointment.confirmedAt)}
              {appointment.change ? ` · ${m.order.cause[appointment.change.cause]}` : null}
              {appointment.change?.reason ? ` · ${blockReasonWords(appointment.change.reason, m)}` : null}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
