'use client';

import { Button } from '@mantine/core';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { isOutageChild } from '#domain/outage/outage-child.ts';
import type { CommandType } from '#protocol/command.ts';
import classes from '../calls/calls.module.css';
import type { Sending } from '../live/use-send.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { dayAndClock } from '../ui/time.ts';

/** The lines of an outage: who has been told, and after the restoration which of them work (OUTG-02, OUTG-03). */
export function OutageLines(props: {
  outage: Outage;
  lines: readonly Order[];
  sending: Sending;
  may: ReadonlySet<CommandType>;
  now: Instant;
  onOrder: (orderId: string) => void;
}) {
  const m = useMessages();
  const o = m.network.outage;
  const language = useLanguage();
  const { outage, lines, sending, may, now } = props;
  const waits = (order: Order) =>
    order.restoredAt !== null &&
    order.status !== 'resolved' &&
    (isOutageChild(order) || !TERMINAL_STATUSES.has(order.status));
  return (
    <section>
      <h3 className={classes.heading}>
        {o.linesTitle} · {lines.length}
      </h3>
      {lines.length === 0 ? <p className={classes.hint}>{o.noLines}</p> : null}
      <ul className={classes.lines}>
        {lines.map((order) => {
          const told = order.noticedAt.at(-1);
          return (
            <li key={order.id} data-line={order.number}>
              <span className={classes.lineMain}>
                <strong>
                  <button
                    type="button"
                    className={classes.textButton}
                    onClick={() => props.onOrder(order.id)}
                  >
                    {order.estate ?? order.number}
                  </button>
                </strong>
                <small>
                  {order.number} · {m.order.status[order.status]} ·{' '}
                  {told === undefined ? o.lineUntold : o.lineTold(dayAndClock(told, now, m, language))}
                </small>
              </span>
              {outage.restoredAt !== null && waits(order)
                ? [true, false].map((working) => (
                    <Button
                      key={String(working)}
                      size="xs"
                      variant="default"
                      disabled={!may.has('outage.verify_line') || sending.busy !== null}
                      onClick={() =>
                        void sending.send(
                          'outage.verify_line',
                          { orderId: order.id, working },
                          working ? o.lineWorks : o.lineDown,
                        )
                      }
                    >
                      {working ? o.works : o.stillDown}
                    </Button>
                  ))
                : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
