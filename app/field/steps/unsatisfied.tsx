'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';
import { WordsField } from '../words-field.tsx';

/** The customer is not satisfied: work goes on; after a repair, else, the reason for leaving all the same is recorded (SITE-23). */
export function Unsatisfied({
  order,
  step,
  onGoOn,
  onSign,
}: StepProps & { onGoOn: () => void; onSign: (reason: string) => void }) {
  const m = useMessages();
  const words = m.onSite.unsatisfied;
  const time = useClock();
  const [reason, setReason] = useState('');
  return (
    <div className={classes.stack}>
      <h3>{words.title}</h3>
      <BigButton
        loading={step.busy}
        onClick={async () => {
          const payload = { orderId: order.id, occurredAt: time.now() };
          if (await step.run('visit.work', payload, m.field.sent.step)) onGoOn();
        }}
      >
        {words.goOn}
      </BigButton>
      {order.type === 'fault' ? (
        <>
          <p className={classes.body}>{words.leave}</p>
          <WordsField label={words.reason} value={reason} onChange={setReason} />
          <Button
            size="lg"
            fullWidth
            variant="default"
            disabled={reason.trim() === ''}
            onClick={() => onSign(reason.trim())}
          >
            {words.sign}
          </Button>
        </>
      ) : null}
    </div>
  );
}
