import type { Logger } from '#server/log.ts';
import type { LiveServer } from './parts.ts';

export interface SessionWatchParts {
  io: LiveServer;
  log: Logger;
  liveRights(tokens: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const CHECK_EVERY_MS = 500;

/**
 * Drops sockets whose session has ended, whose person was disabled, or whose role or areas are others than when the
 * socket was opened (I19: within a second). While the database is away nothing is known and nothing is dropped;
 * nothing can be read or written through those sockets then either.
 */
export function watchSessions({ io, log, liveRights }: SessionWatchParts): { stop(): void } {
  let busy = false;
  async function check(): Promise<void> {
    const sockets = [...io.of('/').sockets.values()];
    if (sockets.length === 0) return;
    const rights = await liveRights([...new Set(sockets.map((socket) => socket.data.sessionToken))]);
    for (const socket of sockets) {
      if (rights.get(socket.data.sessionToken) === socket.data.rights) continue;
      log.info({ person: socket.data.viewer.personId }, 'session ended or changed: socket closed');
      socket.disconnect(true);
    }
  }
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    check()
      .catch((error) => log.warn({ err: error }, 'sessions could not be checked'))
      .finally(() => {
        busy = false;
      });
  }, CHECK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
