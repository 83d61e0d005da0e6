'use client';

import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { REVEALED_FOR } from '#domain/privacy/reveal.ts';
import type { CommandRefused } from '#protocol/command.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import classes from './reveal-number.module.css';

interface Seen {
  readonly phone: string;
  readonly until: Instant;
}

/** The customer's number, masked; the digits for a reason, which is kept, and for a quarter of an hour (PRIV-01). */
export function RevealNumber(props: {
  order: Pick<Order, 'id'>;
  /** As this person may see it without asking. */
  masked: string;
  /** Whether this person's role may ask. */
  may: boolean;
  now: Instant;
}) {
  const m = useMessages();
  const r = m.care.reveal;
  const { order, masked, now } = props;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [refusal, setRefusal] = useState<CommandRefused | null>(null);
  useEffect(() => {
    if (seen && now >= seen.until) setSeen(null);
  }, [seen, now]);

  const look = async () => {
    setBusy(true);
    const answer = await reveal(order.id, reason.trim());
    setBusy(false);
    if (typeof answer !== 'string') {
      setRefusal(answer);
      return;
    }
    setRefusal(null);
    setAsking(false);
    setReason('');
    setSeen({ phone: answer, until: now + REVEALED_FOR });
  };

  if (seen)
    return (
      <span className={classes.seen} data-revealed>
        <a href={`tel:${seen.phone}`}>{seen.phone}</a>
        <small>{r.kept}</small>
      </span>
    );
  return (
    <span className={classes.masked}>
      <span>{masked || '—'}</span>
      {masked && props.may && !asking ? (
        <button type="button" className={classes.ask} onClick={() => setAsking(true)}>
          {r.show}
        </button>
      ) : null}
      {asking ? (
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
              {r.show}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking(false)}>
              {m.common.cancel}
            </Button>
          </span>
          {refusal ? <RefusalNotice refusal={refusal} now={now} /> : null}
        </form>
      ) : null}
    </span>
  );
}

/** The digits, or why they are not shown. */
async function reveal(orderId: string, reason: string): Promise<string | CommandRefused> {
  const away: CommandRefused = { ok: false, code: 'retry', title: 'The server does not answer.' };
  try {
    const answer = await fetch(`/api/v1/orders/${encodeURIComponent(orderId)}/reveal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
    });
    const body = (await answer.json()) as Partial<CommandRefused> & { customer?: CustomerCard | null };
    return answer.ok && body.customer ? body.customer.phone : { ...away, ...body, ok: false };
  } catch {
    // the network is away, or a proxy answered with a page of its own: the notice says that nothing was done
    return away;
  }
}
