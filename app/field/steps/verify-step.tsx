'use client';

import { useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import { CheckRow } from '../check-row.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';

/** Details checked before leaving (VRFY-01), where the call with the customer has not settled them. */
export function VerifyStep({ order, step }: StepProps) {
  const m = useMessages().field;
  const [details, setDetails] = useState(false);
  const words: Readonly<Record<string, string>> = m.mismatchDoor.fields;
  const wrong = order.mismatches
    .filter(({ correctedAt }) => correctedAt === null)
    .map(({ field }) => words[field] ?? field);
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.verify.body}</p>
      {wrong.length > 0 ? <p className={classes.body}>{m.verify.wrong(wrong)}</p> : null}
      <CheckRow checked={details} onChange={setDetails}>
        {m.verify.details}
      </CheckRow>
      <BigButton
        disabled={!details}
        loading={step.busy}
        onClick={() => void step.run('order.verify', { orderId: order.id }, m.sent.step)}
      >
        {m.verify.action}
      </BigButton>
    </div>
  );
}
