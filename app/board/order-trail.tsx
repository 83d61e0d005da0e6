'use client';

import { Button, Drawer } from '@mantine/core';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { OrderStory } from './order-drawer.tsx';

interface Read {
  readonly order: Order;
  readonly card: CustomerCard | null;
}

/** What happened to an order that no live list holds any more: read when it is opened. */
export function OrderTrail(props: {
  orderId: string | null;
  technicians: ReadonlyMap<string, Pick<Technician, 'name'>>;
  /** Whether this person works at the desk, where something may be done about the order. */
  desk: boolean;
  now: Instant;
  onClose: () => void;
}) {
  const m = useMessages();
  const { orderId } = props;
  const path = orderId === null ? null : `/api/v1/orders/${encodeURIComponent(orderId)}`;
  const { state, value, again } = useAnswer<Read>(path);
  const read = value?.order.id === orderId ? value : null;
  return (
    <Drawer
      opened={orderId !== null}
      onClose={props.onClose}
      position="right"
      size={460}
      title={read ? m.board.order.title(read.order.number) : m.order.one}
    >
      {state === 'failed' ? (
        <ErrorState
          title={m.board.order.failed}
          body={m.common.failure.body}
          action={<Button onClick={again}>{m.common.retry}</Button>}
        />
      ) : read ? (
        <OrderStory
          key={read.order.id}
          order={read.order}
          card={read.card ?? undefined}
          technicians={props.technicians}
          desk={props.desk}
          now={props.now}
        />
      ) : (
        <LoadingState label={m.common.loading} />
      )}
    </Drawer>
  );
}
