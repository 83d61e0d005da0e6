'use client';

import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { servableAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Cause } from '#domain/order/order-type.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { MomentField, momentOf, typedMoment } from '../../ui/moment-field.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { Causes } from './give-up-steps.tsx';
import classes from './order-steps.module.css';
import { SlotChoices } from './slot-choices.tsx';
import type { StepProps } from './step.ts';

/** A first promise, from whoever has the customer on the line: the customer's wish first, then what can be kept (APPT-08, APPT-09). */
export function ConfirmPromise({ order, now, busy, run }: StepProps) {
  const m = useMessages();
  const s = m.steps.promise;
  const [typed, setTyped] = useState('');
  const [by, setBy] = useState<'customer' | 'company'>('customer');
  const [reason, setReason] = useState('');
  const start = momentOf(typed);
  const given = reason.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (start === null) return;
        const payload = {
          orderId: order.id,
          start,
          proposedBy: by,
          ...(order.preferredStarts.length > 0 ? { preferred: order.preferredStarts } : {}),
          ...(given === '' ? {} : { reason: given }),
        };
        void run([{ type: 'appointment.confirm', payload }], s.confirmed);
      }}
    >
      <Wishes starts={order.preferredStarts} now={now} />
      <SegmentedControl
        aria-label={m.dispatch.confirm.proposedBy}
        data={[
          { value: 'customer', label: m.dispatch.confirm.by.customer },
          { value: 'company', label: m.dispatch.confirm.by.company },
        ]}
        value={by}
        onChange={(value) => setBy(value as 'customer' | 'company')}
      />
      <When order={order} now={now} typed={typed} onType={setTyped} />
      <TextInput
        label={m.dispatch.confirm.reason}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" loading={busy} disabled={start === null}>
          {s.confirm}
        </Button>
      </div>
    </form>
  );
}

/** Another time for a promise: whose doing, why, and whether the customer knows (CHG-01…04). */
export function ChangePromise({ order, now, busy, run }: StepProps) {
  const m = useMessages();
  const s = m.steps.promise;
  const promise = servableAppointment(order);
  const [typed, setTyped] = useState('');
  const [cause, setCause] = useState<Cause | null>(null);
  const [reason, setReason] = useState('');
  const [told, setTold] = useState<'agreed' | 'declined' | 'not_reached' | null>(null);
  const start = momentOf(typed);
  const given = reason.trim();
  if (!promise) return null;
  const length = promise.end - promise.start;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (start === null || cause === null || told === null || given === '') return;
        const payload = {
          orderId: order.id,
          start,
          end: start + length,
          cause,
          reason: given,
          appointmentVersion: promise.version,
          ...(told === 'not_reached'
            ? { reached: false }
            : { agreed: told === 'agreed', notifiedAt: Math.max(now, promise.confirmedAt) }),
        };
        void run([{ type: 'appointment.change', payload }], s.changed);
      }}
    >
      <Causes value={cause} onChange={setCause} />
      <When order={order} now={now} typed={typed} onType={setTyped} />
      <TextInput
        label={m.steps.reason}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <SegmentedControl
        fullWidth
        aria-label={s.told}
        data={[
          { value: 'none', label: '—' },
          { value: 'agreed', label: s.toldWords.agreed },
          { value: 'declined', label: s.toldWords.declined },
          { value: 'not_reached', label: s.toldWords.not_reached },
        ]}
        value={told ?? 'none'}
        onChange={(value) => setTold(value === 'none' ? null : (value as 'agreed'))}
      />
      <div className={classes.actions}>
        <Button
          type="submit"
          loading={busy}
          disabled={start === null || cause === null || told === null || given === ''}
        >
          {s.change}
        </Button>
        <span className={classes.hint}>{s.changeHint}</span>
      </div>
    </form>
  );
}

/** A customer who complains of the duration is told by when it will be done (PROG-04). */
export function PromiseFinish({ order, now, busy, run }: StepProps) {
  const m = useMessages();
  const s = m.steps.promise;
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const finishAt = momentOf(typed);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (finishAt === null) return;
        void run(
          [{ type: 'progress.promise_finish', payload: { orderId: order.id, finishAt } }],
          s.finishDone(dayAndClock(finishAt, now, m, language)),
        );
      }}
    >
      <p className={classes.hint}>{s.finishHint}</p>
      <MomentField label={s.finish} value={typed} onChange={setTyped} required />
      <div className={classes.actions}>
        <Button type="submit" loading={busy} disabled={finishAt === null}>
          {s.finishSubmit}
        </Button>
      </div>
    </form>
  );
}

/** A time that somebody could keep, or any other. */
function When(props: Pick<StepProps, 'order' | 'now'> & { typed: string; onType: (typed: string) => void }) {
  const m = useMessages().steps;
  return (
    <>
      <SlotChoices
        orderId={props.order.id}
        now={props.now}
        chosen={momentOf(props.typed)}
        onChoose={(start) => props.onType(typedMoment(start))}
      />
      <MomentField label={m.promise.time} value={props.typed} onChange={props.onType} required />
    </>
  );
}

function Wishes({ starts, now }: { starts: readonly Instant[]; now: Instant }) {
  const m = useMessages();
  const language = useLanguage();
  if (starts.length === 0) return null;
  return (
    <p className={classes.hint}>
      {m.dispatch.detail.preferred} {m.common.list(starts.map((at) => dayAndClock(at, now, m, language)))}
    </p>
  );
}
