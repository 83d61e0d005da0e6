'use client';

import { useState } from 'react';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import { CheckRow } from '../check-row.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';

/** Service is live, or back: this tap stops the clock of the install or the fault. */
export function ActivateStep({ order, step, takeBack }: StepProps) {
  const m = useMessages().field;
  const time = useClock();
  const [temporary, setTemporary] = useState(false);
  const repair = order.type === 'fault';
  const action = repair ? m.activate.restoreAction : m.activate.action;
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{repair ? m.activate.restoreBody : m.activate.body}</p>
      {repair ? (
        <CheckRow checked={temporary} onChange={setTemporary}>
          {m.activate.temporary}
        </CheckRow>
      ) : null}
      <BigButton
        loading={step.busy}
        disabled={takeBack.waiting}
        onClick={() => {
          const occurredAt = time.now();
          takeBack.offer(
            action,
            () =>
              void step.run(
                'visit.activate',
                { orderId: order.id, occurredAt, ...(temporary ? { temporary } : {}) },
                m.sent.step,
              ),
          );
        }}
      >
        {action}
      </BigButton>
    </div>
  );
}
