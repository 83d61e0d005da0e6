'use client';

import { useMemo, useState } from 'react';
import type { AreaId, PersonId } from '#domain/base/brand.ts';
import type { OrderType } from '#domain/order/order-type.ts';
import type { RefusalRule } from '#protocol/command.ts';
import { OrderTrail } from '../board/order-trail.tsx';
import type { Board } from '../live/board.ts';
import { LiveProvider, useBoard, useConnection } from '../live/use-live.tsx';
import { NoticeBell } from '../notices/notice-bell.tsx';
import { useNow } from '../ui/clock.tsx';
import { ConnectionBanner, ConnectionDot } from '../ui/connection-banner.tsx';
import { AppFrame, type FramePerson } from '../ui/frame/app-frame.tsx';
import { hasSeat } from '../ui/frame/seats.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { LoadingState } from '../ui/states.tsx';
import classes from './intake.module.css';
import { IntakeForm } from './intake-form.tsx';
import { TakenIn } from './taken-in.tsx';

export interface IntakeAppProps {
  readonly person: FramePerson & { personId: PersonId };
  readonly areas: readonly AreaId[];
}

/** An order that has just been taken in, with what the rules said of it. */
export interface Taken {
  readonly orderId: string;
  readonly number: string;
  readonly type: OrderType;
  readonly warnings: readonly RefusalRule[];
}

/** Nobody is pushed away: whoever is asked takes the order in (INTK-11, RESP-01). */
export function IntakeApp(props: IntakeAppProps) {
  const m = useMessages().common;
  return (
    <LiveProvider areas={props.areas} undoReason={m.undo}>
      <IntakeScreen {...props} />
    </LiveProvider>
  );
}

const TICK_MS = 10_000;
const areasOf = (board: Board) => board.areas;

function IntakeScreen({ person }: IntakeAppProps) {
  const m = useMessages();
  const now = useNow(TICK_MS);
  const connection = useConnection();
  const watched = useBoard(areasOf);
  const boards = useMemo(() => [...watched.values()], [watched]);
  const technicians = useMemo(() => new Map(boards.flatMap((board) => [...board.technicians])), [boards]);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [trail, setTrail] = useState<string | null>(null);
  return (
    <AppFrame
      person={person}
      status={
        <>
          <ConnectionDot connection={connection} />
          <NoticeBell viewer={person} onOpen={setTrail} />
        </>
      }
    >
      <ConnectionBanner connection={connection} />
      {boards.length === 0 ? (
        <LoadingState label={m.common.loading} />
      ) : (
        <main className={classes.page}>
          <div>
            <h1>{m.intake.title}</h1>
            <p className={classes.hint}>{m.intake.hint}</p>
          </div>
          {taken ? (
            <TakenIn
              taken={taken}
              console={hasSeat(person.role, 'dispatch')}
              now={now}
              onTrail={() => setTrail(taken.orderId)}
              onNext={() => setTaken(null)}
            />
          ) : (
            <IntakeForm boards={boards} now={now} onTaken={setTaken} onOrder={setTrail} />
          )}
        </main>
      )}
      <OrderTrail orderId={trail} technicians={technicians} now={now} onClose={() => setTrail(null)} />
    </AppFrame>
  );
}
