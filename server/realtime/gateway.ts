import { setTimeout as wait } from 'node:timers/promises';
import { Server } from 'socket.io';
import { createAdmission, SOCKET_PATH } from './handshake.ts';
import type { LiveServer, LiveSocket, RealtimeParts } from './parts.ts';
import { createPositionTick } from './position-tick.ts';
import { createPresenceBoard } from './presence.ts';
import { createRelay } from './relay.ts';
import { positionRoom, presenceRoom } from './rooms.ts';
import { sendChanges } from './send-changes.ts';
import { watchSessions } from './session-watch.ts';
import { SLOW_ROOM, watchSlowSockets } from './slow-sockets.ts';
import { serveSocket } from './socket-handlers.ts';
import { tellOfStorage } from './storage-notice.ts';

export interface Gateway {
  /** The log may have grown by another road than a socket of this process: look now. */
  nudge(): void;
  /** How far the relay is behind the log, milliseconds. */
  relayLagMs(): number;
  /** Tells the screens that this server goes away, finishes what is under way (5 s at most), closes every socket. */
  close(): Promise<void>;
}

const MAX_MESSAGE_BYTES = 64_000;
const PING_EVERY_MS = 4_000;
const PING_TIMEOUT_MS = 3_000;
const FINISH_WITHIN_MS = 5_000;
/** Reconnects after a restart are spread over so long. */
const RECONNECT_SPREAD_MS = 3_000;

/** Opens the live side on an HTTP server: WebSocket only, on one path, for signed-in people on our own pages. */
export function createGateway(parts: RealtimeParts): Gateway {
  const admission = createAdmission(parts);
  const io: LiveServer = new Server(parts.httpServer, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PING_TIMEOUT_MS,
    connectTimeout: 5_000,
    allowRequest: admission.allowRequest,
  });
  admission.welcome(io);

  const relay = createRelay({
    log: parts.log,
    elapsed: parts.elapsed,
    heads: parts.heads,
    logAfter: parts.logAfter,
    send: (areaId, from, events) => sendChanges(io, parts.cards, areaId, from, events),
  });
  const presence = createPresenceBoard((areaId, present) => {
    io.to(presenceRoom(areaId)).emit('presence', { area: areaId, present });
  });
  const positions = createPositionTick({
    log: parts.log,
    now: parts.now,
    elapsed: parts.elapsed,
    takePositions: parts.takePositions,
    positionsStoredAfter: parts.positionsStoredAfter,
    watchedAreas: () => watchedAreas(io),
    send: (areaId, at, list) =>
      void io.to(positionRoom(areaId)).except(SLOW_ROOM).emit('positions', { at, list }),
  });
  const sessions = watchSessions({ io, log: parts.log, liveRights: parts.liveRights });
  const slow = watchSlowSockets(io, parts.log, (socket) => {
    positions
      .show(socket)
      .catch((error) => parts.log.warn({ err: error }, 'positions that were missed could not be shown'));
  });
  const storage = tellOfStorage(io, relay.lagMs);

  const underWay = new Set<Promise<unknown>>();
  let open = true;
  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const done = () => void underWay.delete(work);
    work.then(done, done);
    return work;
  };

  const release = (socket: LiveSocket): void => {
    presence.leave(socket.id);
    const still = new Set(watchedAreas(io));
    for (const areaId of socket.data.watched) if (!still.has(areaId)) relay.unfollow(areaId);
  };

  io.on('connection', (socket) =>
    serveSocket(socket, { parts, relay, presence, positions, track, open: () => open, release }),
  );

  return {
    nudge: relay.nudge,
    relayLagMs: relay.lagMs,
    async close() {
      open = false;
      for (const socket of io.of('/').sockets.values())
        socket.emit('going_away', { reconnectInMs: Math.round(parts.random() * RECONNECT_SPREAD_MS) });
      await Promise.race([Promise.allSettled(underWay), wait(FINISH_WITHIN_MS, undefined, { ref: false })]);
      sessions.stop();
      slow.stop();
      storage.stop();
      presence.stop();
      await positions.stop();
      await relay.stop();
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

function watchedAreas(io: LiveServer): string[] {
  const areas = new Set<string>();
  for (const socket of io.of('/').sockets.values())
    for (const areaId of socket.data.watched) areas.add(areaId);
  return [...areas];
}
