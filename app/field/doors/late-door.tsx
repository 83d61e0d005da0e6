'use client';

import { useState } from 'react';
import { servableAppointment } from '#domain/appointment/current.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { WordsCheck } from '../../ui/refusal/words-check.tsx';
import { clock } from '../../ui/time.ts';
import { BigButton } from '../big-button.tsx';
import { CheckRow, ChoiceRow } from '../check-row.tsx';
import classes from '../field.module.css';
import { Say } from '../say.tsx';
import { lateScript } from '../scripts.ts';
import { CallRecord } from '../steps/call-step.tsx';
import { WordsField } from '../words-field.tsx';
import type { DoorProps } from './door-props.ts';

const STEPS_MIN = ['15', '30', '45', '60'] as const;

/** Telling lateness before the promised time (TRAV-03, CHG-05): call, explain, then declare. */
export function LateDoor(props: DoorProps) {
  const m = useMessages();
  const { order, step, onDone } = props;
  const [late, setLate] = useState<(typeof STEPS_MIN)[number] | null>(null);
  const [reason, setReason] = useState('');
  const [called, setCalled] = useState(false);
  const promise = servableAppointment(order);
  if (!promise) return null;
  const eta = late === null ? null : promise.end + Number(late) * MINUTE;
  const words = {
    '15': m.common.minutes(15),
    '30': m.common.minutes(30),
    '45': m.common.minutes(45),
    '60': m.common.minutes(60),
  };
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.field.lateDoor.body}</p>
      <ChoiceRow legend={m.field.lateDoor.by} words={words} value={late} onChange={setLate} />
      <WordsField label={m.field.lateDoor.reason} value={reason} onChange={setReason} />
      <WordsCheck words={reason} order={order} now={props.now} />
      {eta === null ? null : (
        <Say heading={m.field.call.say}>{lateScript(clock(promise.start), clock(eta), reason.trim())}</Say>
      )}
      <CallRecord {...props} onConnected={() => setCalled(true)} />
      <CheckRow checked={called} onChange={setCalled}>
        {m.field.lateDoor.called}
      </CheckRow>
      <BigButton
        disabled={eta === null || reason.trim() === '' || !called}
        loading={step.busy}
        onClick={async () => {
          if (eta === null) return;
          const sent = await step.run(
            'appointment.late',
            { orderId: order.id, eta, reason: reason.trim() },
            m.field.sent.late,
          );
          if (sent) onDone();
        }}
      >
        {m.field.lateDoor.action}
      </BigButton>
    </div>
  );
}
