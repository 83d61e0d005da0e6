'use client';

import { useState } from 'react';
import { servableAppointment } from '#domain/appointment/current.ts';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { WordsCheck } from '../../ui/refusal/words-check.tsx';
import { BigButton } from '../big-button.tsx';
import { CheckRow } from '../check-row.tsx';
import classes from '../field.module.css';
import { instantOfWhen, type When, WhenPicker, whenOf } from '../when-picker.tsx';
import { WordsField } from '../words-field.tsx';
import type { DoorProps } from './door-props.ts';

/** The customer's own wish for another time (CHG-10): allowed before entry, not counted. */
export function ChangeDoor({ order, step, now, onDone }: DoorProps) {
  const m = useMessages().field;
  const time = useClock();
  const promise = servableAppointment(order);
  const [when, setWhen] = useState<When>(whenOf(promise?.start ?? now));
  const [reason, setReason] = useState('');
  const [agreed, setAgreed] = useState(false);
  const start = instantOfWhen(when);
  if (!promise) return null;
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.changeDoor.body}</p>
      <WhenPicker value={when} onChange={setWhen} now={now} />
      <WordsField label={m.changeDoor.reason} value={reason} onChange={setReason} />
      <WordsCheck words={reason} order={order} now={now} />
      <CheckRow checked={agreed} onChange={setAgreed}>
        {m.changeDoor.agreed}
      </CheckRow>
      <BigButton
        disabled={start === null || start === promise.start || reason.trim() === '' || !agreed}
        loading={step.busy}
        onClick={async () => {
          if (start === null) return;
          const sent = await step.run(
            'appointment.change',
            {
              orderId: order.id,
              start,
              end: start + (promise.end - promise.start),
              cause: 'customer',
              reason: reason.trim(),
              notifiedAt: time.now(),
              agreed: true,
              reached: true,
              appointmentVersion: promise.version,
            },
            m.sent.change,
          );
          if (sent) onDone();
        }}
      >
        {m.changeDoor.action}
      </BigButton>
    </div>
  );
}
