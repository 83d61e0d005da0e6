'use client';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { AreaId } from '#domain/base/brand.ts';
import type { Presence } from '#protocol/live.ts';
import { useClock } from '../ui/clock.tsx';
import type { Board } from './board.ts';
import { type Connection, connectionOf, OFFLINE_AFTER_MS } from './connection.ts';
import { browserLiveClient, type LiveClient } from './live-client.ts';
import type { Store } from './store.ts';
import type { Undoable } from './undo.ts';

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
  return useSelected(useLive().board, select, same);
}

/** What may be taken back at this moment, for at most ten seconds. */
export function useUndoable(): Undoable | null {
  return useSelected(useLive().undoable, itself);
}

/** Who is at work in the watched areas, by area. */
export function usePresence(): ReadonlyMap<AreaId, readonly Presence[]> {
  return useSelected(useLive().presence, itself);
}

/** What the banner says of the line. */
export function useConnection(): Connection {
  const line = useSelected(useLive().line, itself);
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

const itself = <T,>(value: T): T => value;

function useSelected<T, S>(
  store: Omit<Store<T>, 'set'>,
  select: (value: T) => S,
  same: (a: S, b: S) => boolean = Object.is,
): S {
  const last = useRef<{ value: S } | null>(null);
  const read = useCallback(() => {
    const next = select(store.get());
    if (last.current && same(last.current.value, next)) return last.current.value;
    last.current = { value: next };
    return next;
  }, [store, select, same]);
  return useSyncExternalStore(store.subscribe, read, read);
}
