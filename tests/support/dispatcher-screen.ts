import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createLiveClient, type LiveClient } from '#app/live/live-client.ts';
import { socketWire } from '#app/live/wire.ts';
import { liveSocket } from './live-socket.ts';
import { until } from './until.ts';

/** The browser's own live client over a real socket, as a page in a tab would hold it. */
export interface DispatcherScreen {
  client: LiveClient;
  /** The seq of the area that the screen has come to; 0 before the first snapshot. */
  seq(areaId: string): number;
  close(): void;
}

export async function openScreen(origin: string, cookie: string, areaId: string): Promise<DispatcherScreen> {
  const client = createLiveClient({
    wire: socketWire(liveSocket(origin, { cookie, reconnection: true })),
    undoReason: '撤销',
    now: Date.now,
    newId: randomUUID,
    random: Math.random,
    wait: (milliseconds) => wait(milliseconds),
    signedIn: async () => null,
    onMismatch: (area, error) => {
      throw new Error(`The board of ${area} came apart from the server’s.`, { cause: error });
    },
  });
  const stop = client.start();
  client.turnTo([areaId]);
  await until('the first snapshot', () => client.line.get().watching);
  return { client, seq: (id) => client.committed.get().areas.get(id)?.seq ?? 0, close: stop };
}
