'use client';

import { Button } from '@mantine/core';
import type { Area } from '#domain/area/area.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { DayPart } from '#domain/geo/hour-rates.ts';
import type { VehicleMode } from '#domain/technician/technician.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { useAnswer } from '../../ui/use-answer.ts';
import { LessonTable } from './lesson-table.tsx';
import { SourceTable } from './source-table.tsx';
import classes from './travel.module.css';

/** What one mode's road server does, as `GET /travel` tells it. */
interface RoadServerState {
  readonly mode: VehicleMode;
  readonly kind: 'osrm' | 'valhalla';
  readonly state: 'unasked' | 'well' | 'failing' | 'resting';
  readonly places: number;
  readonly asked: number;
  readonly failed: number;
  readonly lastFailure: { readonly at: Instant; readonly why: string } | null;
}

export interface Lesson {
  /** Null: all areas together. */
  readonly areaId: string | null;
  readonly mode: VehicleMode;
  readonly part: DayPart;
  readonly trips: number;
  readonly leftOut: number;
  readonly sample: number | null;
  readonly prior: number;
  readonly value: number;
  readonly fromAt: Instant;
}

export interface TravelTold {
  readonly estimate: {
    readonly detour: number;
    readonly kmh: Readonly<Record<VehicleMode, number>>;
    readonly accessSeconds: number;
  };
  readonly lessons: readonly Lesson[];
  readonly roadServers: readonly RoadServerState[];
}

/** Which source of travel times is in force for each mode, whether it fell back, and what trips have taught. */
export function TravelPage() {
  const m = useMessages();
  const t = m.travel;
  const { state, value, again } = useAnswer<TravelTold>('/api/v1/travel');
  const areas = useAnswer<{ areas: readonly Pick<Area, 'id' | 'name'>[] }>('/api/v1/areas');
  return (
    <div className={classes.page}>
      <div>
        <h1>{t.title}</h1>
        <p className={classes.hint}>{t.hint}</p>
      </div>
      {state === 'failed' ? (
        <ErrorState
          title={t.failed}
          body={m.common.failure.body}
          action={<Button onClick={again}>{m.common.retry}</Button>}
        />
      ) : !value ? (
        <LoadingState label={t.loading} />
      ) : (
        <>
          <section className={classes.section}>
            <h2>{t.sources.title}</h2>
            <SourceTable told={value} />
            <p className={classes.hint}>
              {value.roadServers.length === 0 ? `${t.sources.none} ${t.sources.rush}` : t.sources.rush}
            </p>
          </section>
          <section className={classes.section}>
            <h2>{t.lessons.title}</h2>
            <p className={classes.hint}>{t.lessons.hint}</p>
            {value.lessons.length === 0 ? (
              <EmptyState title={t.lessons.none} />
            ) : (
              <LessonTable lessons={value.lessons} areas={areas.value?.areas ?? []} />
            )}
          </section>
        </>
      )}
    </div>
  );
}
