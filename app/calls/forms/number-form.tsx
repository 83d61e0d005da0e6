'use client';

import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { DOUBTED_AFTER, PHONE_FIELD } from '#domain/hold/number-doubt.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { ORDER_STEPS } from '#domain/order/order-states.ts';
import { CustomerFields, type CustomerTold, toldOf } from '../../care/customer-fields.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from '../calls.module.css';
import type { OrderAct } from '../use-act.tsx';
import type { FormProps } from './form.tsx';

type Source = OrderCommands['order.mismatch']['causedBy'];

/** A number that nobody has (E-55, DISP-04): whose mistake it was, or the right one, which lets the order go on at once. */
export function NumberForm({ item, act, may }: FormProps) {
  const m = useMessages();
  const n = m.calls.number;
  const { order } = item;
  const orderId = order.id;
  const [typed, setTyped] = useState<CustomerTold>({});
  const [source, setSource] = useState<Source | null>(null);
  const customer = toldOf(typed);
  const mayTell = may.has('order.mismatch') && ORDER_STEPS['order.mismatch'].from.includes(order.status);
  const acts: readonly OrderAct[] = [
    ...(source === null
      ? []
      : [{ type: 'order.mismatch', payload: { orderId, field: PHONE_FIELD, causedBy: source } } as const]),
    ...(customer.phone === undefined
      ? []
      : [{ type: 'order.verify', payload: { orderId, ...{ customer } } } as const]),
  ];
  return (
    <form
      className={classes.form}
      data-number-form
      onSubmit={(event) => {
        event.preventDefault();
        if (acts.length > 0) void act.run(acts, n.done);
      }}
    >
      <p className={classes.hint}>{n.why(DOUBTED_AFTER)}</p>
      <CustomerFields fields={[PHONE_FIELD]} typed={typed} onType={setTyped} />
      {mayTell ? (
        <Radio.Group label={n.source} value={source ?? ''} onChange={(value) => setSource(value as Source)}>
          <div className={classes.choices}>
            <Radio value="customer" label={n.byCustomer} />
            <Radio value="company" label={n.byCompany} />
          </div>
        </Radio.Group>
      ) : null}
      <p className={classes.hint}>{source === null ? n.goesOn : n.goesBack}</p>
      <div className={classes.actions}>
        <Button
          type="submit"
          loading={act.busy !== null}
          disabled={acts.length === 0 || !may.has('order.verify')}
          title={may.has('order.verify') ? undefined : m.calls.notYours}
        >
          {n.submit}
        </Button>
      </div>
    </form>
  );
}
