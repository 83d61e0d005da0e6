import { io } from 'socket.io-client';
import type { AreaId, OrderId } from '#domain/base/brand.ts';
import type { CommandAnswer } from '#protocol/command.ts';
import { type ClockReading, type PositionFix, PROTOCOL_VERSION, type Presence } from '#protocol/live.ts';
import { type Board, EMPTY_BOARD } from './board.ts';
import { reduceBoard } from './board-reducer.ts';
import { type CommandDesk, createCommandDesk } from './command-desk.ts';
import { FIRST_LINE, type Line } from './connection.ts';
import { deviceOf, fromDevice } from './device.ts';
import { type Pending, stillPending, withPending } from './overlay.ts';
import { createPositionStore, type PositionStore, positionOf } from './positions.ts';
import { createStore, type Store } from './store.ts';
import { createSync } from './sync.ts';
import type { Undoable } from './undo.ts';
import { socketWire, type Wire } from './wire.ts';

type Readable<T> = Omit<Store<T>, 'set'>;

/** A screen's live view of the world and its way to change it. */
export interface LiveClient {
  /** What the person sees: what is committed with their own unanswered commands laid over it. */
  board: Readable<Board>;
  /** What is committed. */
  committed: Readable<Board>;
  pending: Readable<readonly Pending[]>;
  undoable: Readable<Undoable | null>;
  /** The order whose customer was told of the last step. */
  told: Readable<OrderId | null>;
  line: Readable<Line>;
  /** The server's clock as it was last told; set anew at every answer, so a subscriber reads it at that moment. */
  serverClock: Readable<ClockReading | null>;
  presence: Readable<ReadonlyMap<AreaId, readonly Presence[]>>;
  positions: PositionStore;
  send: CommandDesk['send'];
  undoLast: CommandDesk['undoLast'];
  /** Shows the others what this person holds in their hand; no orders = nothing. */
  drag(orderIds: readonly OrderId[], over?: string | null): void;
  /** Shows the others which order this person has open; null = none. */
  look(orderId: OrderId | null): void;
  /** Reports this technician's own positions. Rejects when they did not arrive; they may then be reported again. */
  report(fixes: readonly PositionFix[]): Promise<{ ok: boolean; code?: string; taken: number }>;
  /** Shows these areas and no others. */
  turnTo(areas: readonly AreaId[]): void;
  /**
   * Opens the line and keeps it open until the function returned is called, and ten seconds longer at most while something that was
   * sent waits for its answer: whoever turns to another page loses nothing by it.
   */
  start(): () => void;
}

export interface LiveClientParts {
  wire: Wire;
  undoReason: string;
  now(): number;
  newId(): string;
  random(): number;
  wait(milliseconds: number): Promise<void>;
  /** Is somebody still signed in? null = could not be asked. */
  signedIn(): Promise<boolean | null>;
  onMismatch(areaId: AreaId, error: unknown): void;
}

const REOPEN_AFTER_MS = 1_000;
const LAST_WORDS_MS = 10_000;

/** A live client over any line; `browserLiveClient` is the one that screens use. */
export function createLiveClient(parts: LiveClientParts): LiveClient {
  const { wire } = parts;
  const committed = createStore<Board>(EMPTY_BOARD);
  const shown = createStore<Board>(EMPTY_BOARD);
  const pending = createStore<readonly Pending[]>([]);
  const undoable = createStore<Undoable | null>(null);
  const told = createStore<OrderId | null>(null);
  const line = createStore<Line>(FIRST_LINE);
  const serverClock = createStore<ClockReading | null>(null);
  const presence = createStore<ReadonlyMap<AreaId, readonly Presence[]>>(new Map());
  const positions = createPositionStore();
  const tellLine = (change: Partial<Line>) => line.set({ ...line.get(), ...change });

  committed.subscribe(() => pending.set(stillPending(pending.get(), committed.get())));
  const showAgain = () => shown.set(withPending(committed.get(), pending.get()));
  committed.subscribe(showAgain);
  pending.subscribe(() => {
    showAgain();
    tellLine({ queued: pending.get().filter((command) => command.committed === null).length });
  });

  const sync = createSync({
    wire,
    wait: parts.wait,
    board: committed.get,
    take(message) {
      if (message.kind === 'snapshot') positions.take(message.snapshot.state.positions);
      committed.set(reduceBoard(committed.get(), message));
    },
    onWatching: (watching) => tellLine({ watching, downSince: null, refusing: false }),
    onClock: (reading) => serverClock.set(reading),
    onForbidden: () => tellLine({ forbidden: true }),
    onMismatch: parts.onMismatch,
  });

  const waiters = new Set<() => void>();
  const desk = createCommandDesk({
    line: {
      whenUp: () => (wire.isUp() ? Promise.resolve() : new Promise((resolve) => waiters.add(resolve))),
      deliver: (envelope): Promise<CommandAnswer> => wire.command(envelope),
    },
    now: parts.now,
    newId: parts.newId,
    random: parts.random,
    wait: parts.wait,
    board: committed.get,
    pending,
    undoable,
    told,
    undoReason: parts.undoReason,
    onOutcome: (outcome) => {
      if (outcome === 'answered') tellLine({ refusing: false });
      if (outcome === 'retry') tellLine({ refusing: true });
    },
  });

  const allAnswered = () => pending.get().every((command) => command.committed !== null);
  let wanted = false;
  /** Takes the line over from whoever has let go of it and still waits for an answer. */
  let takeOver: () => void = () => undefined;
  let reopenInMs = REOPEN_AFTER_MS;
  const reopen = async (afterMs: number) => {
    await parts.wait(afterMs);
    if (wanted && !wire.isUp()) wire.open();
  };
  const giveUp = (change: Partial<Line>) => {
    wanted = false;
    wire.close();
    tellLine({ ...change, watching: false });
  };

  return {
    board: shown,
    committed,
    pending,
    undoable,
    told,
    line,
    serverClock,
    presence,
    positions,
    send: desk.send,
    undoLast: desk.undoLast,
    drag: (orderIds, over = null) => wire.drag({ orderIds, over }),
    look: (orderId) => wire.look({ orderId }),
    report: (fixes) => wire.positions(fixes),
    turnTo(areas) {
      positions.clear();
      presence.set(new Map());
      sync.turnTo(areas);
    },
    start() {
      takeOver();
      wanted = true;
      const unlisten = wire.listen({
        up() {
          reopenInMs = REOPEN_AFTER_MS;
          for (const resolve of waiters) resolve();
          waiters.clear();
          sync.resync();
        },
        down(byServer) {
          tellLine({ watching: false, downSince: line.get().downSince ?? parts.now() });
          presence.set(new Map());
          if (byServer) void reopen(reopenInMs);
        },
        async failed(code) {
          tellLine({ watching: false, downSince: line.get().downSince ?? parts.now() });
          if (code === 'outdated') giveUp({ outdated: true });
          else if (code === 'too_many') void reopen(REOPEN_AFTER_MS * 5);
          else if (code === 'unauthenticated' || (await parts.signedIn()) === false)
            giveUp({ signedOut: true });
        },
        changes: sync.receive,
        positions: (list) => positions.take(list.map(positionOf)),
        presence: (areaId, present) => presence.set(new Map(presence.get()).set(areaId, present)),
        storage: (reachable) => tellLine({ refusing: !reachable }),
        goingAway(afterMs) {
          reopenInMs = Math.max(afterMs, 1);
        },
      });
      wire.open();
      return () => {
        let ended = false;
        const end = (line: 'closed' | 'kept') => {
          if (ended) return;
          ended = true;
          unsubscribe();
          unlisten();
          takeOver = () => undefined;
          if (line === 'kept') return;
          wanted = false;
          wire.close();
        };
        const unsubscribe = pending.subscribe(() => allAnswered() && end('closed'));
        takeOver = () => end('kept');
        if (allAnswered()) end('closed');
        else void parts.wait(LAST_WORDS_MS).then(() => end('closed'));
      };
    },
  };
}

/** The live client of a page: this server, this session's cookie. */
export function browserLiveClient(undoReason: string): LiveClient {
  const socket = io({
    path: '/socket.io/',
    transports: ['websocket'],
    autoConnect: false,
    withCredentials: true,
    auth: { version: PROTOCOL_VERSION },
    reconnectionDelay: 300,
    reconnectionDelayMax: 1_000,
    timeout: 5_000,
  });
  const client = createLiveClient({
    wire: socketWire(socket),
    undoReason,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    random: Math.random,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    signedIn,
    onMismatch: (areaId, error) =>
      reportError(new Error(`Board of ${areaId} fetched anew`, { cause: error })),
  });
  const device = () =>
    deviceOf(
      () => localStorage,
      (bytes) => crypto.getRandomValues(bytes),
    );
  return {
    ...client,
    send: (type, payload, options) => client.send(type, fromDevice(type, payload, device()), options),
  };
}

async function signedIn(): Promise<boolean | null> {
  try {
    const { ok, status } = await fetch('/api/v1/me', { cache: 'no-store' });
    return ok || (status === 401 ? false : null);
  } catch {
    // The network is away: whether anyone is signed in is not known, and the line keeps trying.
    return null;
  }
}
