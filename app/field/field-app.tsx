'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { AreaId, Instant, OrderId, PersonId, TechnicianId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { CONSENT_VERSION } from '#domain/technician/consent-version.ts';
import type { FormerTechnician } from '#domain/technician/technician.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { type AreaBoard, type Board, memberOf } from '../live/board.ts';
import { useBoard, useConnection } from '../live/use-live.tsx';
import { NoticeBell } from '../notices/notice-bell.tsx';
import { hearerIn, type NoticeViewer } from '../notices/open-notices.ts';
import { LivePage } from '../shell/live-shell.tsx';
import { useNow } from '../ui/clock.tsx';
import { ConnectionBanner } from '../ui/connection-banner.tsx';
import type { FramePerson } from '../ui/frame/app-frame.tsx';
import { useMessages } from '../ui/i18n/provider.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { AreaOrderPage } from './area-order-page.tsx';
import { dayOf } from './day.ts';
import { DayList } from './day-list.tsx';
import { DutyPanel } from './duty-panel.tsx';
import classes from './field.module.css';
import { FieldHeader } from './field-header.tsx';
import { OrderPage } from './order-page.tsx';
import { PastHours, usePastHours } from './past-hours.tsx';
import { PhotoBanner, PhotoQueueProvider } from './photos/photo-queue-provider.tsx';
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
      <PhotoQueueProvider personId={props.person.personId}>
        <FieldScreen {...props} />
      </PhotoQueueProvider>
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
  const orders = useMemo(
    () => ordersOf(areas, (order) => order.technicianId === technicianId),
    [areas, technicianId],
  );
  const along = useMemo(
    () => ordersOf(areas, (order) => order.companionId === technicianId),
    [areas, technicianId],
  );
  const cards = useMemo(() => new Map([...areas.values()].flatMap((each) => [...each.cards])), [areas]);
  const visiting = orders.some((order) => currentVisit(order) !== null);
  const enRoute = orders.some((order) => currentVisit(order)?.status === 'en_route');
  const share = usePositionShare(
    technician?.onDuty === true && technician.consent?.version === CONSENT_VERSION,
  );
  useWakeLock(enRoute);
  const late = usePastHours(orders, now);

  const own = openId === null ? undefined : [...orders, ...along].find((order) => order.id === openId);
  const led = openId === null || own ? null : ledOrder(areas, noticeViewer, openId, now);
  const open = openId === null || led ? null : (own ?? 'gone');
  const shown = led?.order ?? own;
  const header = (
    <FieldHeader
      title={shown ? (shown.estate ?? shown.number) : m.field.list.today}
      person={person}
      connection={connection}
      notices={<NoticeBell viewer={noticeViewer} onOpen={openOrder} size={44} />}
      {...(openId === null ? {} : { onBack: closeOrder })}
    />
  );

  return (
    <div className={classes.screen}>
      {header}
      <ConnectionBanner connection={connection} />
      <PhotoBanner />
      {late ? <PastHours key={`past hours ${late.order.id}`} {...late} now={now} /> : null}
      {!technician ? (
        <LoadingState label={m.common.loading} />
      ) : led ? (
        <AreaOrderPage {...led} viewer={noticeViewer} now={now} />
      ) : open === 'gone' ? (
        <EmptyState title={m.field.order.gone} body={m.field.order.goneBody} />
      ) : open ? (
        <OrderPage
          key={open.id}
          order={open}
          card={cards.get(open.id)}
          technician={technician}
          colleague={colleagueOf(areas, open, technicianId)}
          position={share}
          takeBack={takeBack}
          now={now}
          asksFirst={late !== null && late.order.id === open.id && !late.isAnswered}
        />
      ) : (
        <main className={classes.day}>
          <DutyPanel technician={technician} share={share} visiting={visiting} now={now} />
          <DayList
            day={dayOf([...orders, ...along], technicianId, now)}
            technicianId={technicianId}
            cards={cards}
            now={now}
            onOpen={openOrder}
          />
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

/** An order of an area that this technician answers for (RESP-02), with the area; null when it is none of theirs. */
function ledOrder(
  areas: ReadonlyMap<AreaId, AreaBoard>,
  viewer: NoticeViewer,
  orderId: OrderId,
  now: Instant,
): { order: Order; area: AreaBoard } | null {
  for (const area of areas.values()) {
    const order = area.orders.get(orderId);
    if (order) return hearerIn(area, viewer, now).leads ? { order, area } : null;
  }
  return null;
}

function ordersOf(areas: ReadonlyMap<AreaId, AreaBoard>, are: (order: Order) => boolean): Order[] {
  return [...areas.values()].flatMap((area) => [...area.orders.values()].filter(are));
}

/** The other of the two who go there (E-101). */
function colleagueOf(
  areas: ReadonlyMap<AreaId, AreaBoard>,
  order: Order,
  technicianId: TechnicianId,
): FormerTechnician | undefined {
  const id = order.technicianId === technicianId ? order.companionId : order.technicianId;
  const area = areas.get(order.areaId);
  return id === null || !area ? undefined : memberOf(area, id);
}
