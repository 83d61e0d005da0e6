'use client';

import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { urgeStatus } from '#domain/urge/urge-states.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { dayAndClock } from '../ui/time.ts';
import classes from './field.module.css';
import type { StepRun } from './use-step.ts';

/** Urge orders and the customer's own urging, as long as the order is unanswered (OVRD-01, OVRD-02); whoever has it says that it came. */
export function UrgeNote({ order, step, now }: { order: Order; step: StepRun; now: Instant }) {
  const m = useMessages();
  const language = useLanguage();
  const last = order.urges.at(-1);
  const customers = order.customerUrges.length;
  if (order.repliedAt !== null || (!last && customers === 0)) return null;
  const w = m.field.urged;
  const ofCustomer = customers > 0 ? w.customer(customers) : null;
  return (
    <div className={classes.urge} data-urged>
      <span>
        {[last ? w.urge(dayAndClock(last.at, now, m, language)) : null, ofCustomer]
          .filter(Boolean)
          .join(' · ')}
        {last ? <small>OVRD-01</small> : null}
      </span>
      {last && urgeStatus(last, order) === 'issued' ? (
        <button
          type="button"
          className={classes.rowAction}
          disabled={step.busy}
          onClick={() => void step.run('urge.ack', { orderId: order.id }, w.done)}
        >
          {w.ack}
        </button>
      ) : null}
    </div>
  );
}
