'use client';

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { CommandRefused } from '#protocol/command.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import classes from './reveal-number.module.css';

/** Asks why somebody looks at what is a customer's own; the reason is kept, and the look lasts a quarter of an hour (PRIV-01). */
export function AskReason(props: {
  orderId: OrderId;
  action: string;
  now: Instant;
  onShown: (card: CustomerCard) => void;
  onCancel: () => void;
}) {
  const m = useMessages();
  const r = m.care.reveal;
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CommandRefused | null>(null);
  const look = async () => {
    setBusy(true);
    const answer = await reveal(props.orderId, reason.trim());
    setBusy(false);
    if ('code' in answer) setRefusal(answer);
    else props.onShown(answer);
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <TextInput
        label={r.reason}
        description={r.hint}
        size="xs"
        maxLength={200}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <span className={classes.actions}>
        <Button type="submit" size="xs" loading={busy} disabled={reason.trim() === ''}>
          {props.action}
        </Button>
        <Button size="xs" variant="default" onClick={props.onCancel}>
          {m.common.cancel}
        </Button>
      </span>
      {refusal ? <RefusalNotice refusal={refusal} now={props.now} /> : null}
    </form>
  );
}

/** The customer with the full number, or why it is not shown. */
async function reveal(orderId: OrderId, reason: string): Promise<CustomerCard | CommandRefused> {
  const away: CommandRefused = { ok: false, code: 'retry', title: 'The server does not answer.' };
  try {
    const answer = await fetch(`/api/v1/orders/${encodeURIComponent(orderId)}/reveal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
    });
    const body = (await answer.json()) as Partial<CommandRefused> & { customer?: CustomerCard | null };
    return answer.ok && body.customer ? body.customer : { ...away, ...body, ok: false };
  } catch {
    // the network is away, or a proxy answered with a page of its own: the notice says that nothing was done
    return away;
  }
}
