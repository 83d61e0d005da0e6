'use client';

import { useState } from 'react';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import classes from '../field.module.css';
import { WordsField } from '../words-field.tsx';
import type { DoorProps } from './door-props.ts';

/** Giving way to a conflict that cannot be settled (SITE-26); nothing stands in the way of leaving. */
export function SafetyDoor({ order, step, onDone }: DoorProps) {
  const m = useMessages().onSite.safety;
  const time = useClock();
  const [reason, setReason] = useState('');
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.body}</p>
      <WordsField label={m.reason} value={reason} onChange={setReason} />
      <BigButton
        color="red"
        loading={step.busy}
        onClick={async () => {
          const given = reason.trim() === '' ? m.door : reason.trim();
          const payload = { orderId: order.id, reason: given, occurredAt: time.now() };
          if (await step.run('visit.safety', payload, m.sent)) onDone();
        }}
      >
        {m.action}
      </BigButton>
    </div>
  );
}
