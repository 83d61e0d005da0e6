'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Order } from '#domain/order/order.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { VISIT_STEPS } from '#domain/visit/visit-states.ts';
import { useClock } from '../../ui/clock.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { BigButton } from '../big-button.tsx';
import { CheckRow } from '../check-row.tsx';
import { checksOf } from '../checklist-card.tsx';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';
import { stepsFor } from '../steps.ts';
import { WordsField } from '../words-field.tsx';
import { type Fee, FeeFields, feeOf } from './fee-fields.tsx';
import { HandOver } from './hand-over.tsx';
import { ObserveClock } from './observe-step.tsx';
import { TestStep } from './test-step.tsx';
import { Unsatisfied } from './unsatisfied.tsx';

/** Handing the phone over: the customer confirms in person, on a screen that begins empty (DONE-02, DONE-03). */
export function SignStep(props: StepProps) {
  const m = useMessages().field;
  const time = useClock();
  const { order, step } = props;
  const [handed, setHanded] = useState(false);
  const [refused, setRefused] = useState(false);
  const [reason, setReason] = useState('');
  const [fee, setFee] = useState<Fee>({ amount: '', invoiceNo: '' });
  const [unsatisfied, setUnsatisfied] = useState<string | null>(null);
  const [testing, setTesting] = useState(false);
  if (handed)
    return (
      <HandOver
        {...props}
        fee={fee}
        unsatisfied={unsatisfied === '' ? null : unsatisfied}
        onBack={() => setHanded(false)}
        onUnsatisfied={() => {
          setHanded(false);
          setUnsatisfied('');
        }}
      />
    );
  if (unsatisfied === '' && mayTake(order, 'visit.work'))
    return (
      <Unsatisfied
        {...props}
        onGoOn={() => setUnsatisfied(null)}
        onSign={(why) => {
          setUnsatisfied(why);
          setHanded(true);
        }}
      />
    );
  if (testing) return <TestStep {...props} onDone={() => setTesting(false)} />;
  return (
    <div className={classes.stack}>
      <ObserveClock {...props} />
      <p className={classes.body}>{m.sign.body}</p>
      <FeeFields fee={fee} onChange={setFee} />
      <CheckRow checked={refused} onChange={setRefused}>
        {m.sign.refused}
      </CheckRow>
      {refused ? (
        <>
          <WordsField label={m.sign.refusedReason} value={reason} onChange={setReason} />
          <BigButton
            variant="default"
            loading={step.busy}
            disabled={reason.trim() === ''}
            onClick={() =>
              void step.run(
                'visit.sign',
                {
                  orderId: order.id,
                  filledBy: 'technician',
                  refused: true,
                  ...checksOf(props.ticks),
                  ...feeOf(fee),
                  reason: reason.trim(),
                  occurredAt: time.now(),
                },
                m.sent.step,
              )
            }
          >
            {m.sign.recordRefusal}
          </BigButton>
        </>
      ) : (
        <>
          <BigButton loading={step.busy} onClick={() => setHanded(true)}>
            {m.sign.handOver}
          </BigButton>
          {stepsFor(order.type).includes('test') && mayTake(order, 'visit.test') ? (
            <Button size="lg" fullWidth variant="default" onClick={() => setTesting(true)}>
              {m.test.again}
            </Button>
          ) : null}
        </>
      )}
    </div>
  );
}

/** Whether the visit is where this step may be taken: work goes on, or is tested again, as long as nothing is signed (SITE-23). */
function mayTake(order: Order, step: 'visit.work' | 'visit.test'): boolean {
  const visit = currentVisit(order);
  return visit !== null && VISIT_STEPS[step].from.includes(visit.status);
}
