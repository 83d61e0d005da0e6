import type { Logger } from '#server/log.ts';
import type { LiveServer, LiveSocket } from './parts.ts';

const CHECK_EVERY_MS = 1_000;
/** With more than this unsent a screen gets no positions until it has caught up. */
const SLOW_BYTES = 64_000;
/** More than this unsent, and not a tenth of it read since the last check: the socket is closed; its screen catches up by `seq` when it comes back. */
const MAX_UNSENT_BYTES = 1_000_000;
const READS_ON = 0.9;

/** Sockets that read too slowly for positions. */
export const SLOW_ROOM = 'slow';

/**
 * Sees to it that a screen that reads slowly holds up nobody and fills no memory: positions go first, then the socket. A large snapshot
 * on a narrow line is slow and no fault, as long as it is being read. `caughtUp` is told of whoever gets positions again.
 */
export function watchSlowSockets(
  io: LiveServer,
  log: Logger,
  caughtUp: (socket: LiveSocket) => void,
): { stop(): void } {
  const before = new WeakMap<LiveSocket, number>();
  const timer = setInterval(() => {
    for (const socket of io.of('/').sockets.values()) {
      const unsent = unsentBytes(socket.conn);
      if (unsent > SLOW_BYTES) void socket.join(SLOW_ROOM);
      else if (socket.rooms.has(SLOW_ROOM)) {
        void socket.leave(SLOW_ROOM);
        caughtUp(socket);
      }
      if (isStuck(unsent, before.get(socket) ?? 0)) {
        log.warn({ person: socket.data.viewer.personId, unsent }, 'screen reads too slowly: socket closed');
        socket.disconnect(true);
      }
      before.set(socket, unsent);
    }
  }, CHECK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Whether a screen has as good as stopped reading, by what was unsent at two checks. */
export function isStuck(unsent: number, before: number): boolean {
  return before > MAX_UNSENT_BYTES && unsent > Math.max(MAX_UNSENT_BYTES, before * READS_ON);
}

/** Bytes that Socket.IO and the WebSocket beneath hold back for this connection. */
function unsentBytes(conn: unknown): number {
  const { writeBuffer, transport } = conn as {
    writeBuffer: readonly { data?: unknown }[];
    transport: { socket?: { bufferedAmount?: number } };
  };
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) {
    if (typeof data === 'string') bytes += data.length;
    else if (data instanceof Uint8Array) bytes += data.byteLength;
  }
  return bytes;
}
