'use client';

import { useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import classes from '../field.module.css';
import { instantOfWhen, type When, WhenPicker, whenOf } from '../when-picker.tsx';
import { WordsField } from '../words-field.tsx';
import type { DoorProps } from './door-props.ts';

/** A repair that will miss its limit: the reason and the new time go to the dispatching unit (BLOK-07). */
export function DelayDoor({ order, step, now, onDone }: DoorProps) {
  const m = useMessages().onSite.delay;
  const [reason, setReason] = useState('');
  const [when, setWhen] = useState<When>({ day: whenOf(now).day, clock: '' });
  const newEta = instantOfWhen(when);
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.body}</p>
      <WordsField label={m.reason} value={reason} onChange={setReason} />
      <p className={classes.body}>{m.newEta}</p>
      <WhenPicker value={when} onChange={setWhen} now={now} />
      <BigButton
        disabled={reason.trim() === '' || newEta === null}
        loading={step.busy}
        onClick={async () => {
          if (newEta === null) return;
          const payload = { orderId: order.id, reason: reason.trim(), newEta };
          if (await step.run('dept.report', payload, m.sent)) onDone();
        }}
      >
        {m.action}
      </BigButton>
    </div>
  );
}
