'use client';

import type { OrderId } from '#domain/base/brand.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { EmptyState } from '../ui/states.tsx';
import { statusWords } from '../ui/status-words.ts';
import classes from './calls.module.css';
import type { Found } from './find-order.ts';

/** What a search found, each leading to everything that may be done about it. */
export function FoundRows(props: {
  found: readonly Found[];
  chosen: OrderId | null;
  onChoose: (orderId: OrderId) => void;
}) {
  const m = useMessages();
  if (props.found.length === 0) return <EmptyState title={m.steps.find.none} />;
  return (
    <ul className={classes.rows}>
      {props.found.map(({ order, card }) => (
        <li key={order.id}>
          <button
            type="button"
            className={classes.row}
            data-found={order.id}
            aria-current={props.chosen === order.id ? 'true' : undefined}
            onClick={() => props.onChoose(order.id)}
          >
            <span className={classes.rowMain}>
              <strong>{[card?.name, order.estate].filter(Boolean).join(' · ') || order.number}</strong>
              <small>{[order.number, card?.address].filter(Boolean).join(' · ')}</small>
            </span>
            <span className={classes.rowSide}>
              {statusWords(order, m)}
              <small>{m.order.type[order.type]}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
