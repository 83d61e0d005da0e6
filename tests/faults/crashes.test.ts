import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#db/embedded.ts';
import { type Random, seededRandom } from '#domain/base/random.ts';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';
import { checkHistory, type Sent } from '#tests/support/check-history.ts';
import { type DispatcherScreen, openScreen } from '#tests/support/dispatcher-screen.ts';
import { type RunningServer, startServer } from '#tests/support/running-server.ts';
import { foundTown, TOWN_SECRETS, type Town, townClockShift } from '#tests/support/town.ts';
import { until } from '#tests/support/until.ts';

/**
 * A day of dispatching in which the server and the database are killed again and again, on the embedded PostgreSQL with
 * full durability. FAULT_KILLS and FAULT_SEED make it longer or other.
 */
const KILLS = Number(process.env.FAULT_KILLS ?? 3);
const SEED = Number(process.env.FAULT_SEED ?? 20_260_310);

let server: RunningServer;
let attached: EmbeddedPostgres;
let database: Database;
let town: Town;
const screens: DispatcherScreen[] = [];
const history: Sent[] = [];
const clockShiftMs = townClockShift();

beforeAll(async () => {
  server = await startServer({
    entry: 'tests/support/server-under-test.ts',
    env: { ...TOWN_SECRETS, TEST_CLOCK_SHIFT_MS: String(clockShiftMs) },
  });
  const quiet = { info: () => undefined, error: () => undefined };
  attached = await startEmbeddedPostgres({ dataDir: server.dataDir, log: quiet });
  database = openDatabase({ url: attached.url, applicationName: 'zhundian-test' });
  town = await foundTown(database, { technicians: 12, orders: 60, clockShiftMs });
  for (const username of ['dispatcher', 'dispatcher2', 'supervisor'])
    screens.push(await openScreen(server.origin, await town.cookie(username), town.areaId));
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await database?.close();
  await attached?.stop();
  await server?.dispose();
});

/** One dispatcher at work: picks an order, gives it to someone or takes it back, remembers what was answered. */
async function work(screen: DispatcherScreen, random: Random, enough: AbortSignal): Promise<void> {
  while (!enough.aborted) {
    const area = screen.client.board.get().areas.get(town.areaId);
    const orderId = town.orderIds[random.below(town.orderIds.length)] as string;
    const order = area?.orders.get(orderId);
    const technicianId = town.technicianIds[random.below(town.technicianIds.length)] as string;
    if (order) {
      const sentAt = performance.now();
      const sending = order.technicianId
        ? random.unit() < 0.5
          ? screen.client.send('order.unassign', { orderId, reason: '调整' })
          : screen.client.send('order.reassign', { orderId, technicianId, reason: '调整' })
        : screen.client.send('order.dispatch', { orderId, technicianId });
      const envelope = screen.client.pending.get().at(-1)?.envelope as CommandEnvelope;
      const answer: CommandAnswer = await sending;
      history.push({ envelope, sentAt, answeredAt: performance.now(), answers: [answer] });
    }
    await wait(random.below(60));
  }
}

const acks = () => history.filter(({ answers: [answer] }) => answer?.ok).length;

describe('crashes while dispatchers work', () => {
  it(`${KILLS} kills of the server and ${KILLS} crashes of PostgreSQL: no acknowledgement lied, nothing happened twice`, async () => {
    const random = seededRandom(SEED);
    const enough = new AbortController();
    const working = screens.map((screen, index) => work(screen, seededRandom(SEED + index), enough.signal));
    const recoveries: string[] = [];
    for (let round = 0; round < KILLS * 2; round += 1) {
      const before = acks();
      await until('work to be under way', () => acks() >= before + 10, { withinMs: 60_000 });
      const began = performance.now();
      const atCrash = acks();
      await wait(random.below(100));
      if (round % 2 === 0) {
        await server.kill();
        await server.start();
      } else {
        const { pid } = attached;
        process.kill(pid, 'SIGQUIT');
        await until('another PostgreSQL', () => attached.pid !== pid, { withinMs: 60_000 });
      }
      await until('an acknowledgement after it', () => acks() > atCrash, { withinMs: 60_000 });
      recoveries.push(
        `${round % 2 === 0 ? 'server' : 'PostgreSQL'} ${Math.round(performance.now() - began)} ms`,
      );
    }
    enough.abort();
    await Promise.all(working);
    console.info(
      `seed ${SEED}: ${history.length} commands, ${acks()} acknowledged; back after: ${recoveries.join(', ')}`,
    );

    await until('every screen to have come to the head', async () => {
      const [head] = await database.sql`select seq from area_head where area_id = ${town.areaId}`;
      return screens.every((screen) => screen.seq(town.areaId) === head?.seq);
    });
    const boards = screens.map(({ client }) => client.committed.get());
    expect(await checkHistory(database.sql, town.areaId, history, boards)).toEqual([]);
    expect(acks()).toBeGreaterThan(KILLS * 20);
    for (const { client } of screens) expect(client.pending.get()).toEqual([]);
  });
});

describe('a database that is away', () => {
  it('commands are not saved and say so, /readyz is 503, and all heals by itself', async () => {
    const screen = screens[0] as DispatcherScreen;
    const orderId = await town.takeIn();
    await until('the order', () => screen.client.board.get().areas.get(town.areaId)?.orders.has(orderId));
    const { pid } = attached;
    // Stopped, not ended: connections stay open and nothing answers.
    process.kill(pid, 'SIGSTOP');
    const backends = await frozenBackends(pid);
    const sending = screen.client.send('order.dispatch', {
      orderId,
      technicianId: town.technicianIds[0] as string,
    });
    const readiness = await until('unreadiness', async () => {
      const response = await fetch(`${server.origin}/readyz`);
      return response.status === 503 && ((await response.json()) as { checks: Record<string, boolean> });
    });
    expect(readiness.checks).toMatchObject({ database: false, serving: true });
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    await until('every screen to be told', () => screens.every(({ client }) => client.line.get().refusing));
    for (const backend of [...backends, pid]) process.kill(backend, 'SIGCONT');
    expect(await sending).toMatchObject({ ok: true, data: { orderId } });
    await until('readiness', async () => (await fetch(`${server.origin}/readyz`)).ok);
    await until('every screen to be told', () => screens.every(({ client }) => !client.line.get().refusing));
  });
});

/** Stops the server's own processes, too; returns their ids. */
async function frozenBackends(postmaster: number): Promise<number[]> {
  const children = (await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8'))
    .trim()
    .split(/\s+/);
  const pids = children.filter((text) => text !== '').map(Number);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  return pids;
}
