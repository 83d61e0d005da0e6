'use client';

import { useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import { CheckRow } from '../check-row.tsx';
import classes from '../field.module.css';
import type { DoorProps } from './door-props.ts';

/** The customer calls the crew off on its way and names no new time (CHG-10): the trip ends and the order waits for the customer. */
export function NotTodayDoor({ order, step, onDone }: DoorProps) {
  const m = useMessages().field;
  const [said, setSaid] = useState(false);
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.notTodayDoor.body}</p>
      <CheckRow checked={said} onChange={setSaid}>
        {m.notTodayDoor.said}
      </CheckRow>
      <BigButton
        disabled={!said}
        loading={step.busy}
        onClick={async () => {
          const payload = { orderId: order.id, reason: 'customer_wish' as const };
          if (await step.run('hold.start', payload, m.sent.notToday)) onDone();
        }}
      >
        {m.notTodayDoor.action}
      </BigButton>
    </div>
  );
}
