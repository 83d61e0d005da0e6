'use client';

import { useMantineColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import type { Area } from '#domain/area/area.ts';
import { grow, type LngLat } from '#domain/geo/lng-lat.ts';
import type { Order } from '#domain/order/order.ts';
import { AreaLayer } from '../map/area-layer.tsx';
import { BaseMap } from '../map/base-map.tsx';
import { CornerLayer } from '../map/corner-layer.tsx';
import type { OrderPin } from '../map/order-groups.ts';
import { OrderLayer } from '../map/order-layer.tsx';
import { orderShape } from '../map/order-shape.ts';
import { boundsOf } from '../map/technician-layer.tsx';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import classes from './network.module.css';

const FUZHOU = { lng: 119.3, lat: 26.08 };
const MARGIN_DEG = 0.004;

/** The area with its faults, to draw on it what the network does not reach. */
export function ReachMap(props: {
  area: Area;
  faults: readonly Order[];
  corners: readonly LngLat[];
  onCorner: (corner: LngLat) => void;
}) {
  const m = useMessages();
  const language = useLanguage();
  const { colorScheme } = useMantineColorScheme();
  const { area, faults } = props;
  const pins = useMemo(
    () =>
      faults.flatMap((order): OrderPin[] =>
        order.place
          ? [
              {
                id: order.id,
                point: order.place.point,
                shape: orderShape(order.type),
                tone: 'breached',
                place: null,
                selected: false,
                estimated: false,
                movable: false,
                label: `${order.estate ?? ''} ${order.number}`,
              },
            ]
          : [],
      ),
    [faults],
  );
  const areas = useMemo(() => [area], [area]);
  const bounds = boundsOf(
    area.polygon
      ? (area.polygon.coordinates[0] ?? []).map(([lng, lat]) => ({ lng, lat }))
      : pins.map(({ point }) => point),
  );
  return (
    <BaseMap
      className={classes.map}
      words={m.board.map}
      look={{ scheme: colorScheme === 'dark' ? 'dark' : 'light', tongue: language }}
      centre={FUZHOU}
      zoom={12}
      bounds={bounds ? grow(bounds, MARGIN_DEG) : undefined}
    >
      <AreaLayer areas={areas} />
      <OrderLayer pins={pins} clusterWords={m.board.map.cluster} onPick={() => undefined} />
      <CornerLayer corners={props.corners} onCorner={props.onCorner} />
    </BaseMap>
  );
}
