'use client';

import { useEffect, useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { REVEALED_FOR } from '#domain/privacy/reveal.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { AskReason } from './ask-reason.tsx';
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
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => {
    if (seen && now >= seen.until) setSeen(null);
  }, [seen, now]);

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
        <AskReason
          orderId={order.id}
          action={r.show}
          now={now}
          onShown={({ phone }) => {
            setAsking(false);
            setSeen({ phone, until: now + REVEALED_FOR });
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </span>
  );
}
