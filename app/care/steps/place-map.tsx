'use client';

import { useMantineColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import type { Area } from '#domain/area/area.ts';
import { grow, type LngLat } from '#domain/geo/lng-lat.ts';
import { AreaLayer } from '../../map/area-layer.tsx';
import { BaseMap } from '../../map/base-map.tsx';
import { CentreLayer } from '../../map/centre-layer.tsx';
import { boundsOf } from '../../map/technician-layer.tsx';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import classes from './order-steps.module.css';

const FUZHOU = { lng: 119.3, lat: 26.08 };
const MARGIN_DEG = 0.002;
const CLOSE = 16;

/** The area's map with a cross in the middle, to put one order on it. */
export function PlaceMap(props: {
  area: Area;
  /** Where the order stands now. */
  known: LngLat | null;
  target: LngLat | null;
  onCentre: (centre: LngLat) => void;
}) {
  const m = useMessages();
  const language = useLanguage();
  const { colorScheme } = useMantineColorScheme();
  const { area, known } = props;
  const areas = useMemo(() => [area], [area]);
  const ring = area.polygon?.coordinates[0] ?? [];
  const bounds = known ? undefined : boundsOf(ring.map(([lng, lat]) => ({ lng, lat })));
  return (
    <BaseMap
      className={classes.map}
      words={m.board.map}
      look={{ scheme: colorScheme === 'dark' ? 'dark' : 'light', tongue: language }}
      centre={known ?? FUZHOU}
      zoom={known ? CLOSE : 12}
      bounds={bounds ? grow(bounds, MARGIN_DEG) : undefined}
    >
      <AreaLayer areas={areas} />
      <CentreLayer target={props.target} onCentre={props.onCentre} />
    </BaseMap>
  );
}
