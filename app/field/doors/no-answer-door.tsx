'use client';

import { useState } from 'react';
import { standardOf } from '#domain/standard/catalogue.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { noAnswerClock } from '#domain/visit/no-answer-clock.ts';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock, countdown } from '../../ui/time.ts';
import { BigButton } from '../big-button.tsx';
import { CheckRow } from '../check-row.tsx';
import classes from '../field.module.css';
import { PhotoField } from '../photos/photo-field.tsx';
import { useTaken } from '../photos/use-taken.ts';
import { Say } from '../say.tsx';
import { noteScript, operatorName } from '../scripts.ts';
import { CallRecord } from '../steps/call-step.tsx';
import type { DoorProps } from './door-props.ts';

/** Nobody answers: knock, ten minutes, two calls, a written note, and only then leave (NOAN-01…04). */
export function NoAnswerDoor(props: DoorProps) {
  const m = useMessages().field;
  const time = useClock();
  const { order, card, technician, step, now, onDone } = props;
  const [written, setWritten] = useState(false);
  const taken = useTaken();
  const visit = currentVisit(order);
  const since = visit ? noAnswerClock(order, visit) : null;
  if (!visit || since === null)
    return (
      <>
        <p className={classes.body}>{m.noAnswer.knockFirst}</p>
        <BigButton
          loading={step.busy}
          onClick={() =>
            void step.run('visit.knock', { orderId: order.id, occurredAt: time.now() }, m.sent.step)
          }
        >
          {m.noAnswer.knock}
        </BigButton>
      </>
    );

  const standard = standardOf(order);
  const until = since + standard.get('noAnswer.waitMin') * MINUTE;
  const calls = order.contacts.filter((contact) => contact.at >= (visit.arrivedAt ?? since)).length;
  const ready = now >= until && calls >= standard.get('noAnswer.minCalls') && written;
  return (
    <div className={classes.stack}>
      <p className={classes.clock} role="timer">
        {now < until ? m.noAnswer.left(countdown(until - now)) : m.noAnswer.enough}
      </p>
      <p className={classes.hint}>{m.noAnswer.calls(calls)}</p>
      <CallRecord {...props} />
      <Say heading={m.noAnswer.noteTitle}>
        {noteScript({
          customer: card?.name ?? '',
          address: card?.address ?? '',
          operator: operatorName(order.standardId),
          technician: technician.name,
          number: technician.number,
          arrived: clock(visit.arrivedAt ?? since),
        })}
      </Say>
      <p className={classes.hint}>
        {m.noAnswer.noteHint} {m.noAnswer.leavingNow}
      </p>
      <CheckRow checked={written} onChange={setWritten}>
        {m.noAnswer.written}
      </CheckRow>
      <PhotoField of="note" taken={taken} />
      <BigButton
        disabled={!ready}
        loading={step.busy}
        onClick={async () => {
          const leave = { orderId: order.id, calls, note: 'full' as const, occurredAt: time.now() };
          const left = await taken.along(order.id, (photos) =>
            step.run('visit.leave_no_answer', { ...leave, photos }, m.sent.step),
          );
          if (left) onDone();
        }}
      >
        {m.noAnswer.action}
      </BigButton>
    </div>
  );
}
