import type { Logger } from '#server/log.ts';
import type { LiveServer } from './parts.ts';

const CHECK_EVERY_MS = 1_000;
/** With more than this unsent a screen gets no positions until it has caught up. */
const SLOW_BYTES = 64_000;
/** More than this unsent and the socket is closed; its screen catches up by `seq` when it comes back. */
const MAX_UNSENT_BYTES = 1_000_000;

/** Sockets that read too slowly for positions. */
export const SLOW_ROOM = 'slow';

/** Sees to it that a screen that reads slowly holds up nobody and fills no memory: positions go first, then the socket. */
export function watchSlowSockets(io: LiveServer, log: Logger): { stop(): void } {
  const timer = setInterval(() => {
    for (const socket of io.of('/').sockets.values()) {
      const unsent = unsentBytes(socket.conn);
      void (unsent > SLOW_BYTES ? socket.join(SLOW_ROOM) : socket.leave(SLOW_ROOM));
      if (unsent <= MAX_UNSENT_BYTES) continue;
      log.warn({ person: socket.data.viewer.personId, unsent }, 'screen reads too slowly: socket closed');
      socket.disconnect(true);
    }
  }, CHECK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
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
