import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from '#db/client.ts';
import { startEmbeddedPostgres } from '#db/embedded.ts';
import { seededRandom } from '#domain/base/random.ts';
import type { CommandType } from '#protocol/command.ts';
import { connect, type LiveSocket, liveSocket } from '#tests/support/live-socket.ts';
import { startServer } from '#tests/support/running-server.ts';
import { foundTown, TOWN_SECRETS, type Town, townClockShift } from '#tests/support/town.ts';

/** Milliseconds that each thing took, in the order it was done. */
type Timings = Map<string, number[]>;

const ONE_INSERT = 'one row inserted, committed';
const ONE_TRANSACTION = 'begin, one row inserted, commit';
const SNAPSHOT = 'watch: snapshot';

/**
 * What a command costs beside the least that can be kept: `npm run bench -- commands [--rounds 200]`. A server of its own
 * on the embedded PostgreSQL with full durability, 300 orders and 40 technicians; in each round one bare commit, one
 * transaction of the same, one dispatch and one change of a promise over a real socket, so that all meet the same load.
 */
export async function benchCommands(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { rounds: { type: 'string', default: '200' } },
  });
  const rounds = Number(values.rounds);
  const clockShiftMs = townClockShift();
  const server = await startServer({
    entry: 'tests/support/server-under-test.ts',
    env: { ...TOWN_SECRETS, TEST_CLOCK_SHIFT_MS: String(clockShiftMs), LOG_LEVEL: 'warn' },
  });
  const quiet = { info: () => undefined, error: console.error };
  const embedded = await startEmbeddedPostgres({ dataDir: server.dataDir, log: quiet });
  const database = openDatabase({ url: embedded.url, applicationName: 'zhundian-bench', poolSize: 1 });
  const random = seededRandom(1);
  const town = await foundTown(database, {
    technicians: 40,
    orders: Math.max(300, rounds),
    clockShiftMs,
    random: random.unit,
  });
  const socket = liveSocket(server.origin, { cookie: await town.cookie('dispatcher') });
  if ((await connect(socket)) !== 'connected') throw new Error('The dispatcher was not let in.');
  const timings: Timings = new Map();
  await runRounds({ database, socket, town, rounds, timings, now: () => Date.now() + clockShiftMs });
  for (let look = 0; look < 30; look += 1) {
    await timed(timings, SNAPSHOT, () => socket.emitWithAck('watch', { areas: [town.areaId] }));
    await wait(60);
  }
  print(timings);
  socket.disconnect();
  await database.close();
  await embedded.stop();
  await server.dispose();
}

interface Rounds {
  database: Database;
  socket: LiveSocket;
  town: Town;
  rounds: number;
  timings: Timings;
  now(): number;
}

/** Statements are prepared and code is compiled in the first rounds, which do not count. */
const WARM_UP = 20;
/** Lets what follows an acknowledgement, such as the relay's reading, end before the next is timed. */
const PAUSE_MS = 25;

async function runRounds({ database: { sql }, socket, town, rounds, timings, now }: Rounds): Promise<void> {
  await sql`create table bare_commit (id uuid primary key, at timestamptz not null)`;
  const insert = async (tx: Pick<Database, 'sql'>['sql']) => {
    await tx`insert into bare_commit values (${randomUUID()}, ${now()})`;
  };
  const send = async (type: CommandType, payload: object) => {
    const answer = await timed(timings, type, () =>
      socket.emitWithAck('command', { id: randomUUID(), type, payload } as never),
    );
    if (!answer.ok) throw new Error(`${type} was not accepted: ${JSON.stringify(answer)}`);
  };
  for (let round = 0; round < rounds; round += 1) {
    if (round === WARM_UP) timings.clear();
    const orderId = town.orderIds[round] as string;
    const technicianId = town.technicianIds[(round * 7) % town.technicianIds.length] as string;
    await wait(PAUSE_MS);
    await timed(timings, ONE_INSERT, () => insert(sql));
    await wait(PAUSE_MS);
    await timed(timings, ONE_TRANSACTION, () => sql.begin((tx) => insert(tx as unknown as Database['sql'])));
    await wait(PAUSE_MS);
    await send('order.dispatch', { orderId, technicianId });
    await wait(PAUSE_MS);
    await send('order.unassign', { orderId, reason: '调整' });
  }
}

async function timed<T>(timings: Timings, name: string, work: () => PromiseLike<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  timings.set(name, [...(timings.get(name) ?? []), performance.now() - began]);
  return result;
}

function at(list: readonly number[], share: number): number {
  const sorted = [...list].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function print(timings: Timings): void {
  const bare = at(timings.get(ONE_INSERT) ?? [], 0.5);
  const lines = [...timings].map(([name, list]) => {
    const p50 = at(list, 0.5);
    return `| ${name} | ${list.length} | ${p50.toFixed(2)} | ${at(list, 0.95).toFixed(2)} | ${(p50 / bare).toFixed(2)} |`;
  });
  process.stdout.write(
    [
      `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; milliseconds.`,
      '',
      '| | count | p50 | p95 | p50 ÷ bare commit |',
      '|---|--:|--:|--:|--:|',
      ...lines,
      '',
    ].join('\n'),
  );
}
