'use client';

import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Cause } from '#domain/order/order-type.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { Causes } from './give-up-steps.tsx';
import classes from './order-steps.module.css';
import type { StepProps } from './step.ts';

/** Whose cause a change really was: a supervisor who did not make it says so, anybody else asks for it (CHG-04, RECD-01). */
export function RuleCause({ order, now, busy, run }: StepProps) {
  const m = useMessages();
  const s = m.steps.ruleCause;
  const language = useLanguage();
  const changes = order.appointments.filter(({ change }) => change !== null);
  const [chosen, setChosen] = useState(String(changes.at(-1)?.version ?? ''));
  const [cause, setCause] = useState<Cause | null>(null);
  const [reason, setReason] = useState('');
  const change = changes.find(({ version }) => String(version) === chosen)?.change;
  const given = reason.trim();
  if (!change) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (cause === null || given === '') return;
        const payload = { orderId: order.id, appointmentVersion: Number(chosen), cause, reason: given };
        void run([{ type: 'order.rule_cause', payload }], s.done);
      }}
    >
      <Select
        label={s.change}
        allowDeselect={false}
        data={changes.map(({ version, start }) => ({
          value: String(version),
          label: `${m.dispatch.change.version(version)} · ${dayAndClock(start, now, m, language)}`,
        }))}
        value={chosen}
        onChange={(value) => setChosen(value ?? chosen)}
      />
      <p className={classes.hint}>{s.recorded(m.order.cause[change.cause])}</p>
      <Causes value={cause} onChange={setCause} />
      <TextInput
        label={m.steps.reason}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button
          type="submit"
          loading={busy}
          disabled={cause === null || cause === change.cause || given === ''}
        >
          {s.submit}
        </Button>
        <span className={classes.hint}>{s.hint}</span>
      </div>
    </form>
  );
}
