'use client';

import { useState } from 'react';
import { servableAppointment } from '#domain/appointment/current.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { promiseWords } from '../../ui/time.ts';
import { CheckRow } from '../check-row.tsx';
import type { StepProps } from '../step-props.ts';
import { TapStep } from './tap-step.tsx';

/** Setting out: kit and dress are ticked first (VRFY-02, VRFY-03); the details were checked with the customer. */
export function DepartStep(props: StepProps) {
  const m = useMessages().field;
  const [kit, setKit] = useState(false);
  const [badge, setBadge] = useState(false);
  const promise = servableAppointment(props.order);
  return (
    <TapStep
      {...props}
      type="visit.depart"
      body={m.depart.body(promise ? promiseWords(promise.start, promise.end) : '')}
      action={m.depart.action}
      done={m.sent.step}
      disabled={!(kit && badge)}
    >
      <CheckRow checked={kit} onChange={setKit} hint={m.verify.kitItems}>
        {m.verify.kit}
      </CheckRow>
      <CheckRow checked={badge} onChange={setBadge}>
        {m.verify.badge}
      </CheckRow>
    </TapStep>
  );
}
