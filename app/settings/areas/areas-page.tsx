'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { AreaId } from '#domain/base/brand.ts';
import type { CommandType } from '#protocol/command.ts';
import type { LeadDecided } from '#protocol/lead.ts';
import { useConnection } from '../../live/use-live.tsx';
import { LivePage, useWatched } from '../../shell/live-shell.tsx';
import { useNow } from '../../ui/clock.tsx';
import { ConnectionBanner } from '../../ui/connection-banner.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { LoadingState } from '../../ui/states.tsx';
import classes from '../imports/imports.module.css';
import { AreaCard } from './area-card.tsx';

interface Props {
  readonly areas: readonly AreaId[];
  /** Commands that this person's role may send. */
  readonly may: readonly CommandType[];
  readonly history: readonly LeadDecided[];
}

/** Who answers for each area, who stands in, and who decided it (RESP-02). */
export function AreasPage(props: Props) {
  return (
    <LivePage areas={props.areas}>
      <Areas {...props} />
    </LivePage>
  );
}

const TICK_MS = 30_000;

function Areas({ may, history }: Props) {
  const m = useMessages();
  const router = useRouter();
  const now = useNow(TICK_MS);
  const connection = useConnection();
  const { boards } = useWatched();
  const allowed = useMemo(() => new Set(may), [may]);
  return (
    <>
      <ConnectionBanner connection={connection} />
      <div className={classes.page}>
        <div>
          <h1>{m.leads.title}</h1>
          <p className={classes.hint}>{m.leads.hint}</p>
        </div>
        {boards.length === 0 ? (
          <LoadingState label={m.common.loading} />
        ) : (
          boards.map((board) => (
            <AreaCard
              key={board.area.id}
              board={board}
              history={history.filter(({ areaId }) => areaId === board.area.id)}
              may={allowed}
              now={now}
              onDecided={() => router.refresh()}
            />
          ))
        )}
      </div>
    </>
  );
}
