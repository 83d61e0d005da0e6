'use client';

import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CLAIM_STEPS, claimStatus } from '#domain/damage/claim-states.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { useMessages } from '../ui/i18n/provider.tsx';

/** Something of the customer's was damaged: reported once, apologised for at once, paid within 48 hours (DMG-01). */
export function DamageReport(props: {
  order: Order;
  busy: boolean;
  onReport: (report: OrderCommands['damage.report']) => Promise<unknown>;
}) {
  const m = useMessages().care.damage;
  const { order, busy, onReport } = props;
  const [asked, setAsked] = useState(false);
  const [item, setItem] = useState('');
  const [photo, setPhoto] = useState(false);
  const [apologised, setApologised] = useState(false);
  const claim = claimStatus(order);
  if (!CLAIM_STEPS['damage.report'].from.includes(claim))
    return <p>{claim === 'compensated' ? m.paid : m.open}</p>;
  if (!asked)
    return (
      <Button size="sm" variant="default" onClick={() => setAsked(true)}>
        {m.report}
      </Button>
    );
  return (
    <Stack gap="xs">
      <TextInput
        label={m.item}
        placeholder={m.itemHint}
        maxLength={200}
        value={item}
        onChange={(event) => setItem(event.currentTarget.value)}
      />
      <Checkbox label={m.photo} checked={photo} onChange={(event) => setPhoto(event.currentTarget.checked)} />
      <Checkbox
        label={m.apologised}
        checked={apologised}
        onChange={(event) => setApologised(event.currentTarget.checked)}
      />
      <p>{m.sure}</p>
      <Button
        size="sm"
        color="red"
        loading={busy}
        disabled={item.trim() === ''}
        onClick={() => void onReport({ orderId: order.id, item: item.trim(), photo, apologised })}
      >
        {m.confirm}
      </Button>
    </Stack>
  );
}
