'use client';

import { useMantineColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import type { Area } from '#domain/area/area.ts';
import type { Instant } from '#domain/base/brand.ts';
import { freshnessOf } from '#domain/geo/freshness.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import { useLive } from '../live/use-live.tsx';
import { AreaLayer, useAreaNames } from '../map/area-layer.tsx';
import { BaseMap } from '../map/base-map.tsx';
import type { OrderPin } from '../map/order-groups.ts';
import { OrderLayer } from '../map/order-layer.tsx';
import { orderShape } from '../map/order-shape.ts';
import { boundsOf, TechnicianLayer } from '../map/technician-layer.tsx';
import type { TechnicianPin, TechnicianTone } from '../map/technician-pin.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import type { Messages } from '../ui/i18n/zh-cn.ts';
import { agoWords, clock } from '../ui/time.ts';
import { toneOf } from '../ui/tone.ts';
import classes from './board.module.css';
import type { Counted } from './tally.ts';

const FUZHOU = { lng: 119.3, lat: 26.08 };

/** The wall's map: areas, the day's orders, technicians with the age of their position. Nothing on it can be dragged. */
export function BoardMap(props: {
  areas: readonly Area[];
  orders: readonly Order[];
  broken: readonly Counted[];
  technicians: readonly Technician[];
  lit: ReadonlySet<string>;
  now: Instant;
  onOpen: (orderId: string) => void;
}) {
  const m = useMessages();
  const language = useLanguage();
  const { colorScheme } = useMantineColorScheme();
  const { positions } = useLive();
  const { areas, orders, broken, technicians, lit, now } = props;

  const pins = useMemo(() => {
    const late = new Set(broken.map(({ order }) => order.id));
    return orders.flatMap((order) => orderPin(order, late.has(order.id), lit.has(order.id), m));
  }, [orders, broken, lit, m]);
  const people = useMemo(
    () => technicians.map((technician) => technicianPin(technician, orders, m)),
    [technicians, orders, m],
  );
  const bounds = useMemo(
    () =>
      boundsOf(
        areas.flatMap(({ polygon }) => (polygon?.coordinates[0] ?? []).map(([lng, lat]) => ({ lng, lat }))),
      ),
    [areas],
  );

  const areaNames = useAreaNames(areas);

  return (
    <BaseMap
      className={classes.map}
      words={m.board.map}
      look={{ scheme: colorScheme === 'dark' ? 'dark' : 'light', tongue: language, taken: areaNames }}
      centre={FUZHOU}
      zoom={12}
      bounds={bounds ?? undefined}
    >
      <AreaLayer areas={areas} />
      <OrderLayer pins={pins} clusterWords={m.board.map.cluster} onPick={(id) => props.onOpen(id)} />
      <TechnicianLayer
        pins={people}
        positions={positions}
        minute={Math.floor(now / 10_000)}
        ageOf={({ receivedAt, occurredAt }) => {
          const freshness = freshnessOf(now - receivedAt);
          return {
            freshness,
            words:
              freshness === 'stale' ? m.board.map.lastSeen(clock(occurredAt)) : agoWords(now - receivedAt, m),
          };
        }}
        onPick={() => undefined}
      />
    </BaseMap>
  );
}

function orderPin(order: Order, late: boolean, lit: boolean, m: Messages): OrderPin[] {
  if (!order.place) return [];
  const tone = toneOf(order, late);
  return [
    {
      id: order.id,
      point: order.place.point,
      shape: orderShape(order.type),
      tone,
      place: null,
      selected: lit,
      estimated: order.place.precision !== 'rooftop' && order.place.precision !== 'manual',
      movable: false,
      label: `${m.order.type[order.type]} ${order.estate ?? order.number} ${m.order.tone[tone]}`,
    },
  ];
}

function technicianPin(technician: Technician, orders: readonly Order[], m: Messages): TechnicianPin {
  const tone = technicianTone(technician, orders);
  return {
    id: technician.id,
    mark: technician.name.slice(-2),
    name: technician.name,
    tone,
    lit: false,
    label: `${technician.name} ${technician.number.toUpperCase()} ${m.board.map.technician[tone]}`,
  };
}

function technicianTone(technician: Technician, orders: readonly Order[]): TechnicianTone {
  if (!technician.onDuty) return 'off';
  const visit = orders
    .filter((order) => order.technicianId === technician.id)
    .map(currentVisit)
    .find((candidate) => candidate !== null);
  if (!visit) return 'free';
  return visit.status === 'en_route' ? 'en_route' : 'on_site';
}
