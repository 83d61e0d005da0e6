import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderById } from '#db/query/order.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import type { CommandEnvelope } from '#protocol/command.ts';
import { BREAKPOINTS } from '#server/services/context.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type DispatcherScreen, openScreen } from '#tests/support/dispatcher-screen.ts';
import { connect, liveSocket } from '#tests/support/live-socket.ts';
import { type RunningServer, startServer } from '#tests/support/running-server.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { foundTown, TOWN_SECRETS, type Town, townClockShift } from '#tests/support/town.ts';
import { until } from '#tests/support/until.ts';

let database: TestDatabase;
let town: Town;
let server: RunningServer;
let folder: string;
let screen: DispatcherScreen;
let cookie: string;

beforeAll(async () => {
  folder = await temporaryFolder('breakpoints');
  database = await createTestDatabase();
  const clockShiftMs = townClockShift();
  town = await foundTown(database, { technicians: 4, orders: 20, clockShiftMs });
  cookie = await town.cookie('dispatcher');
  server = await startServer({
    entry: 'tests/support/server-under-test.ts',
    databaseUrl: database.url,
    env: {
      ...TOWN_SECRETS,
      TEST_CLOCK_SHIFT_MS: String(clockShiftMs),
      TEST_BREAKPOINT_FILE: join(folder, 'at'),
    },
  });
  screen = await openScreen(server.origin, cookie, town.areaId);
});
afterAll(async () => {
  screen?.close();
  await server?.dispose();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

const effectsOf = async (id: string) =>
  (await database.sql`select type from event where command_id = ${id}`).map((row) => row.type as string);

describe('a server killed in mid-command', () => {
  it.each(BREAKPOINTS.map((breakpoint, index) => [breakpoint, index] as const))(
    'at %s: the screen sends again by itself, and there is exactly one effect',
    async (breakpoint, index) => {
      const orderId = town.orderIds[index] as string;
      const technicianId = town.technicianIds[index % 4] as string;
      await until('the line', () => screen.client.line.get().watching, { withinMs: 30_000 });
      await writeFile(join(folder, 'at'), breakpoint);
      const order = screen.client.board.get().areas.get(town.areaId)?.orders.get(orderId);
      const sending = screen.client.send(
        'order.dispatch',
        { orderId, technicianId },
        { predicted: order ? [{ ...order, technicianId }] : [] },
      );
      const id = screen.client.pending.get()[0]?.id as string;
      await until('the screen to say that it is not saved', () => !screen.client.line.get().watching);
      expect(screen.client.pending.get()).toHaveLength(1);
      await server.kill();
      const before = await effectsOf(id);
      expect(before.length > 0).toBe(breakpoint === 'after-commit');

      await server.start();
      const answer = await sending;
      expect(answer).toMatchObject({ ok: true, data: { orderId, replay: breakpoint === 'after-commit' } });
      expect((await effectsOf(id)).filter((type) => type === 'order.dispatched')).toHaveLength(1);
      const stored = await orderById(database.sql, orderId);
      expect(stored).toMatchObject({ technicianId });
      await until('the screen to show it', () => screen.client.pending.get().length === 0);
      expect(screen.client.board.get().areas.get(town.areaId)?.orders.get(orderId)).toEqual(stored);
      expect(await verifyLog(database.sql)).toEqual([]);
    },
  );
});

describe('a fault that nobody catches', () => {
  it('is logged, ends the process with 1, and no command is left half done', async () => {
    const orderId = town.orderIds[10] as string;
    const socket = liveSocket(server.origin, { cookie: await town.cookie('dispatcher2') });
    expect(await connect(socket)).toBe('connected');
    await writeFile(join(folder, 'at'), 'throw after-idem');
    const envelope: CommandEnvelope = {
      id: randomUUID(),
      type: 'order.dispatch',
      payload: { orderId, technicianId: 't001' },
      version: 1,
    };
    const answered = socket
      .timeout(10_000)
      .emitWithAck('command', envelope)
      .catch(() => 'no answer');
    await until('the end of the process', () => server.logs().includes('a fault that nobody caught'));
    expect(await server.stop()).toBe(1);
    socket.disconnect();
    expect(await answered).toBe('no answer');
    await server.start();
    const events = await effectsOf(envelope.id);
    expect(events.filter((type) => type === 'order.dispatched').length).toBeLessThanOrEqual(1);
    const again = liveSocket(server.origin, { cookie: await town.cookie('dispatcher2') });
    expect(await connect(again)).toBe('connected');
    expect(await again.emitWithAck('command', envelope)).toMatchObject({
      ok: true,
      data: { replay: events.length > 0 },
    });
    again.disconnect();
  });
});

describe('SIGTERM', () => {
  it('finishes what is under way, tells the screens when to come back, and ends with 0', async () => {
    const orderId = town.orderIds[12] as string;
    const socket = liveSocket(server.origin, { cookie: await town.cookie('dispatcher2') });
    expect(await connect(socket)).toBe('connected');
    const notices: number[] = [];
    socket.on('going_away', ({ reconnectInMs }) => notices.push(reconnectInMs));
    await writeFile(join(folder, 'at'), 'hold after-log');
    const answered = socket.emitWithAck('command', {
      id: randomUUID(),
      type: 'order.dispatch',
      payload: { orderId, technicianId: 't002' },
      version: 1,
    });
    await until('the command to be under way', async () => {
      const [row] =
        await database.sql`select 1 from pg_stat_activity where state = 'idle in transaction' and datname = current_database()`;
      return row !== undefined;
    });
    const ended = server.stop();
    await until('the notice', () => notices.length > 0);
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    await rm(join(folder, 'at'));
    expect(await answered).toMatchObject({ ok: true });
    expect(await ended).toBe(0);
    expect(notices[0]).toBeGreaterThanOrEqual(0);
    expect(notices[0]).toBeLessThanOrEqual(3_000);
    socket.disconnect();
    await server.start();
  });
});
