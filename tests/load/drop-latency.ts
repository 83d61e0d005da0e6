/**
 * How long a drop takes: until it is acknowledged (committed on disk), and until the second screen has it.
 *
 *     node tests/load/drop-latency.ts [--technicians 40] [--orders 300] [--drops 300] [--every 150]
 *
 * A server of its own on the embedded PostgreSQL with full durability, two dispatchers' live clients as browsers hold
 * them, every technician reporting a position each ten seconds meanwhile. Prints a Markdown table.
 */
import { readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openDatabase } from '#db/client.ts';
import { startEmbeddedPostgres } from '#db/embedded.ts';
import { seededRandom } from '#domain/base/random.ts';
import { openScreen } from '#tests/support/dispatcher-screen.ts';
import { connect, type LiveSocket, liveSocket } from '#tests/support/live-socket.ts';
import { startServer } from '#tests/support/running-server.ts';
import { foundTown, TOWN_PASSWORD, TOWN_SECRETS, townClockShift } from '#tests/support/town.ts';
import { until } from '#tests/support/until.ts';

const { values } = parseArgs({
  options: {
    technicians: { type: 'string', default: '40' },
    orders: { type: 'string', default: '300' },
    drops: { type: 'string', default: '300' },
    every: { type: 'string', default: '150' },
  },
});
const size = {
  technicians: Number(values.technicians),
  orders: Number(values.orders),
  drops: Number(values.drops),
  everyMs: Number(values.every),
};

const clockShiftMs = townClockShift();
const server = await startServer({
  entry: 'tests/support/server-under-test.ts',
  env: { ...TOWN_SECRETS, TEST_CLOCK_SHIFT_MS: String(clockShiftMs), LOG_LEVEL: 'warn' },
});
const quiet = { info: () => undefined, error: console.error };
const embedded = await startEmbeddedPostgres({ dataDir: server.dataDir, log: quiet });
const database = openDatabase({ url: embedded.url, applicationName: 'zhundian-load' });
const random = seededRandom(1);
const town = await foundTown(database, { ...size, clockShiftMs, random: random.unit });

const first = await openScreen(server.origin, await town.cookie('dispatcher'), town.areaId);
const second = await openScreen(server.origin, await town.cookie('dispatcher2'), town.areaId);
const phones = await openPhones();
const driving = drive(phones);

const ackMs: number[] = [];
const screenMs: number[] = [];
const positionMs: number[] = [];
const refusals = new Map<string, number>();
const arrived = new Map<number, number>();
second.client.committed.subscribe(() => arrived.set(second.seq(town.areaId), performance.now()));
second.client.positions.subscribe((changed) => {
  for (const id of changed) {
    const at = second.client.positions.get(id)?.occurredAt ?? 0;
    positionMs.push(Date.now() + clockShiftMs - at);
  }
});

const commitMs: number[] = [];
await database.sql`create table bare_commit (id int)`;
for (let drop = 0; drop < size.drops; drop += 1) {
  await dropOne();
  await commitOne(drop);
  await wait(size.everyMs * (0.5 + random.unit()));
}
const memory = await memoryOf(server.pid);
driving.abort();
print();
for (const phone of phones) phone.disconnect();
first.close();
second.close();
await database.close();
await embedded.stop();
await server.dispose();

/** What the disk asks for the least that can be kept: one row, one commit. */
async function commitOne(id: number): Promise<void> {
  const began = performance.now();
  await database.sql`insert into bare_commit values (${id})`;
  commitMs.push(performance.now() - began);
}

/** One drag: from the pool or from another row to a row, or back into the pool. */
async function dropOne(): Promise<void> {
  const orderId = town.orderIds[random.below(town.orderIds.length)] as string;
  const technicianId = town.technicianIds[random.below(town.technicianIds.length)] as string;
  const order = first.client.board.get().areas.get(town.areaId)?.orders.get(orderId);
  if (!order || order.technicianId === technicianId) return dropOne();
  const dropped = performance.now();
  const answer = await (order.technicianId
    ? random.unit() < 0.2
      ? first.client.send('order.unassign', { orderId, reason: '调整' })
      : first.client.send('order.reassign', { orderId, technicianId, reason: '调整' })
    : first.client.send('order.dispatch', { orderId, technicianId }));
  const acknowledged = performance.now();
  if (!answer.ok) {
    refusals.set(answer.code, (refusals.get(answer.code) ?? 0) + 1);
    return;
  }
  ackMs.push(acknowledged - dropped);
  const { seq } = answer.data;
  await until('the second screen', () => second.seq(town.areaId) >= seq, { everyMs: 1 });
  const seen = Math.min(...[...arrived].filter(([at]) => at >= seq).map(([, when]) => when));
  // From the acknowledgement's side of the commit: 0 when the second screen had it before the first was answered.
  screenMs.push(Math.max(0, seen - acknowledged));
  arrived.clear();
}

async function openPhones(): Promise<LiveSocket[]> {
  const opened: LiveSocket[] = [];
  for (const technicianId of town.technicianIds) {
    await town.services.access.writePerson({
      username: technicianId,
      password: TOWN_PASSWORD,
      name: technicianId,
      role: 'technician',
      areaIds: [town.areaId],
      technicianId,
    });
    const phone = liveSocket(server.origin, { cookie: await town.cookie(technicianId) });
    const state = await connect(phone);
    if (state !== 'connected') throw new Error(`${technicianId} was not let in: ${state}`);
    opened.push(phone);
  }
  return opened;
}

/** Every technician reports a position each ten seconds, spread evenly. */
function drive(sockets: readonly LiveSocket[]): AbortController {
  const enough = new AbortController();
  void (async () => {
    for (let turn = 0; !enough.signal.aborted; turn += 1) {
      const at = Date.now() + clockShiftMs;
      sockets[turn % sockets.length]?.emit('positions', [
        [119.3 + (turn % 400) * 2e-5, 26.08, 8, 4, 90, at, turn],
      ]);
      await wait(10_000 / sockets.length);
    }
  })();
  return enough;
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

function print(): void {
  const at = (list: number[], share: number) => {
    const sorted = [...list].sort((a, b) => a - b);
    return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
  };
  const row = (name: string, list: number[]) =>
    `| ${name} | ${list.length} | ${at(list, 0.5)} | ${at(list, 0.95)} | ${at(list, 0.99)} |`;
  console.log(
    [
      `${size.technicians} technicians, ${size.orders} orders, ${size.drops} drops; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; server ${memory.toFixed(0)} MB resident.`,
      '',
      '| milliseconds | count | p50 | p95 | p99 |',
      '|---|--:|--:|--:|--:|',
      row('for comparison: one row inserted and committed', commitMs),
      row('drop → acknowledged (committed)', ackMs),
      row('acknowledged → on the second screen', screenMs),
      row('position taken → on the second screen', positionMs),
      '',
      refusals.size > 0
        ? `Refused: ${JSON.stringify(Object.fromEntries(refusals))}.`
        : 'No drop was refused.',
    ].join('\n'),
  );
}
