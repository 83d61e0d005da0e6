'use client';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { AreaId } from '#domain/base/brand.ts';
import type { Presence } from '#protocol/live.ts';
import { useClock } from '../ui/clock.tsx';
import { names } from '../ui/refusal/names.ts';
import { type Board, nameIn } from './board.ts';
import { type Connection, connectionOf, OFFLINE_AFTER_MS } from './connection.ts';
import { browserLiveClient, type LiveClient } from './live-client.ts';
import type { Undoable } from './undo.ts';
import { useStore, whole } from './use-store.ts';

const LiveContext = createContext<LiveClient | null>(null);

export interface LiveProviderProps {
  /** The areas to watch; when the list changes the screen turns to the new ones. */
  areas: readonly AreaId[];
  /** The reason written with what is taken back, in the person's language. */
  undoReason: string;
  children: ReactNode;
}

/** Keeps one line to the server open for everything beneath it. */
export function LiveProvider({ areas, undoReason, children }: LiveProviderProps) {
  const [client] = useState(() => browserLiveClient(undoReason));
  const clock = useClock();
  useEffect(
    () =>
      client.serverClock.subscribe(() => {
        const reading = client.serverClock.get();
        if (reading) clock.setBy(reading);
      }),
    [client, clock],
  );
  useEffect(() => client.start(), [client]);
  useEffect(() => names.set((id) => nameIn(client.board.get(), id)), [client]);
  const key = areas.join(' ');
  useEffect(() => client.turnTo(key === '' ? [] : key.split(' ')), [client, key]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (client.line.get().queued > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [client]);
  return <LiveContext value={client}>{children}</LiveContext>;
}

/** The live client: `send`, `undoLast`, `drag`, `report`, and the stores for those who listen without rendering. */
export function useLive(): LiveClient {
  const client = useContext(LiveContext);
  if (!client) throw new Error('useLive was called outside a LiveProvider.');
  return client;
}

/** The selected part of what the person sees; renders again only when that part changes by `same`. */
export function useBoard<S>(select: (board: Board) => S, same: (a: S, b: S) => boolean = Object.is): S {
  return useStore(useLive().board, select, same);
}

/** What may be taken back at this moment, for at most ten seconds. */
export function useUndoable(): Undoable | null {
  const undoable = useStore(useLive().undoable, whole);
  const [over, setOver] = useState<Undoable | null>(null);
  useEffect(() => {
    if (!undoable) return;
    const timer = setTimeout(() => setOver(undoable), Math.max(0, undoable.until - Date.now()));
    return () => clearTimeout(timer);
  }, [undoable]);
  return undoable === over ? null : undoable;
}

/** Who is at work in the watched areas, by area. */
export function usePresence(): ReadonlyMap<AreaId, readonly Presence[]> {
  return useStore(useLive().presence, whole);
}

/** What the banner says of the line. */
export function useConnection(): Connection {
  const line = useStore(useLive().line, whole);
  const [now, setNow] = useState(0);
  const { downSince } = line;
  useEffect(() => {
    if (downSince === null) return;
    setNow(Date.now());
    const timer = setTimeout(() => setNow(Date.now()), OFFLINE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [downSince]);
  return connectionOf(line, now);
}
