import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Presence, Snapshot } from '#protocol/live.ts';
import type { SignedIn } from '#server/access/access.ts';
import { createGateway, type Gateway } from '#server/realtime/gateway.ts';
import { connect, type LiveSocket, liveSocket } from '#tests/support/live-socket.ts';
import { until } from '#tests/support/until.ts';

/** Who signs in, by what their cookie says. */
const signedIn = (name: string): SignedIn => ({
  viewer: { personId: name, name, role: 'dispatcher', areaIds: null },
  sessionToken: name,
  rights: name,
});

let httpServer: Server;
let gateway: Gateway;
let origin: string;
/** The sessions whose sockets the server knows of, as it last asked. */
let sessions: readonly string[];
/** Snapshots that are being read for a person. */
let reading: Map<string, () => void>;
const sockets: LiveSocket[] = [];

beforeEach(async () => {
  httpServer = createServer();
  sessions = [];
  reading = new Map();
  gateway = createGateway({
    httpServer,
    log: pino({ enabled: false }),
    now: () => 0,
    clockRate: 1,
    elapsed: () => performance.now(),
    random: () => 0,
    allowedOrigins: [],
    signIn: async ({ cookie }) => (cookie ? signedIn(cookie) : null),
    async liveRights(tokens) {
      sessions = tokens;
      return new Map(tokens.map((token) => [token, token]));
    },
    execute: () => Promise.reject(new Error('no command is sent here')),
    snapshot: (viewer, area) =>
      new Promise((resolve) =>
        reading.set(viewer.personId, () => resolve({ area, seq: 1, state: {} } as Snapshot)),
      ),
    heads: async (areaIds) => new Map(areaIds.map((areaId) => [areaId, 1])),
    logAfter: async () => [],
    cards: async () => [],
    revealed: async () => null,
    takePositions: async () => undefined,
    positionsStoredAfter: async (_areaIds, readAt) => ({ readAt, positions: [] }),
  });
  await new Promise<void>((resolve) => void httpServer.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  await gateway.close();
  await new Promise((resolve) => httpServer.close(resolve));
});

async function connected(person: string): Promise<LiveSocket> {
  const socket = liveSocket(origin, { cookie: person });
  sockets.push(socket);
  expect(await connect(socket)).toBe('connected');
  return socket;
}

describe('a screen that closes while its areas are read', () => {
  it('leaves nobody behind in their seat', async () => {
    const stays = await connected('stays');
    const watching = stays.emitWithAck('watch', { areas: ['gulou'] });
    (await until('the snapshot of who stays', () => reading.get('stays')))();
    await watching;
    const present: Presence[][] = [];
    stays.on('presence', (told) => present.push([...told.present]));

    const leaves = await connected('leaves');
    leaves.emit('watch', { areas: ['gulou'] }, () => undefined);
    const finish = await until('the snapshot of who leaves', () => reading.get('leaves'));
    leaves.disconnect();
    await until('the server to know', () => sessions.length > 0 && !sessions.includes('leaves'));
    finish();

    stays.emit('look', { orderId: 'o1' });
    await until('the seats', () => present.at(-1)?.some(({ looksAt }) => looksAt === 'o1'));
    expect(present.at(-1)?.map(({ personId }) => personId)).toEqual(['stays']);
  });
});
