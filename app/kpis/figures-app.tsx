'use client';

import { Button } from '@mantine/core';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { AreaId } from '#domain/base/brand.ts';
import type { KpiId } from '#domain/kpi/kpis.ts';
import type { KpiGroup } from '#domain/kpi/report.ts';
import { localDate } from '#domain/time/zone.ts';
import { OrderTrail } from '../board/order-trail.tsx';
import type { NoticeViewer } from '../notices/open-notices.ts';
import { LivePage, LiveShell } from '../shell/live-shell.tsx';
import { useNow } from '../ui/clock.tsx';
import type { FramePerson } from '../ui/frame/app-frame.tsx';
import { hasSeat } from '../ui/frame/seats.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { ZONE } from '../ui/time.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { type Asked, addressOf, askedIn } from './asked.ts';
import { FigureDetail } from './figure-detail.tsx';
import { FigureList } from './figure-list.tsx';
import classes from './figures.module.css';
import { FlagRows } from './flag-rows.tsx';
import { PeriodBar } from './period-bar.tsx';
import { type Report, reportPath } from './report.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}
export interface FiguresAppProps {
  readonly person: FramePerson & NoticeViewer;
  /** The areas whose alarms the head tells. */
  readonly watch: readonly AreaId[];
  readonly areas: readonly Named[];
  readonly technicians: readonly Named[];
}

const TICK_MS = 60_000;

/** The standard's indicators over a period: every number leads to its orders, and they to their events (§17). */
export function FiguresApp(props: FiguresAppProps) {
  return (
    <LivePage areas={props.watch}>
      <FiguresScreen {...props} />
    </LivePage>
  );
}

function FiguresScreen({ person, areas, technicians }: FiguresAppProps) {
  const m = useMessages();
  const now = useNow(TICK_MS);
  const today = localDate(now, ZONE);
  const path = usePathname();
  const router = useRouter();
  const address = useSearchParams();
  const asked = useMemo(() => askedIn(new URLSearchParams(address), today), [address, today]);
  const report = useAnswer<Report>(reportPath(asked, 'all'));
  const [trail, setTrail] = useState<string | null>(null);
  const names = useMemo(
    () => new Map([...areas, ...technicians].map((one) => [one.id, one])),
    [areas, technicians],
  );
  const show = (change: Partial<Asked>) =>
    window.history.replaceState(null, '', `${path}${addressOf({ ...asked, ...change })}`);
  const nameOf = (by: KpiGroup, key: string | null): string => {
    if (key === null) return by === 'all' ? m.figures.groups.all : m.figures.nobody;
    const words: Readonly<Record<string, string>> = { ...m.order.type, ...m.order.region };
    return by === 'type' || by === 'region' ? (words[key] ?? key) : (names.get(key)?.name ?? key);
  };
  const whole = report.value?.groups[0];
  // a technician's orders are on the phone's own page, a colleague's nowhere else
  const openAlarmed = (orderId: string) => {
    if (person.role === 'technician') router.push(`/field?order=${encodeURIComponent(orderId)}`);
    else setTrail(orderId);
  };

  return (
    <LiveShell person={person} onOrder={openAlarmed} atOnce>
      <main className={classes.page} data-open={asked.kpi === null ? undefined : ''}>
        <h1 className={classes.hiddenTitle}>{m.figures.title}</h1>
        <PeriodBar asked={asked} areas={areas} today={today} onShow={show} />
        <section className={classes.list} aria-label={m.figures.list} aria-busy={report.state === 'loading'}>
          {report.state === 'failed' ? (
            <ErrorState
              title={m.figures.failed}
              body={m.common.failure.body}
              action={<Button onClick={report.again}>{m.common.retry}</Button>}
            />
          ) : whole ? (
            <FigureList
              group={whole}
              flags={report.value?.anomalies.length ?? 0}
              chosen={asked.kpi}
              onChoose={(kpi) => show({ kpi })}
            />
          ) : (
            <LoadingState label={m.figures.loading} />
          )}
        </section>
        <section className={classes.detail} aria-label={m.figures.orders}>
          {asked.kpi === null || !report.value ? (
            <EmptyState title={m.figures.choose} body={m.figures.chooseBody} />
          ) : asked.kpi === 'flags' ? (
            <FlagRows
              anomalies={report.value.anomalies}
              now={now}
              onOpen={setTrail}
              onBack={() => show({ kpi: null })}
            />
          ) : (
            <FigureDetail
              key={asked.kpi}
              id={asked.kpi satisfies KpiId}
              asked={asked}
              whole={whole}
              now={now}
              nameOf={nameOf}
              onOpen={setTrail}
              onShow={show}
            />
          )}
        </section>
      </main>
      <OrderTrail
        orderId={trail}
        technicians={names}
        desk={hasSeat(person.role, 'calls')}
        now={now}
        onClose={() => setTrail(null)}
      />
    </LiveShell>
  );
}
