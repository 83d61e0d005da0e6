'use client';

import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { isUnderWay } from '#domain/hold/put-off.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { MomentField, momentOf } from '../../ui/moment-field.tsx';
import classes from './order-steps.module.css';
import type { StepProps } from './step.ts';

type HoldReason = OrderCommands['hold.start']['reason'];
const REASONS: readonly HoldReason[] = [
  'customer_wish',
  'customer_absent',
  'unreachable',
  'customer_owned_line',
];

/** The order waits for its customer and its clock stops; a wish needs a time that we offered inside the limit (APPT-11, APPT-16); a crew on its way is called off (CHG-10). */
export function HoldStart({ order, busy, run }: StepProps) {
  const m = useMessages().steps.hold;
  const underWay = isUnderWay(order);
  const [reason, setReason] = useState<HoldReason | null>(underWay ? 'customer_wish' : null);
  const [until, setUntil] = useState('');
  const [offered, setOffered] = useState('');
  const untilAt = momentOf(until);
  const offeredAt = momentOf(offered);
  const offers = reason === 'customer_wish' && !underWay;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === null) return;
        const payload = {
          orderId: order.id,
          reason,
          ...(untilAt === null ? {} : { until: untilAt }),
          ...(offers && offeredAt !== null ? { offered: [offeredAt] } : {}),
        };
        void run([{ type: 'hold.start', payload }], m.started);
      }}
    >
      <Radio.Group
        label={m.reason}
        required
        value={reason ?? ''}
        onChange={(value) => setReason(value as HoldReason)}
      >
        <div className={classes.choices}>
          {(underWay ? (['customer_wish'] as const) : REASONS).map((one) => (
            <Radio key={one} value={one} label={m.reasons[one]} />
          ))}
        </div>
      </Radio.Group>
      {offers ? <MomentField label={m.offered} value={offered} onChange={setOffered} /> : null}
      <MomentField label={m.until} value={until} onChange={setUntil} />
      <div className={classes.actions}>
        <Button type="submit" loading={busy} disabled={reason === null}>
          {underWay ? m.callOff : m.start}
        </Button>
        <span className={classes.hint}>{underWay ? m.callOffHint : m.hint}</span>
      </div>
    </form>
  );
}

/** The customer is there again: the clock goes on from now (ARITH-07). */
export function HoldEnd({ order, busy, run }: StepProps) {
  const m = useMessages().steps.hold;
  return (
    <div className={classes.actions}>
      <Button
        loading={busy}
        onClick={() => void run([{ type: 'hold.end', payload: { orderId: order.id } }], m.ended)}
      >
        {m.end}
      </Button>
      <span className={classes.hint}>{m.endHint}</span>
    </div>
  );
}
