'use client';

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isChurn } from '#domain/callback/closing.ts';
import type { Order } from '#domain/order/order.ts';
import { ORDER_STEPS } from '#domain/order/order-states.ts';
import type { CommandType } from '#protocol/command.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from '../calls.module.css';
import type { OrderAct } from '../use-act.tsx';

/** A customer who wanted to leave and stays after all: nobody is sent (INTK-09, E-105). Nothing where there is nobody to keep. */
export function Retained(props: {
  order: Order;
  may: ReadonlySet<CommandType>;
  busy: boolean;
  run: (act: OrderAct, done: string) => Promise<unknown>;
}) {
  const m = useMessages();
  const f = m.calls.facts;
  const { order, may, busy, run } = props;
  const [stays, setStays] = useState('');
  if (!isChurn(order) || !ORDER_STEPS['order.retain'].from.includes(order.status)) return null;
  const payload = { orderId: order.id, reason: stays.trim() };
  return (
    <details className={classes.aside}>
      <summary>{f.retained}</summary>
      <TextInput
        label={f.retainedReason}
        value={stays}
        onChange={(event) => setStays(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={stays.trim() === '' || busy || !may.has('order.retain')}
        title={may.has('order.retain') ? undefined : m.calls.notYours}
        onClick={() => void run({ type: 'order.retain', payload }, f.retainedDone)}
      >
        {f.retain}
      </Button>
    </details>
  );
}
