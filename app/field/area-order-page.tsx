'use client';

import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { AreaBoard } from '../live/board.ts';
import { AlertRow, NoticeRow } from '../notices/notice-rows.tsx';
import { openAlerts } from '../notices/open-alerts.ts';
import { type NoticeViewer, openNotices } from '../notices/open-notices.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { toneOf } from '../ui/tone.ts';
import { ToneBadge } from '../ui/tone-badge.tsx';
import classes from './field.module.css';
import { PromiseLine } from './promise-line.tsx';

/**
 * A colleague's order as the area's first person is told of it (RESP-02): what is wrong with it, who has it and what was promised. It is
 * the colleague's to work on, so that it names no customer and has no steps.
 */
export function AreaOrderPage(props: { order: Order; area: AreaBoard; viewer: NoticeViewer; now: Instant }) {
  const m = useMessages();
  const { order, area, viewer, now } = props;
  const alone = new Map([[area.area.id, { ...area, orders: new Map([[order.id, order]]) }]]);
  const alerts = openAlerts(alone, viewer, now);
  const notices = openNotices(alone, viewer, now);
  const who = order.technicianId === null ? null : area.technicians.get(order.technicianId)?.name;
  return (
    <main className={classes.order}>
      <section className={classes.summary} data-area-order={order.number}>
        <div className={classes.cardTop}>
          <span className={classes.kind}>
            {m.order.type[order.type]}
            <small>{[order.accessType, order.number].filter(Boolean).join(' · ')}</small>
          </span>
          <ToneBadge tone={toneOf(order, false)}>{m.order.status[order.status]}</ToneBadge>
        </div>
        <PromiseLine order={order} now={now} large />
        <div className={classes.row}>
          <div>
            <span className={classes.rowLabel}>{m.field.area.inHand}</span>
            <span className={classes.addressFull}>{who ?? m.field.area.nobody}</span>
          </div>
        </div>
        <p className={classes.hint}>{m.field.area.hint}</p>
      </section>
      {alerts.length + notices.length > 0 ? (
        <section className={classes.alerts} aria-label={m.notices.title}>
          {alerts.map((one) => (
            <AlertRow {...one} key={one.key} now={now} onOpen={null} />
          ))}
          {notices.map((one) => (
            <NoticeRow key={one.notice.id} {...one} now={now} onOpen={null} />
          ))}
        </section>
      ) : null}
    </main>
  );
}
