'use client';

import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { BigButton } from '../big-button.tsx';
import { dueOf } from '../due.ts';
import classes from '../field.module.css';
import type { StepProps } from '../step-props.ts';

/** Taking an order on (ACPT-01). Returning it is among the side doors. */
export function AcceptStep({ order, technician, step, now }: StepProps) {
  const messages = useMessages();
  const m = messages.field;
  const language = useLanguage();
  const due = dueOf(order, ['T_ACCEPT'], now);
  return (
    <>
      <p className={classes.body}>{m.accept.body}</p>
      {due ? <p className={classes.due}>{m.accept.due(dayAndClock(due, now, messages, language))}</p> : null}
      <BigButton
        loading={step.busy}
        onClick={() =>
          void step.run('order.accept', { orderId: order.id, technicianId: technician.id }, m.sent.accept)
        }
      >
        {m.accept.action}
      </BigButton>
    </>
  );
}
