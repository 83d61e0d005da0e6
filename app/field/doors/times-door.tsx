'use client';

import { useState } from 'react';
import { standardOf } from '#domain/standard/catalogue.ts';
import { lateTimes } from '#domain/visit/device-clock.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock } from '../../ui/time.ts';
import { BigButton } from '../big-button.tsx';
import classes from '../field.module.css';
import { WordsField } from '../words-field.tsx';
import type { DoorProps } from './door-props.ts';

/** Steps that reached the server late, without a line: a supervisor confirms when they were taken, then figures go by that (ARITH-06). */
export function TimesDoor({ order, step, onDone }: DoorProps) {
  const { field, onSite } = useMessages();
  const m = onSite.times;
  const [reason, setReason] = useState('');
  const standard = standardOf(order);
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.body}</p>
      <ul className={classes.ledger}>
        {order.visits.flatMap((visit) =>
          lateTimes(visit, standard).map(({ step: taken, said, received }) => (
            <li key={`${visit.id} ${taken}`}>
              <strong>{m.step[taken]}</strong> {m.line(clock(said), clock(received))}
            </li>
          )),
        )}
      </ul>
      <WordsField label={m.reason} value={reason} onChange={setReason} />
      <BigButton
        disabled={reason.trim() === ''}
        loading={step.busy}
        onClick={async () => {
          const given = { orderId: order.id, reason: reason.trim() };
          const command = { type: 'order.confirm_times' as const, payload: given };
          // whoever was on the trip never confirms its times: it is asked for at once
          if (await step.run('approval.request', { ...given, command }, field.sent.approval)) onDone();
        }}
      >
        {m.action}
      </BigButton>
    </div>
  );
}
