'use client';

import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { standardOf } from '#domain/standard/catalogue.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import classes from './order-steps.module.css';
import type { StepProps } from './step.ts';

/**
 * The expert seat solves a fault by telephone or hands it on to dispatch (DISP-03). What was tried is written down with the home before
 * the outcome (INTK-06, APPT-13), and solved is only what the customer has confirmed.
 */
export function RemoteStep({ order, now, busy, run }: StepProps) {
  const m = useMessages();
  const r = m.steps.remote;
  const language = useLanguage();
  const [tried, setTried] = useState(order.site.remoteSteps.join('\n'));
  const [confirmed, setConfirmed] = useState(false);
  const orderId = order.id;
  const standard = standardOf(order);
  const remoteSteps = tried
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

  if (order.status !== 'remote_handling')
    return (
      <>
        <p className={classes.hint}>{r.start(standard.get('expert.maxMin'))}</p>
        <div className={classes.actions}>
          <Button
            loading={busy}
            onClick={() =>
              void run([{ type: 'order.remote', payload: { orderId, result: 'started' } }], r.started)
            }
          >
            {r.begin}
          </Button>
        </div>
      </>
    );

  const due = timersOf(order, standard, now).find(
    ({ name, open }) => name === 'T_EXPERT' && open,
  )?.dueEffective;
  const end = (result: 'solved' | 'unsolved') =>
    run(
      [
        {
          type: 'site.record',
          payload: { orderId, selfRepair: result === 'solved' ? 'yes' : 'no', remoteSteps },
        },
        { type: 'order.remote', payload: { orderId, result } },
      ],
      result === 'solved' ? r.solved : r.unsolved,
    );
  return (
    <>
      {due === undefined ? null : (
        <p className={classes.hint}>{r.until(dayAndClock(due, now, m, language))}</p>
      )}
      <Textarea
        label={r.tried}
        description={r.triedHint}
        autosize
        minRows={2}
        maxLength={2000}
        value={tried}
        onChange={(event) => setTried(event.currentTarget.value)}
      />
      <Checkbox
        label={r.confirmed}
        checked={confirmed}
        onChange={(event) => setConfirmed(event.currentTarget.checked)}
      />
      <div className={classes.actions}>
        <Button
          loading={busy}
          disabled={!confirmed || remoteSteps.length === 0}
          onClick={() => void end('solved')}
        >
          {r.solve}
        </Button>
        <Button
          variant="default"
          loading={busy}
          disabled={remoteSteps.length === 0}
          onClick={() => void end('unsolved')}
        >
          {r.handOn}
        </Button>
      </div>
    </>
  );
}

/** A fault that was solved from the desk is answered from the desk (DONE-05). */
export function ReplyStep({ order, busy, run }: StepProps) {
  const m = useMessages().steps.reply;
  return (
    <div className={classes.actions}>
      <Button
        loading={busy}
        onClick={() => void run([{ type: 'order.reply', payload: { orderId: order.id } }], m.done)}
      >
        {m.send}
      </Button>
      <span className={classes.hint}>{m.hint}</span>
    </div>
  );
}
