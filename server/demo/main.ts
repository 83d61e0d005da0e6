import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { areas as readAreas } from '#db/query/area.ts';
import { lastEventAt, peopleByUsername } from '#db/query/demo.ts';
import type { Role } from '#domain/base/role.ts';
import { instantOf, localClock, localDate } from '#domain/time/zone.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { shiftedClock } from '../clock.ts';
import { ConfigError, environmentConfig } from '../config.ts';
import { CLIENT_ADDRESS_HEADER } from '../http-server.ts';
import { createLog, type Logger } from '../log.ts';
import type { Services } from '../services/context.ts';
import { startServer } from '../start-server.ts';
import { buildIfStale } from './build.ts';
import type { LiveDay } from './day/live-day.ts';
import { centresOf, MORNING, playMorning } from './morning.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE, seedCity } from './seed.ts';

const TZ = 'Asia/Shanghai';
const DAY_MS = 86_400_000;
/** Past this the demo's day is over, and a later start opens the next one. */
const DAY_OVER = '18:00';

/** `npm run demo`: a city, its people and a day that moves, at real speed or `-- --speed 60`. */
async function main(): Promise<void> {
  const rate = speedOf(process.argv.slice(2));
  const config = environmentConfig();
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  await buildIfStale(say);

  say('Starting the database and the server …');
  let from = 0;
  let since = 0;
  // The day is written before anybody is let in: nobody sees a clock that does not show the demo's time.
  const server = await startServer({
    config,
    log,
    async amend(services) {
      from = await openDay(services);
      since = Date.now();
      const clock = shiftedClock(from, since, rate);
      return { ...services, now: clock.now, clockRate: clock.rate, demo: true };
    },
  });
  endOnSignal(server.stop);

  const moving = await letTheDayMove(server.services, server.port, { from, since, rate }, log);
  endOnSignal(async () => {
    await moving.terminate();
    await server.stop();
  });
  invite(server.origin, from, rate);
}

/** Seeds what is missing and says at which instant the demo's clock starts: after the morning, or where it had stopped. */
async function openDay(services: Services): Promise<number> {
  const { sql } = services.database;
  const real = Date.now();
  const validUntil = localDate(real + 365 * DAY_MS, TZ);
  const seeded = await seedCity(
    { ...services, now: () => instantOf(localDate(real, TZ), '07:00', TZ) },
    validUntil,
  );
  const last = await lastEventAt(sql);
  const over = last !== null && localClock(last, TZ) >= DAY_OVER;
  if (!seeded && last !== null && !over) return last + 1000;
  const date = localDate(over ? last + DAY_MS : real, TZ);
  const people = seeded ?? viewersOf(await peopleByUsername(sql));
  say(`Writing the morning of ${date} into the demo city …`);
  let shown = -1;
  const report = await playMorning(services, people, date, (share) => {
    const tenth = Math.floor(share * 10);
    if (tenth > shown && process.stdout.isTTY) process.stdout.write(`\r  ${tenth * 10} %`);
    shown = Math.max(shown, tenth);
  });
  if (process.stdout.isTTY) process.stdout.write('\r');
  say(`  ${report.commands} commands; refused on the way: ${JSON.stringify(report.refused)}`);
  return instantOf(date, MORNING.until, TZ);
}

function viewersOf(rows: Awaited<ReturnType<typeof peopleByUsername>>): ReadonlyMap<string, Viewer> {
  return new Map(
    rows.map(({ username, id, technicianId, role, ...person }) => [
      username,
      { ...person, role: role as Role, personId: id, ...(technicianId ? { technicianId } : {}) },
    ]),
  );
}

/** Signs the crew in, each from an address of their own like so many phones, and lets them work in a thread. */
async function letTheDayMove(
  services: Services,
  port: number,
  clock: LiveDay['clock'],
  log: Logger,
): Promise<Worker> {
  const { sql } = services.database;
  const areas = await readAreas(sql, null);
  const origin = `http://localhost:${port}`;
  const cookies: Record<string, string> = {};
  const moving = ['dispatcher', 'desk'];
  const people = await peopleByUsername(sql);
  const working = people.filter(({ username, technicianId }) => technicianId || moving.includes(username));
  for (const [i, { username }] of working.entries()) {
    const answer = await services.access.handle(
      new Request(`${origin}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin,
          host: `localhost:${port}`,
          [CLIENT_ADDRESS_HEADER]: `127.1.${Math.floor(i / 250)}.${1 + (i % 250)}`,
        },
        body: JSON.stringify({ username, password: DEMO_PASSWORD }),
      }),
    );
    if (!answer.ok) throw new Error(`The demo's ${username} cannot sign in: ${answer.status}.`);
    cookies[username] = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }
  const workerData: LiveDay = {
    origin,
    cookies,
    areaIds: areas.map(({ id }) => id),
    centres: [...centresOf(areas)],
    clock,
  };
  const worker = new Worker(new URL('./day/live-day.ts', import.meta.url), { workerData });
  worker.on('message', (news: { kind: string; words: string }) => log.debug(news, 'demo'));
  worker.on('error', (error) => log.error({ err: error }, 'the moving day has stopped; the server goes on'));
  return worker;
}

let ending: (() => Promise<void>) | null = null;
function endOnSignal(stop: () => Promise<void>): void {
  const first = ending === null;
  ending = stop;
  if (!first) return;
  let asked = false;
  const end = async () => {
    if (asked) process.exit(130);
    asked = true;
    say('\nStopping …');
    await ending?.();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
}

function speedOf(args: string[]): number {
  const { values } = parseArgs({ args, options: { speed: { type: 'string', default: '1' } } });
  const speed = Number(values.speed);
  if (!(speed >= 1 && speed <= 600))
    throw new ConfigError([`--speed ${values.speed}: expected a number from 1 (real time) to 600.`]);
  return speed;
}

function invite(origin: string, from: number, rate: number): void {
  const names: Partial<Record<Role, string>> = {
    dispatcher: 'dispatcher console',
    supervisor: 'live board',
    csr: 'call centre',
    callback_agent: 'callbacks',
    admin: 'settings, imports',
  };
  say(`
准点 Zhundian is running:  ${origin}
  the demo's clock shows ${localClock(from, TZ).slice(0, 5)} 北京时间${rate === 1 ? '' : `, ${rate} times as fast`}

  sign in with password  ${DEMO_PASSWORD}
${DEMO_PEOPLE.map(({ username, role }) => `    ${username.padEnd(12)} ${names[role] ?? role}`).join('\n')}
    ${'t001 … '.padEnd(12)} technician (phone)

  Ctrl-C stops it; the city is kept in DATA_DIR.
`);
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
