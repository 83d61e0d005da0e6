'use client';

import { Checkbox } from '@mantine/core';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { dayAndClock } from '../ui/time.ts';
import type { Likeness } from './around.ts';
import classes from './intake.module.css';

/** Orders that this one may be about again: open one before taking it in twice, or say that it is the same matter (ATTR-07, CMPL-07). */
export function LikeOrders(props: {
  like: readonly Likeness[];
  chosen: OrderId | null;
  now: Instant;
  onChoose: (orderId: OrderId | null) => void;
  onOpen: (orderId: OrderId) => void;
}) {
  const m = useMessages();
  const language = useLanguage();
  if (props.like.length === 0) return null;
  return (
    <section className={classes.like} aria-label={m.intake.like}>
      <h2>{m.intake.like}</h2>
      <ul>
        {props.like.map(({ order, card }) => (
          <li key={order.id}>
            <button type="button" className={classes.likeOpen} onClick={() => props.onOpen(order.id)}>
              <strong>
                {m.order.type[order.type]} · {order.number}
              </strong>
              <small>
                {[
                  card?.name,
                  order.estate,
                  m.order.status[order.status],
                  dayAndClock(order.intakeAt, props.now, m, language),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </button>
            <Checkbox
              label={m.intake.same}
              checked={props.chosen === order.id}
              onChange={(event) => props.onChoose(event.currentTarget.checked ? order.id : null)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
