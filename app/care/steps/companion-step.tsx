'use client';

import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { TechnicianId } from '#domain/base/brand.ts';
import { memberOf } from '../../live/board.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from './order-steps.module.css';
import type { StepProps } from './step.ts';

/** A second technician on the visit (E-101): who, and nobody any more. */
export function CompanionStep({ order, board, busy, run }: StepProps) {
  const m = useMessages().steps.companion;
  const [chosen, setChosen] = useState<TechnicianId | null>(null);
  const orderId = order.id;
  const goes = order.companionId === null ? undefined : memberOf(board, order.companionId);
  const others = [...board.technicians.values()]
    .filter(({ id }) => id !== order.technicianId && id !== order.companionId)
    .map(({ id, name, number }) => ({ value: id, label: `${name} ${number}` }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === null) return;
        const who = others.find(({ value }) => value === chosen)?.label ?? '';
        void run([{ type: 'order.accompany', payload: { orderId, technicianId: chosen } }], m.done(who)).then(
          (done) => done && setChosen(null),
        );
      }}
    >
      <p className={classes.hint}>{m.hint}</p>
      <Select
        label={goes ? m.instead(`${goes.name} ${goes.number}`) : m.who}
        data={others}
        value={chosen}
        searchable
        onChange={setChosen}
      />
      <div className={classes.actions}>
        <Button type="submit" loading={busy} disabled={chosen === null}>
          {m.submit}
        </Button>
        {order.companionId === null ? null : (
          <Button
            variant="default"
            loading={busy}
            onClick={() => void run([{ type: 'order.unaccompany', payload: { orderId } }], m.alone)}
          >
            {m.end}
          </Button>
        )}
      </div>
    </form>
  );
}
