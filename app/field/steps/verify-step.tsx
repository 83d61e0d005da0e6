'use client';

import { useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import { CheckRow } from '../check-row.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';

/** Details, kit and dress checked before leaving (VRFY-01…03). */
export function VerifyStep({ order, step }: StepProps) {
  const m = useMessages().field;
  const [details, setDetails] = useState(false);
  const [kit, setKit] = useState(false);
  const [badge, setBadge] = useState(false);
  return (
    <div className={classes.stack}>
      <p className={classes.body}>{m.verify.body}</p>
      <CheckRow checked={details} onChange={setDetails}>
        {m.verify.details}
      </CheckRow>
      <CheckRow checked={kit} onChange={setKit} hint={m.verify.kitItems}>
        {m.verify.kit}
      </CheckRow>
      <CheckRow checked={badge} onChange={setBadge}>
        {m.verify.badge}
      </CheckRow>
      <BigButton
        disabled={!(details && kit && badge)}
        loading={step.busy}
        onClick={() => void step.run('order.verify', { orderId: order.id }, m.sent.step)}
      >
        {m.verify.action}
      </BigButton>
    </div>
  );
}
