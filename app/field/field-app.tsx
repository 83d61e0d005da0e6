'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { AreaId, OrderId, PersonId, TechnicianId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { CONSENT_VERSION } from '#domain/technician/consent-version.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import type { AreaBoard, Board } from '../live/board.ts';
import { useBoard, useConnection } from '../live/use-live.tsx';
import { NoticeBell } from '../notices/notice-bell.tsx';
import { LivePage } from '../shell/live-shell.tsx';
import { useNow } from '../ui/clock.tsx';
import { ConnectionBanner } from '../ui/connection-banner.tsx';
import type { FramePerson } from '../ui/frame/app-frame.tsx';
import { useMessages } from '../ui/i18n/provider.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { dayOf } from './day.ts';
import { DayList } from './day-list.tsx';
import { DutyPanel } from './duty-panel.tsx';
import classes from './field.module.css';
import { FieldHeader } from './field-header.tsx';
import { OrderPage } from './order-page.tsx';
import { usePositionShare } from './position/use-position-share.ts';
import { useTakeBack } from './take-back.tsx';
import { useWakeLock } from './use-wake-lock.ts';

export interface FieldAppProps {
  person: FramePerson & { personId: PersonId };
  technicianId: TechnicianId;
  areas: readonly AreaId[];
}

/** The technician's seat. */
export function FieldApp(props: FieldAppProps) {
  return (
    <LivePage areas={props.areas}>
      <FieldScreen {...props} />
    </LivePage>
  );
}

function FieldScreen({ person, technicianId }: FieldAppProps) {
  const m = useMessages();
  const now = useNow(1000);
  const connection = useConnection();
  const areas = useBoard(areasOf);
  const takeBack = useTakeBack();
  const openId = useSearchParams().get('order');
  const { role, personId } = person;
  const noticeViewer = useMemo(() => ({ role, technicianId, personId }), [role, technicianId, personId]);

  const area = useMemo(
    () => [...areas.values()].find((candidate) => candidate.technicians.has(technicianId)),
    [areas, technicianId],
  );
  const technician = area?.technicians.get(technicianId);
  const orders = useMemo(() => mineOf(areas, technicianId), [areas, technicianId]);
  const cards = useMemo(() => new Map([...areas.values()].flatMap((each) => [...each.cards])), [areas]);
  const visiting = orders.some((order) => currentVisit(order) !== null);
  const enRoute = orders.some((order) => currentVisit(order)?.status === 'en_route');
  const share = usePositionShare(
    technician?.onDuty === true && technician.consent?.version === CONSENT_VERSION,
  );
  useWakeLock(enRoute);

  const open = openId === null ? null : (orders.find((order) => order.id === openId) ?? 'gone');
  const header = (
    <FieldHeader
      title={open && open !== 'gone' ? (open.estate ?? open.number) : m.field.list.today}
      person={person}
      connection={connection}
      notices={<NoticeBell viewer={noticeViewer} onOpen={openOrder} size={44} />}
      {...(open ? { onBack: closeOrder } : {})}
    />
  );

  return (
    <div className={classes.screen}>
      {header}
      <ConnectionBanner connection={connection} />
      {!technician ? (
        <LoadingState label={m.common.loading} />
      ) : open === 'gone' ? (
        <EmptyState title={m.field.order.gone} body={m.field.order.goneBody} />
      ) : open ? (
        <OrderPage
          key={open.id}
          order={open}
          card={cards.get(open.id)}
          technician={technician}
          position={share}
          takeBack={takeBack}
          now={now}
        />
      ) : (
        <main className={classes.day}>
          <DutyPanel technician={technician} share={share} visiting={visiting} now={now} />
          <DayList day={dayOf(orders, technicianId, now)} cards={cards} now={now} onOpen={openOrder} />
        </main>
      )}
      {takeBack.bar}
    </div>
  );
}

/** The open order stands in the address, so that the phone's back button leads to the day. */
function openOrder(orderId: OrderId): void {
  window.history.pushState({ fromDay: true }, '', `/field?order=${encodeURIComponent(orderId)}`);
}

function closeOrder(): void {
  window.history.pushState(null, '', '/field');
}

const areasOf = (board: Board) => board.areas;

function mineOf(areas: ReadonlyMap<AreaId, AreaBoard>, technicianId: TechnicianId): Order[] {
  return [...areas.values()].flatMap((area) =>
    [...area.orders.values()].filter((order) => order.technicianId === technicianId),
  );
}
