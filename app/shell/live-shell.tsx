'use client';

import { type ReactNode, useMemo } from 'react';
import type { AreaId, OrderId } from '#domain/base/brand.ts';
import type { RuleId } from '#domain/base/rule-id.ts';
import type { FormerTechnician, Technician } from '#domain/technician/technician.ts';
import type { AreaBoard, Board } from '../live/board.ts';
import { LiveProvider, useBoard, useConnection } from '../live/use-live.tsx';
import { NoticeBell } from '../notices/notice-bell.tsx';
import type { NoticeViewer } from '../notices/open-notices.ts';
import { ConnectionBanner, ConnectionDot } from '../ui/connection-banner.tsx';
import { AppFrame, type FramePerson } from '../ui/frame/app-frame.tsx';
import { useMessages } from '../ui/i18n/provider.tsx';
import { LoadingState } from '../ui/states.tsx';

const areasOf = (board: Board) => board.areas;

/** Opens the line to the server for one page; what is taken back on it is written down in the person's language. */
export function LivePage({ areas, children }: { areas: readonly AreaId[]; children: ReactNode }) {
  const m = useMessages().common;
  return (
    <LiveProvider areas={areas} undoReason={m.undo}>
      {children}
    </LiveProvider>
  );
}

/**
 * The head of every page on the live board: its tools, whether it is live, the alarms of this person, and what is wrong with the line.
 * The page itself is shown as soon as a first area has come; one that does not live on the board is shown `atOnce`.
 */
export function LiveShell(props: {
  person: FramePerson & NoticeViewer;
  /** Opens the order that an alarm is about. */
  onOrder: (orderId: OrderId, rule?: RuleId) => void;
  tools?: ReactNode;
  /** Said beside the connection. */
  status?: ReactNode;
  onHelp?: () => void;
  atOnce?: boolean;
  /** Said while the first area is on its way, when it is not the usual word. */
  loading?: string;
  children: ReactNode;
}) {
  const m = useMessages().common;
  const connection = useConnection();
  const arrived = useBoard(hasArrived);
  const { person, tools, onHelp } = props;
  return (
    <AppFrame
      person={person}
      tools={tools}
      {...(onHelp ? { onHelp } : {})}
      status={
        <>
          <ConnectionDot connection={connection} />
          {props.status}
          <NoticeBell viewer={person} onOpen={props.onOrder} />
        </>
      }
    >
      <ConnectionBanner connection={connection} />
      {arrived || props.atOnce ? props.children : <LoadingState label={props.loading ?? m.loading} />}
    </AppFrame>
  );
}

const hasArrived = (board: Board) => board.areas.size > 0;

/** The areas that this page watches, and everybody who works in them. */
export function useWatched(): {
  readonly watched: ReadonlyMap<AreaId, AreaBoard>;
  readonly boards: readonly AreaBoard[];
  readonly technicians: ReadonlyMap<string, Technician>;
  /** The technicians by name, those who have left among them. */
  readonly people: ReadonlyMap<string, FormerTechnician>;
} {
  const watched = useBoard(areasOf);
  return useMemo(() => {
    const boards = [...watched.values()];
    return {
      watched,
      boards,
      technicians: new Map(boards.flatMap((board) => [...board.technicians])),
      people: new Map<string, FormerTechnician>(
        boards.flatMap(({ former, technicians }) => [...(former ?? []), ...technicians]),
      ),
    };
  }, [watched]);
}
