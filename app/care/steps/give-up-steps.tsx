'use client';

import { Button, Radio, SegmentedControl, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { CAUSES, type Cause } from '#domain/order/order-type.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from './order-steps.module.css';
import type { StepProps } from './step.ts';

/** A reason and the button that acts on it; nothing is given up without one. */
function Reasoned(props: {
  busy: boolean;
  submit: string;
  onSubmit: (reason: string) => void;
  ready?: boolean;
  danger?: boolean;
  children?: ReactNode;
}) {
  const m = useMessages().steps;
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const ready = given !== '' && props.ready !== false;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) props.onSubmit(given);
      }}
    >
      {props.children}
      <TextInput
        label={m.reason}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button
          type="submit"
          loading={props.busy}
          disabled={!ready}
          {...(props.danger ? { color: 'red' } : {})}
        >
          {props.submit}
        </Button>
      </div>
    </form>
  );
}

/** The customer withdraws, or it was taken in twice: the order ends and whoever was on the way is told (§22.1). */
export function CancelOrder({ order, busy, run }: StepProps) {
  const m = useMessages().steps.cancel;
  const [by, setBy] = useState<'customer' | 'company'>('customer');
  return (
    <Reasoned
      busy={busy}
      danger
      submit={m.submit}
      onSubmit={(reason) =>
        void run([{ type: 'order.cancel', payload: { orderId: order.id, by, reason } }], m.done)
      }
    >
      <SegmentedControl
        aria-label={m.by}
        data={[
          { value: 'customer', label: m.customer },
          { value: 'company', label: m.company },
        ]}
        value={by}
        onChange={(value) => setBy(value as 'customer' | 'company')}
      />
      <p className={classes.hint}>{m.hint}</p>
    </Reasoned>
  );
}

/** A promise taken back without a new one; notice and limit hold as for a change (CHG-06). */
export function CancelPromise({ order, busy, run }: StepProps) {
  const m = useMessages();
  const c = m.steps.cancelPromise;
  const [cause, setCause] = useState<Cause | null>(null);
  return (
    <Reasoned
      busy={busy}
      ready={cause !== null}
      submit={c.submit}
      onSubmit={(reason) =>
        cause === null
          ? undefined
          : void run([{ type: 'appointment.cancel', payload: { orderId: order.id, cause, reason } }], c.done)
      }
    >
      <p className={classes.hint}>{c.hint}</p>
      <Causes value={cause} onChange={setCause} />
    </Reasoned>
  );
}

/** Whose doing it is (CHG-04). */
export function Causes(props: { value: Cause | null; onChange: (cause: Cause) => void }) {
  const m = useMessages();
  return (
    <Radio.Group
      label={m.steps.cause}
      required
      value={props.value ?? ''}
      onChange={(value) => props.onChange(value as Cause)}
    >
      <div className={classes.choices}>
        {CAUSES.map((cause) => (
          <Radio key={cause} value={cause} label={m.order.cause[cause]} />
        ))}
      </div>
    </Radio.Group>
  );
}

/** A change that was asked for is dropped before the customer has answered; the promise stands (§22.3). */
export function WithdrawChange({ order, busy, run }: StepProps) {
  const m = useMessages().steps.withdraw;
  return (
    <div className={classes.actions}>
      <Button
        loading={busy}
        onClick={() => void run([{ type: 'appointment.withdraw', payload: { orderId: order.id } }], m.done)}
      >
        {m.submit}
      </Button>
      <span className={classes.hint}>{m.hint}</span>
    </div>
  );
}

/** Not installable for reasons outside; a supervisor decides (BLOK-05). */
export function Unserviceable({ order, busy, run }: StepProps) {
  const m = useMessages().steps.unserviceable;
  return (
    <Reasoned
      busy={busy}
      submit={m.submit}
      onSubmit={(reason) =>
        void run([{ type: 'order.unserviceable', payload: { orderId: order.id, reason } }], m.done)
      }
    >
      <p className={classes.hint}>{m.hint}</p>
    </Reasoned>
  );
}
