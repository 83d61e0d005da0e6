import type { ReactNode } from 'react';
import { isMoveParent } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import { DESK_TYPES } from '#domain/order/order-type.ts';
import { RevealNumber } from '../../care/reveal-number.tsx';
import { memberOf } from '../../live/board.ts';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { clock, dayAndClock } from '../../ui/time.ts';
import { useConsole } from '../state/console.ts';
import css from './detail.module.css';

/** Who, where, what and when of an order; the customer as far as this person may know them. */
export function OrderFacts({ order }: { order: Order }) {
  const m = useMessages();
  const d = m.dispatch.detail;
  const language = useLanguage();
  const console = useConsole();
  const now = useStore(console.now, whole);
  const card = useStore(console.board, ({ cards }) => cards.get(order.id) ?? null);
  const companionId = order.companionId ?? order.visits.at(-1)?.companionId ?? null;
  const technician = useStore(console.board, (board) =>
    order.technicianId ? (memberOf(board, order.technicianId) ?? null) : null,
  );
  const companion = useStore(console.board, (board) =>
    companionId ? (memberOf(board, companionId) ?? null) : null,
  );
  const waiting = useStore(console.board, ({ approvals }) =>
    approvals.some(({ orderId, state }) => orderId === order.id && state === 'pending'),
  );
  const standard = console.standardOf(order.id);
  const max = standard?.get('change.max') ?? null;
  const c = m.dispatch.change;
  const visited = !DESK_TYPES.has(order.type);
  const voided = order.voidedReplies.at(-1);
  return (
    <dl className={css.facts}>
      <Fact name={d.customer}>{card?.name}</Fact>
      <Fact name={d.phone}>
        {card?.phone ? (
          <RevealNumber
            key={order.id}
            order={order}
            masked={card.phone}
            may={console.viewer.may.includes('customer.reveal')}
            now={now}
          />
        ) : null}
      </Fact>
      <Fact name={d.address}>{card?.address}</Fact>
      <Fact name={d.note}>{card?.note}</Fact>
      <Fact name={d.technician}>
        {isMoveParent(order)
          ? m.order.byChildren
          : technician
            ? `${technician.name} ${technician.number.toUpperCase()}`
            : m.order.tone.unassigned}
      </Fact>
      <Fact name={d.companion}>
        {companion ? `${companion.name} ${companion.number.toUpperCase()}` : null}
      </Fact>
      <Fact name={d.route}>
        {order.planned
          ? `${dayAndClock(order.planned.start, now, m, language)}–${clock(order.planned.end)} · ${m.dispatch.timeline.travel(Math.round(order.planned.travelSeconds / 60))}`
          : null}
      </Fact>
      <Fact name={d.preferred}>
        {m.common.list(order.preferredStarts.map((at) => dayAndClock(at, now, m, language)))}
      </Fact>
      <Fact name={d.changes}>
        {order.appointments.length > 0
          ? max === null
            ? c.usedUnlimited(order.companyChangeCount)
            : c.used(order.companyChangeCount, max)
          : null}
      </Fact>
      <Fact name={m.order.sentBack}>
        {voided
          ? `${dayAndClock(voided.voidedAt, now, m, language)} · ${m.order.reopened[voided.reason]}`
          : null}
      </Fact>
      <Fact name={d.accessType}>{visited ? order.accessType : null}</Fact>
      <Fact name={d.duration}>{visited ? m.dispatch.minutesShort(order.durationMin) : null}</Fact>
      {waiting ? <Fact name={m.dispatch.approval.pending}>{m.dispatch.approval.sent}</Fact> : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
