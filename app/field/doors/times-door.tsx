'use client';

import { useState } from 'react';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { lateTimes } from '#domain/visit/device-clock.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock } from '../../ui/time.ts';
import { BigButton } from '../big-button.tsx';
import classes from '../field.module.css';
import { WordsField } from '../words-field.tsx';
import type { DoorProps } from './door-props.ts';

/** Steps that reached the server late, without a line: a supervisor confirms when they were taken, then figures go by that (ARITH-06). */
export function TimesDoor({ order, step, onDone }: DoorProps) {
  const m = useMessages().onSite.times;
  const [reason, setReason] = useState('');
  const standard = resolveStandard(order.standardId, order.standardVersion);
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
          const payload = { orderId: order.id, reason: reason.trim() };
          if (await step.run('order.confirm_times', payload, m.sent)) onDone();
        }}
      >
        {m.action}
      </BigButton>
    </div>
  );
}
