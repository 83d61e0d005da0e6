import { Button, CloseButton } from '@mantine/core';
import { useRef } from 'react';
import { servableAppointment } from '#domain/appointment/current.ts';
import { isMoveParent } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import { ORDER_STEPS } from '#domain/order/order-states.ts';
import { PLANNABLE_STATUSES } from '#domain/order/order-status.ts';
import { DESK_TYPES } from '#domain/order/order-type.ts';
import { OrderPhotos } from '../../care/order-photos.tsx';
import { useStore, whole } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { statusWords } from '../../ui/status-words.ts';
import { toneOf } from '../../ui/tone.ts';
import { ToneBadge } from '../../ui/tone-badge.tsx';
import { PromiseLedger } from '../change/promise-ledger.tsx';
import { ContactHistory } from '../contact/call-dialog.tsx';
import { changeOrConfirm } from '../keys/use-console-keys.ts';
import { usePane } from '../keys/use-pane.ts';
import { lockWords } from '../lock-sign.tsx';
import { useOthers } from '../others.ts';
import { useConsole } from '../state/console.ts';
import css from './detail.module.css';
import { MoveFamily } from './move-family.tsx';
import { OrderCare } from './order-care.tsx';
import { OrderCompletion } from './order-completion.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderMore } from './order-more.tsx';
import { OrderTimers } from './order-timers.tsx';

/** One order in full at the right of the surface, beside which everything else stays usable. */
export function OrderDrawer() {
  const open = useStore(useConsole().view, (view) => view.open);
  return open ? <OpenOrder open={open} /> : null;
}

function OpenOrder({ open }: { open: string }) {
  const m = useMessages();
  const d = m.dispatch.detail;
  const console = useConsole();
  const drawer = useRef<HTMLElement>(null);
  const pane = usePane(drawer, () => console.open(null));
  const order = useStore(console.board, ({ orders }) => orders.get(open) ?? null);
  const entry = useStore(console.entries, (entries) => entries.get(open) ?? null);
  const others = useOthers(open);
  return (
    <aside
      {...pane}
      ref={drawer}
      className={css.drawer}
      aria-label={order ? `${m.order.one} ${order.number}` : m.order.one}
      data-drawer
    >
      <div className={css.head}>
        {order ? (
          <div className={css.headWords}>
            <h2 className={css.title}>{order.estate ?? order.number}</h2>
            <p className={css.sub}>
              {m.order.type[order.type]} · {order.number}
            </p>
            {others.words ? <p className={css.others}>{others.words}</p> : null}
          </div>
        ) : null}
        <CloseButton aria-label={d.close} onClick={() => console.open(null)} />
      </div>
      {order ? (
        <div className={css.scroll}>
          <div className={css.badges}>
            <ToneBadge tone={toneOf(order, entry?.risk.state === 'broken')}>
              {isMoveParent(order) && order.endedAt === null ? m.order.byChildren : statusWords(order, m)}
            </ToneBadge>
            {order.emergencyLine ? <ToneBadge tone="breached">{d.priority.emergency}</ToneBadge> : null}
            {order.lock ? <ToneBadge tone="planned">{lockWords(order.lock, m) ?? ''}</ToneBadge> : null}
            {order.escalated ? <ToneBadge tone="blocked">{d.priority.escalated}</ToneBadge> : null}
          </div>
          <Actions order={order} />
          <OrderCompletion order={order} />
          <OrderFacts order={order} />
          <OrderMore key={`more ${order.id}`} order={order} />
          <MoveFamily order={order} />
          <PromiseLedger order={order} />
          <OrderTimers order={order} />
          <section>
            <h3 className={css.heading}>{m.dispatch.call.history}</h3>
            <ContactHistory order={order} />
          </section>
          <Photos order={order} />
          <OrderCare key={order.id} order={order} />
          <OrderHistory order={order} />
        </div>
      ) : (
        <p className={css.gone}>{d.gone}</p>
      )}
    </aside>
  );
}

function Photos({ order }: { order: Order }) {
  const now = useStore(useConsole().now, whole);
  return (
    <OrderPhotos order={order} now={now} heading={(words) => <h3 className={css.heading}>{words}</h3>} />
  );
}

function Actions({ order }: { order: Order }) {
  const d = useMessages().dispatch.detail;
  const console = useConsole();
  const promised = servableAppointment(order) !== null;
  // of a move each child is given and promised for itself (SITE-11)
  const parent = isMoveParent(order);
  const plannable = PLANNABLE_STATUSES.has(order.status) && !parent;
  // a time is agreed by whoever has taken the order on, and never for what is settled at a desk (§22.1)
  const step = promised ? 'appointment.change' : 'appointment.confirm';
  const timed = !parent && !DESK_TYPES.has(order.type) && ORDER_STEPS[step].from.includes(order.status);
  const open = order.closedAt === null && order.completedAt === null;
  if (!open) return null;
  return (
    <div className={css.actions}>
      {plannable ? (
        <Button size="xs" onClick={() => console.dialog.set({ kind: 'assign', orderIds: [order.id] })}>
          {d.assign}
        </Button>
      ) : null}
      {timed ? (
        <Button
          size="xs"
          variant="default"
          onClick={() => console.dialog.set(changeOrConfirm(console, order.id))}
        >
          {promised ? d.change : d.confirm}
        </Button>
      ) : null}
      <Button
        size="xs"
        variant="default"
        onClick={() => console.dialog.set({ kind: 'call', orderId: order.id })}
      >
        {d.call}
      </Button>
      {plannable ? (
        <Button
          size="xs"
          variant="default"
          onClick={() => console.dialog.set({ kind: 'why', orderId: order.id })}
        >
          {d.why}
        </Button>
      ) : null}
      {plannable && order.technicianId ? (
        <Button size="xs" variant="default" onClick={() => void console.takeBack([order.id])}>
          {d.unassign}
        </Button>
      ) : null}
      {plannable && (order.technicianId || order.lock) ? <LockButton order={order} /> : null}
    </div>
  );
}

/** What is locked is let go at once; what is not, asks what to fix. */
function LockButton({ order }: { order: Order }) {
  const l = useMessages().tools.lock;
  const console = useConsole();
  return (
    <Button
      size="xs"
      variant="default"
      onClick={(event) => {
        if (order.lock) return void console.lock([order.id], null);
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        console.menu.set({ kind: 'lock', orderIds: [order.id], technicianId: null, x: left, y: bottom });
      }}
    >
      {order.lock ? l.unlock : l.lock}
    </Button>
  );
}
