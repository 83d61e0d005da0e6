'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { type CustomerField, CustomerFields, type CustomerTold, toldOf } from '../customer-fields.tsx';
import classes from './order-steps.module.css';
import type { StepProps } from './step.ts';

const FIELDS: readonly CustomerField[] = ['customerName', 'contactPhone', 'address'];

/** What was found wrong is put right and checked with the customer; the visit may then go (DISP-04, VRFY-01). */
export function CorrectStep({ order, busy, run }: StepProps) {
  const m = useMessages();
  const c = m.steps.correct;
  const [typed, setTyped] = useState<CustomerTold>({});
  const wrong = order.mismatches.filter(({ correctedAt }) => correctedAt === null);
  const words: Readonly<Record<string, string>> = m.field.mismatchDoor.fields;
  const customer = toldOf(typed);
  const payload = { orderId: order.id, ...(Object.keys(customer).length > 0 ? { customer } : {}) };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run([{ type: 'order.verify', payload }], c.done);
      }}
    >
      {wrong.map(({ field, causedBy, at }) => (
        <p key={`${field} ${at}`} className={classes.hint} data-wrong={field}>
          {c.wrong(words[field] ?? field, m.field.mismatchDoor[causedBy])}
        </p>
      ))}
      <CustomerFields fields={FIELDS} typed={typed} onType={setTyped} />
      <p className={classes.hint}>{c.hint}</p>
      <div className={classes.actions}>
        <Button type="submit" loading={busy}>
          {c.submit}
        </Button>
      </div>
    </form>
  );
}
