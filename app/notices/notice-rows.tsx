'use client';

import type { ReactNode } from 'react';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { RuleId } from '#domain/base/rule-id.ts';
import type { Order } from '#domain/order/order.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { dayAndClock, minutesWords } from '../ui/time.ts';
import { ToneIcon } from '../ui/tone-icon.tsx';
import { networkHref } from './network-href.ts';
import classes from './notices.module.css';
import { isGrave, type OpenAlert } from './open-alerts.ts';
import type { OpenNotice } from './open-notices.ts';

/** `onOpen`: opens the order that a row is about, at what its rule asks for; null where it is open already. */
interface RowProps {
  readonly now: Instant;
  readonly onOpen: ((orderId: OrderId, rule: RuleId) => void) | null;
}

/** Something that stands beside the limits: what, whose, since when, what to do; opens its order. */
export function AlertRow(props: OpenAlert & RowProps) {
  const m = useMessages();
  const language = useLanguage();
  const { alert, order, who, now } = props;
  const grave = isGrave(alert.kind);
  return (
    <OrderRow
      order={order}
      rule={alert.rule}
      onOpen={props.onOpen}
      marks={{ 'data-level': grave ? 'due' : 'warning', 'data-alert': alert.kind }}
    >
      <Mark due={grave} />
      <span className={classes.what}>
        <strong>{m.notices.alerts[alert.kind]}</strong>
        <small>{useWhose(order, who)}</small>
        <small>{m.notices.alertTodo[alert.kind]}</small>
      </span>
      <span className={classes.when}>
        {dayAndClock(alert.at, now, m, language)}
        <small>{alert.rule}</small>
      </span>
    </OrderRow>
  );
}

/** A limit that is near or over: what, whose, by when, what to do; that of an order opens it, that of the network leads to its page. */
export function NoticeRow(props: OpenNotice & RowProps) {
  const m = useMessages();
  const language = useLanguage();
  const { notice, order, about, over, who, now } = props;
  const minutes = Math.floor((now - notice.dueEffective) / MINUTE);
  const whose = useWhose(order, who);
  const words = (
    <>
      <Mark due={over} />
      <span className={classes.what}>
        <strong>{m.dispatch.timers[notice.timer]}</strong>
        <small>{order ? whose : (about ?? m.notices.outage)}</small>
        <small>{m.notices.todo[notice.timer]}</small>
      </span>
      <span className={classes.when}>
        {minutes > 0
          ? m.notices.over(minutesWords(minutes, m))
          : m.notices.until(dayAndClock(notice.dueEffective, now, m, language))}
        <small>{notice.rule}</small>
      </span>
    </>
  );
  const marks = { 'data-level': over ? 'due' : 'warning', 'data-notice': notice.id };
  if (!order)
    return (
      <a href={networkHref(notice)} className={classes.row} {...marks}>
        {words}
      </a>
    );
  return (
    <OrderRow order={order} rule={notice.rule} onOpen={props.onOpen} marks={marks}>
      {words}
    </OrderRow>
  );
}

function OrderRow(props: {
  order: Order;
  rule: RuleId;
  onOpen: RowProps['onOpen'];
  marks: Readonly<Record<`data-${string}`, string>>;
  children: ReactNode;
}) {
  const { order, rule, onOpen, marks, children } = props;
  if (!onOpen)
    return (
      <div className={classes.row} {...marks}>
        {children}
      </div>
    );
  return (
    <button type="button" className={classes.row} {...marks} onClick={() => onOpen(order.id, rule)}>
      {children}
    </button>
  );
}

function useWhose(order: Order | null, who: string | null): string {
  const m = useMessages();
  if (!order) return '';
  return [m.order.type[order.type], order.estate ?? order.number, who].filter(Boolean).join(' · ');
}

function Mark({ due }: { due: boolean }): ReactNode {
  return (
    <span className={classes.mark}>
      <ToneIcon tone={due ? 'breached' : 'blocked'} size={16} />
    </span>
  );
}
