'use client';

import { useState } from 'react';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { clock, dayWords, isoDay } from '../../ui/time.ts';
import { BigButton } from '../big-button.tsx';
import { CheckRow, ChoiceRow } from '../check-row.tsx';
import classes from '../field.module.css';
import { Say } from '../say.tsx';
import { readBackScript } from '../scripts.ts';
import type { StepProps } from '../step-props.ts';
import { instantOfWhen, type When, WhenPicker, whenOf } from '../when-picker.tsx';
import { WordsField } from '../words-field.tsx';

/** Agreeing the time: the customer's wish first (APPT-08), exact, read back (APPT-09). */
export function PromiseStep({ order, step, now }: StepProps) {
  const m = useMessages().field;
  const language = useLanguage();
  const first = order.preferredStarts.find((at) => at > now);
  const [when, setWhen] = useState<When>(first ? whenOf(first) : { day: whenOf(now).day, clock: '' });
  const [by, setBy] = useState<'customer' | 'company' | null>(null);
  const [reason, setReason] = useState('');
  const [readBack, setReadBack] = useState(false);
  const start = instantOfWhen(when);
  const needsReason = first !== undefined && start !== null && clockOf(start) !== clockOf(first);

  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.promise.body}</p>
      <WhenPicker
        value={when}
        onChange={(value) => {
          setWhen(value);
          setReadBack(false);
        }}
        now={now}
        quick={order.preferredStarts}
      />
      <ChoiceRow
        legend={m.promise.proposedBy}
        words={{ customer: m.promise.byCustomer, company: m.promise.byCompany }}
        value={by}
        onChange={setBy}
      />
      {needsReason ? <WordsField label={m.promise.reason} value={reason} onChange={setReason} /> : null}
      {start !== null ? (
        <>
          <Say heading={m.promise.readBack}>
            {readBackScript(order, `${dayWords(start, 'zh-CN')} ${clock(start)} `)}
          </Say>
          <CheckRow
            checked={readBack}
            onChange={setReadBack}
            hint={language === 'en' ? `${dayWords(start, 'en')} ${clock(start)}` : undefined}
          >
            {m.promise.readBackDone}
          </CheckRow>
        </>
      ) : null}
      <BigButton
        disabled={start === null || by === null || !readBack}
        loading={step.busy}
        onClick={() => {
          if (start === null || by === null) return;
          void step.run(
            'appointment.confirm',
            {
              orderId: order.id,
              start,
              proposedBy: by,
              ...(order.preferredStarts.length > 0 ? { preferred: order.preferredStarts } : {}),
              ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
            },
            m.sent.promise,
          );
        }}
      >
        {m.promise.action}
      </BigButton>
    </div>
  );
}

/** Wishes are compared to the minute, as they are spoken. */
function clockOf(at: number): string {
  return `${isoDay(at)} ${clock(at)}`;
}
