'use client';

import { Button } from '@mantine/core';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { AreaId, PersonId } from '#domain/base/brand.ts';
import type { CommandType } from '#protocol/command.ts';
import { OrderTrail } from '../board/order-trail.tsx';
import classes from '../calls/calls.module.css';
import { LivePage, LiveShell, useWatched } from '../shell/live-shell.tsx';
import { useNow } from '../ui/clock.tsx';
import type { FramePerson } from '../ui/frame/app-frame.tsx';
import { hasSeat } from '../ui/frame/seats.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { EmptyState } from '../ui/states.tsx';
import { CutoverForm } from './cutover-form.tsx';
import { CutoverPanel } from './cutover-panel.tsx';
import { networkOf } from './network-list.ts';
import { NetworkRows } from './network-rows.tsx';
import { OutageForm } from './outage-form.tsx';
import { OutagePanel } from './outage-panel.tsx';

export interface NetworkAppProps {
  readonly person: FramePerson & { personId: PersonId };
  readonly areas: readonly AreaId[];
  /** Commands that this person's role may send. */
  readonly may: readonly CommandType[];
}

/** What is open at the right: an outage, a cutover, or a form for a new one. */
export type Opened =
  | { readonly kind: 'outage' | 'cutover'; readonly id: string }
  | { readonly kind: 'newOutage'; readonly areaId: AreaId | null }
  | { readonly kind: 'newCutover' };

/** Outages and cutovers: what is wrong with the network, what is planned on it, and whom it concerns (§12, CUTV-01). */
export function NetworkApp(props: NetworkAppProps) {
  return (
    <LivePage areas={props.areas}>
      <NetworkScreen {...props} />
    </LivePage>
  );
}

const TICK_MS = 10_000;

/** What the address asks for: an alert leads to its outage or cutover. */
function openedIn(asked: Pick<URLSearchParams, 'get'>): Opened | null {
  for (const kind of ['outage', 'cutover'] as const) {
    const id = asked.get(kind);
    if (id !== null) return { kind, id };
  }
  return null;
}

function NetworkScreen({ person, may }: NetworkAppProps) {
  const m = useMessages();
  const { watched, boards, technicians } = useWatched();
  const now = useNow(TICK_MS, boards);
  const asked = useSearchParams();
  const [opened, setOpened] = useState<Opened | null>(() => openedIn(asked));
  const [trail, setTrail] = useState<string | null>(null);
  const network = useMemo(() => networkOf(boards, now), [boards, now]);
  const allowed = useMemo(() => new Set(may), [may]);
  const outage =
    opened?.kind === 'outage' ? network.outages.find((row) => row.outage.id === opened.id) : undefined;
  const cutover =
    opened?.kind === 'cutover' ? network.cutovers.find((row) => row.cutover.id === opened.id) : undefined;
  const shared = { may: allowed, now, onBack: () => setOpened(null) };

  return (
    <LiveShell person={person} onOrder={setTrail}>
      <main className={classes.desk} data-open={opened ? '' : undefined}>
        <h1 className={classes.hiddenTitle}>{m.network.title}</h1>
        <div className={classes.groups}>
          <Button
            size="sm"
            disabled={!allowed.has('outage.open')}
            title={allowed.has('outage.open') ? undefined : m.calls.notYours}
            onClick={() => setOpened({ kind: 'newOutage', areaId: null })}
          >
            {m.network.outage.register}
          </Button>
          <Button
            size="sm"
            variant="default"
            disabled={!allowed.has('cutover.plan')}
            title={allowed.has('cutover.plan') ? undefined : m.calls.notYours}
            onClick={() => setOpened({ kind: 'newCutover' })}
          >
            {m.network.cutover.plan}
          </Button>
        </div>
        <section className={classes.list} aria-label={m.network.title}>
          <div className={classes.listBody}>
            <NetworkRows network={network} opened={opened} now={now} onOpen={setOpened} />
          </div>
        </section>
        <section className={classes.work} aria-label={m.calls.work}>
          {opened?.kind === 'newOutage' ? (
            <OutageForm
              key={opened.areaId}
              boards={boards}
              areaId={opened.areaId}
              onDone={(id) => setOpened({ kind: 'outage', id })}
              {...shared}
            />
          ) : opened?.kind === 'newCutover' ? (
            <CutoverForm boards={boards} onDone={(id) => setOpened({ kind: 'cutover', id })} {...shared} />
          ) : outage ? (
            <OutagePanel
              key={outage.outage.id}
              row={outage}
              board={watched.get(outage.area.id)}
              onOrder={setTrail}
              {...shared}
            />
          ) : cutover ? (
            <CutoverPanel
              key={cutover.cutover.id}
              row={cutover}
              board={watched.get(cutover.area.id)}
              personId={person.personId}
              onOrder={setTrail}
              {...shared}
            />
          ) : (
            <EmptyState
              title={opened ? m.network.over : m.network.choose}
              body={opened ? m.network.overBody : m.network.chooseBody}
            />
          )}
        </section>
      </main>
      <OrderTrail
        orderId={trail}
        technicians={technicians}
        desk={hasSeat(person.role, 'calls')}
        now={now}
        onClose={() => setTrail(null)}
      />
    </LiveShell>
  );
}
