'use client';

import { useMantineColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import type { Area } from '#domain/area/area.ts';
import { grow } from '#domain/geo/lng-lat.ts';
import { AreaLayer } from '../../map/area-layer.tsx';
import { BaseMap } from '../../map/base-map.tsx';
import type { OrderPin } from '../../map/order-groups.ts';
import { OrderLayer } from '../../map/order-layer.tsx';
import { boundsOf } from '../../map/technician-layer.tsx';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import classes from './imports.module.css';
import { pointOf } from './report.ts';

/** Some surroundings, about 800 m: a point alone says nothing about where it stands. */
const MARGIN_DEG = 0.008;
const FUZHOU = { lng: 119.3, lat: 26.08 };

/** Where the previewed rows would stand: the eye tells a wrong coordinate system from a right one. */
export function PreviewMap({
  rows,
  areas,
}: {
  rows: readonly Readonly<Record<string, unknown>>[];
  areas: readonly Area[];
}) {
  const m = useMessages();
  const language = useLanguage();
  const { colorScheme } = useMantineColorScheme();
  const pins = useMemo(
    () =>
      rows.flatMap((row): OrderPin[] => {
        const point = pointOf(row);
        if (!point) return [];
        const number = Number(row.row);
        return [
          {
            id: `row-${number}`,
            point,
            shape: 'circle',
            tone: 'planned',
            place: null,
            selected: false,
            estimated: false,
            movable: false,
            label: `${m.imports.map.point(number)} ${String(row.estate ?? row.name ?? row.number ?? '')}`,
          },
        ];
      }),
    [rows, m],
  );
  const drawn = useMemo(() => rows.flatMap((row) => drawnArea(row)), [rows]);
  const bounds = boundsOf([
    ...pins.map(({ point }) => point),
    ...drawn.flatMap(({ polygon }) => (polygon?.coordinates[0] ?? []).map(([lng, lat]) => ({ lng, lat }))),
  ]);
  return (
    <BaseMap
      // Another coordinate system is another view: the map is fitted anew.
      key={JSON.stringify(bounds)}
      className={classes.previewMap}
      words={m.board.map}
      look={{ scheme: colorScheme === 'dark' ? 'dark' : 'light', tongue: language }}
      centre={FUZHOU}
      zoom={12}
      bounds={bounds ? grow(bounds, MARGIN_DEG) : undefined}
    >
      <AreaLayer areas={drawn.length > 0 ? drawn : areas} />
      <OrderLayer pins={pins} clusterWords={m.board.map.cluster} onPick={() => undefined} />
    </BaseMap>
  );
}

/** A previewed row of a file of areas, as far as it is drawn. */
function drawnArea(row: Readonly<Record<string, unknown>>): Area[] {
  const polygon = row.polygon as Area['polygon'] | undefined;
  if (!polygon) return [];
  return [
    {
      id: `row-${String(row.row)}`,
      name: String(row.name ?? ''),
      region: 'urban',
      polygon,
      leadTechnicianId: null,
      standardId: 'base',
    },
  ];
}
