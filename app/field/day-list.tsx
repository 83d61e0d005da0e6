'use client';

import type { Instant, OrderId, TechnicianId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { EmptyState } from '../ui/states.tsx';
import type { Day } from './day.ts';
import classes from './field.module.css';
import { stepOf } from './steps.ts';
import { VisitCard } from './visit-card.tsx';

/** The technician's day in route order: the next visit large, the rest beneath, what is done folded away. */
export function DayList(props: {
  day: Day;
  /** Whose day it is. */
  technicianId: TechnicianId;
  cards: ReadonlyMap<OrderId, CustomerCard>;
  now: Instant;
  onOpen: (orderId: OrderId) => void;
}) {
  const m = useMessages().field;
  const { day, technicianId, cards, now } = props;
  const isAlong = (order: Order) => order.technicianId !== technicianId;
  if (!day.next && day.done.length === 0) return <EmptyState title={m.list.empty} body={m.list.emptyBody} />;
  const toAccept = [day.next, ...day.later].filter(
    (order) => order && !isAlong(order) && stepOf(order) === 'accept',
  ).length;
  return (
    <div className={classes.list}>
      {day.next ? (
        <section aria-labelledby="next-title">
          <h2 id="next-title" className={classes.listTitle}>
            {m.list.next}
            {toAccept > 0 ? <span className={classes.count}>{m.list.toAccept(toAccept)}</span> : null}
          </h2>
          <VisitCard
            order={day.next}
            card={cards.get(day.next.id)}
            now={now}
            place={day.done.length + 1}
            large
            along={isAlong(day.next)}
            onOpen={() => props.onOpen(day.next!.id)}
          />
        </section>
      ) : (
        <EmptyState title={m.list.empty} body={m.list.emptyBody} />
      )}
      {day.later.length > 0 ? (
        <section aria-labelledby="later-title">
          <h2 id="later-title" className={classes.listTitle}>
            {m.list.later}
          </h2>
          {day.later.map((order, index) => (
            <VisitCard
              key={order.id}
              order={order}
              along={isAlong(order)}
              card={cards.get(order.id)}
              now={now}
              place={day.done.length + index + 2}
              onOpen={() => props.onOpen(order.id)}
            />
          ))}
        </section>
      ) : null}
      {day.done.length > 0 ? (
        <details className={classes.doneList}>
          <summary>{m.list.done(day.done.length)}</summary>
          {day.done.map((order, index) => (
            <VisitCard
              key={order.id}
              order={order}
              along={isAlong(order)}
              card={cards.get(order.id)}
              now={now}
              place={day.done.length - index}
              onOpen={() => props.onOpen(order.id)}
            />
          ))}
        </details>
      ) : null}
    </div>
  );
}
