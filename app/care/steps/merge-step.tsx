'use client';

import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { duplicatesOf } from './duplicates.ts';
import classes from './order-steps.module.css';
import type { StepProps } from './step.ts';

/** The same matter taken in twice, or one line of an outage: this order ends and the other goes on (OUTG-02, §22.1). */
export function MergeStep({ order, board, now, busy, run }: StepProps) {
  const m = useMessages();
  const g = m.steps.merge;
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState<string | null>(null);
  const { orders, outages } = useMemo(() => duplicatesOf(order, board, typed), [order, board, typed]);
  const when = (at: number) => dayAndClock(at, now, m, language);
  const choices = [
    ...outages.map((outage) => ({
      id: outage.id,
      title: m.network.outage.one,
      words: [outage.cause, when(outage.openedAt)],
    })),
    ...orders.map(({ order: other, card }) => ({
      id: other.id,
      title: `${m.order.type[other.type]} · ${other.number}`,
      words: [card?.name, other.estate, m.order.status[other.status], when(other.intakeAt)],
    })),
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (into !== null)
          void run([{ type: 'order.merge', payload: { orderId: order.id, into } }], g.done(order.number));
      }}
    >
      <p className={classes.hint}>{g.hint}</p>
      <TextInput
        label={g.find}
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {choices.length === 0 ? <p className={classes.hint}>{g.none}</p> : null}
      <ul className={classes.offers} aria-label={g.choose}>
        {choices.map(({ id, title, words }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={into === id}
              data-into={id}
              onClick={() => setInto(into === id ? null : id)}
            >
              <strong>{title}</strong>
              <small>{words.filter(Boolean).join(' · ')}</small>
            </button>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button
          type="submit"
          loading={busy}
          disabled={into === null || !choices.some(({ id }) => id === into)}
        >
          {g.submit}
        </Button>
      </div>
    </form>
  );
}
