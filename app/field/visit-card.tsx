'use client';

import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { MINUTE } from '#domain/time/zone.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { statusWords } from '../ui/status-words.ts';
import { clock, minutesWords } from '../ui/time.ts';
import { toneOf } from '../ui/tone.ts';
import { ToneBadge } from '../ui/tone-badge.tsx';
import classes from './field.module.css';
import { PromiseLine } from './promise-line.tsx';
import { stepTitle } from './steps/step-card.tsx';
import { stepOf } from './steps.ts';

/** One visit of the day; the next one large, with what is to be done. The whole card opens it. */
export function VisitCard(props: {
  order: Order;
  card: CustomerCard | undefined;
  now: Instant;
  place: number;
  large?: boolean;
  /** Somebody else is in charge (E-101). */
  along: boolean;
  onOpen: () => void;
}) {
  const m = useMessages();
  const { order, card, now, large, along } = props;
  const visit = order.visits.at(-1);
  const status =
    order.status === 'in_progress' && visit ? m.order.visit[visit.status] : statusWords(order, m);
  const step = stepOf(order);
  return (
    <article className={classes.card} data-large={large ? '' : undefined} data-order={order.number}>
      <button type="button" className={classes.cardOpen} onClick={props.onOpen}>
        <span className={classes.cardTop}>
          <span className={classes.place}>{props.place}</span>
          <span className={classes.kind}>
            {m.order.type[order.type]}
            <small>
              {[order.accessType, along ? m.field.order.alongShort : null].filter(Boolean).join(' · ')}
            </small>
          </span>
          <ToneBadge tone={toneOf(order, false)}>{status}</ToneBadge>
        </span>
        <PromiseLine order={order} now={now} large={large} />
        <span className={classes.address}>{card?.address ?? order.estate ?? ''}</span>
        {order.planned ? (
          <span className={classes.hint}>
            {m.field.list.plannedAt(clock(order.planned.start))}
            {' · '}
            {m.field.list.travel(
              minutesWords((order.planned.travelSeconds * 1000) / MINUTE, m),
              m.common.metres(order.planned.travelMetres),
            )}
          </span>
        ) : null}
        {large && !along ? (
          <span className={classes.cardAction}>{stepTitle(step, order.type === 'fault', m.field)}</span>
        ) : null}
      </button>
    </article>
  );
}
