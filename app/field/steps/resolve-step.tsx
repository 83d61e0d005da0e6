'use client';

import { useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import { ChoiceRow } from '../check-row.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';

type Side = 'central_office' | 'third_party' | 'customer_side';

/** Completing the order; a fault needs its cause (ATTR-01). */
export function ResolveStep({ order, step }: StepProps) {
  const m = useMessages().field;
  const [side, setSide] = useState<Side | null>(null);
  const needsCause = order.type === 'fault';
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.resolve.body}</p>
      {needsCause ? (
        <ChoiceRow legend={m.resolve.cause} words={m.resolve.causes} value={side} onChange={setSide} />
      ) : null}
      <BigButton
        disabled={needsCause && side === null}
        loading={step.busy}
        onClick={() =>
          void step.run(
            'order.resolve',
            { orderId: order.id, ...(side === null ? {} : { causeSide: side }) },
            m.sent.resolved,
          )
        }
      >
        {m.resolve.action}
      </BigButton>
    </div>
  );
}

/** Replying to the dispatching unit (DONE-05). */
export function ReplyStep({ order, step }: StepProps) {
  const m = useMessages().field;
  return (
    <>
      <p className={classes.body}>{m.reply.body}</p>
      <BigButton
        loading={step.busy}
        onClick={() => void step.run('order.reply', { orderId: order.id }, m.sent.replied)}
      >
        {m.reply.action}
      </BigButton>
    </>
  );
}
