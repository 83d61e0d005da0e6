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
          <BigButton onClick={() => setHanded(true)}>{m.sign.handOver}</BigButton>
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

/** The customer's own screen over everything else; nothing on it is ticked beforehand. */
function HandOver({
  order,
  technician,
  step,
  ticks: cards,
  fee,
  unsatisfied,
  onBack,
  onUnsatisfied,
}: StepProps & { fee: Fee; unsatisfied: string | null; onBack: () => void; onUnsatisfied: () => void }) {
  const m = useMessages().field.sign;
  const time = useClock();
  const sent = useMessages().field.sent.step;
  const [ticks, setTicks] = useState({ works: false, clean: false, told: false, self: false });
  const all = ticks.works && ticks.clean && ticks.told && ticks.self;
  return (
    <div className={classes.handOver} role="dialog" aria-modal="true" aria-labelledby="hand-over-title">
      <h2 id="hand-over-title">{m.screenTitle}</h2>
      <p>{m.screenIntro(technician.name)}</p>
      <div className={classes.stack}>
        {(['works', 'clean', 'told', 'self'] as const).map((name) => (
          <CheckRow
            key={name}
            checked={ticks[name]}
            onChange={(checked) => setTicks({ ...ticks, [name]: checked })}
          >
            {m[name]}
          </CheckRow>
        ))}
      </div>
      <div className={classes.handOverActions}>
        <Button
          size="xl"
          fullWidth
          disabled={!all}
          loading={step.busy}
          onClick={async () => {
            await step.run(
              'visit.sign',
              {
                orderId: order.id,
                filledBy: 'customer',
                occurredAt: time.now(),
                ...checksOf(cards),
                ...feeOf(fee),
                ...(order.type === 'fault' ? { satisfied: unsatisfied === null } : {}),
                ...(unsatisfied === null ? {} : { reason: unsatisfied }),
              },
              sent,
            );
            onBack();
          }}
        >
          {m.confirm}
        </Button>
        <Button size="lg" fullWidth variant="default" onClick={onUnsatisfied}>
          {m.unsatisfied}
        </Button>
      </div>
    </div>
  );
}
