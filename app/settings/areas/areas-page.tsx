'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { AreaId } from '#domain/base/brand.ts';
import type { CommandType } from '#protocol/command.ts';
import type { LeadDecided } from '#protocol/lead.ts';
import type { Board } from '../../live/board.ts';
import { LiveProvider, useBoard, useConnection } from '../../live/use-live.tsx';
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
  const m = useMessages().common;
  return (
    <LiveProvider areas={props.areas} undoReason={m.undo}>
      <Areas {...props} />
    </LiveProvider>
  );
}

const TICK_MS = 30_000;
const areasOf = (board: Board) => board.areas;

function Areas({ may, history }: Props) {
  const m = useMessages();
  const router = useRouter();
  const now = useNow(TICK_MS);
  const connection = useConnection();
  const watched = useBoard(areasOf);
  const allowed = useMemo(() => new Set(may), [may]);
  return (
    <>
      <ConnectionBanner connection={connection} />
      <div className={classes.page}>
        <div>
          <h1>{m.leads.title}</h1>
          <p className={classes.hint}>{m.leads.hint}</p>
        </div>
        {watched.size === 0 ? (
          <LoadingState label={m.common.loading} />
        ) : (
          [...watched.values()].map((board) => (
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
