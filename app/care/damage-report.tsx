'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { CLAIM_STEPS, claimStatus } from '#domain/damage/claim-states.ts';
import type { Order } from '#domain/order/order.ts';
import { useMessages } from '../ui/i18n/provider.tsx';

/** Something of the customer's was damaged: reported once, apologised for at once, paid within 48 hours (DMG-01). */
export function DamageReport(props: {
  order: Order;
  busy: boolean;
  onReport: () => Promise<unknown>;
  /** A target for a thumb. */
  large?: boolean;
}) {
  const m = useMessages().care.damage;
  const [asked, setAsked] = useState(false);
  const claim = claimStatus(props.order);
  if (!CLAIM_STEPS['damage.report'].from.includes(claim))
    return <p>{claim === 'compensated' ? m.paid : m.open}</p>;
  const size = props.large ? 'lg' : 'sm';
  return asked ? (
    <div>
      <p>{m.sure}</p>
      <Button size={size} color="red" loading={props.busy} onClick={() => void props.onReport()}>
        {m.confirm}
      </Button>
    </div>
  ) : (
    <Button size={size} variant="default" onClick={() => setAsked(true)}>
      {m.report}
    </Button>
  );
}
