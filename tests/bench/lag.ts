import { rm } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRandom } from '#domain/base/random.ts';
import { localDate } from '#domain/time/zone.ts';
import { loadConfig } from '#server/config.ts';
import { createLog } from '#server/log.ts';
import { startImprover } from '#server/planner/improver.ts';
import { RunningDays } from '#server/planner/running-days.ts';
import { askPlan, readPlan } from '#server/services/plan/ask-plan.ts';
import { type RunningServer, startServer } from '#server/start-server.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { foundTown, TOWN_MORNING, TOWN_SECRETS, type Town, townClockShift } from '#tests/support/town.ts';

const STATES = ['idle', 'improver', 'improver all the time', 'plan'] as const;
type State = (typeof STATES)[number];

/**
 * How much longer the server's thread waits while a day of 40 technicians and 300 orders is improved or planned beside it:
 * `npm run bench -- lag [--rounds 3] [--seconds 10]`. The server runs in this process; the states take turns, so that all meet the
 * same load of the machine.
 */
export async function benchLag(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '10' } },
  });
  const seconds = Number(values.seconds);
  const clockShiftMs = townClockShift();
  const folder = await temporaryFolder('lag');
  const config = loadConfig({ ...TOWN_SECRETS, DATA_DIR: folder, PORT: '0', SUGGESTIONS: 'off' });
  const server = await startServer({
    config,
    log: createLog('warn'),
    pages: false,
    amend: (services) => ({ ...services, now: () => Date.now() + clockShiftMs }),
  });
  const town = await foundTown(server.database, {
    technicians: 40,
    orders: 300,
    clockShiftMs,
    random: seededRandom(1).unit,
  });
  await publishDay(town, server);
  const waits = new Map<State, Waits[]>(STATES.map((state) => [state, []]));
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const state of STATES) waits.get(state)?.push(await lagOf(state, { server, town, seconds }));
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  print(waits);
}

interface Bench {
  server: RunningServer;
  town: Town;
  seconds: number;
}

interface Waits {
  /** p99 of how late this thread's loop came round, milliseconds of the clock on the wall: what others on the machine take counts. */
  readonly wall: number;
  /** p99 of the processor time that this thread itself spent between two ticks, milliseconds: what it was busy with. */
  readonly own: number;
}

const TICK_MS = 5;

async function lagOf(state: State, bench: Bench): Promise<Waits> {
  const stop = await begin(state, bench);
  await wait(500);
  const delay = monitorEventLoopDelay({ resolution: TICK_MS });
  const busy: number[] = [];
  let before = process.threadCpuUsage();
  delay.enable();
  const ticks = setInterval(() => {
    const now = process.threadCpuUsage();
    busy.push((now.user - before.user + now.system - before.system) / 1000);
    before = now;
  }, TICK_MS);
  await wait(bench.seconds * 1000);
  clearInterval(ticks);
  delay.disable();
  await stop();
  return { wall: delay.percentile(99) / 1e6, own: shareOf(busy, 0.99) };
}

async function begin(state: State, { server, town, seconds }: Bench): Promise<() => Promise<unknown>> {
  if (state === 'idle') return async () => undefined;
  if (state === 'plan') {
    const asked = await ask(town, server, seconds);
    return () => ready(town, server, asked);
  }
  const days = new RunningDays(server.database.url);
  const pace =
    state === 'improver'
      ? { everyMs: 4_500, hurryMs: 4_500, seconds: 0.5 }
      : { everyMs: 1, hurryMs: 1, seconds: 1.5 };
  const improver = startImprover(server.services, days, pace);
  return () => improver.stop();
}

async function publishDay(town: Town, server: RunningServer): Promise<void> {
  const plan = await ready(town, server, await ask(town, server, 2));
  const answer = await town.command('dispatcher', 'plan.publish', {
    planId: plan.id,
    baseSeq: plan.baseSeq ?? 0,
  });
  if (!answer.ok) throw new Error(`The day could not be published: ${JSON.stringify(answer)}`);
}

async function ask(town: Town, { services }: RunningServer, seconds: number): Promise<string> {
  const run = await askPlan(services, town.viewer('dispatcher'), {
    areaId: town.areaId,
    date: localDate(TOWN_MORNING, 'Asia/Shanghai'),
    seconds,
  });
  if (!run) throw new Error('No plan may be asked for.');
  return run.id;
}

async function ready(town: Town, { services }: RunningServer, id: string) {
  for (;;) {
    const run = await readPlan(services, town.viewer('dispatcher'), id);
    if (run && run.status !== 'running') return run;
    await wait(200);
  }
}

function shareOf(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function print(waits: ReadonlyMap<State, readonly Waits[]>): void {
  const median = (state: State, of: (one: Waits) => number) => shareOf((waits.get(state) ?? []).map(of), 0.5);
  const cells = (state: State, of: (one: Waits) => number) => {
    const middle = median(state, of);
    return `${middle.toFixed(2)} | ${(middle / median('idle', of)).toFixed(2)}`;
  };
  process.stdout.write(
    [
      `40 technicians, 300 orders; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; p99, median of the rounds, milliseconds.`,
      '',
      '| | loop late, wall | ÷ idle | thread busy between ticks, CPU | ÷ idle |',
      '|---|--:|--:|--:|--:|',
      ...STATES.map(
        (state) => `| ${state} | ${cells(state, ({ wall }) => wall)} | ${cells(state, ({ own }) => own)} |`,
      ),
      '',
    ].join('\n'),
  );
}
