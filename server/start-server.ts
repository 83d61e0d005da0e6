import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { shareDatabase } from '#db/client.ts';
import { type RunningDatabase, startDatabase } from '#db/start.ts';
import type { Config } from './config.ts';
import { createHttpServer } from './http-server.ts';
import { startHousekeeping } from './jobs/housekeeping.ts';
import { startLatenessWatch } from './jobs/lateness-watch.ts';
import type { Logger } from './log.ts';
import { startImprover } from './planner/improver.ts';
import { startPlanRuns } from './planner/plan-runs.ts';
import { RunningDays } from './planner/running-days.ts';
import { createReadiness } from './readiness.ts';
import { createGateway } from './realtime/gateway.ts';
import { SOCKET_PATH } from './realtime/handshake.ts';
import { hearLogGrow } from './realtime/log-hint.ts';
import { realtimeParts } from './realtime/realtime-parts.ts';
import { loadSecrets } from './secrets.ts';
import { seedCalendar } from './services/calendar/work-years.ts';
import { type Services, shareServices } from './services/context.ts';
import { makeServices } from './services/make-services.ts';

export interface StartOptions {
  config: Config;
  log: Logger;
  /** Gives a start up that is under way; the caller handles the process's signals. */
  signal?: AbortSignal;
  /** Changes the services before anyone uses them: where fault tests put their breakpoints and the demo its day. */
  amend?: (services: Services) => Services | Promise<Services>;
  /** Without the screens: for tests of what lies beneath them, which then need no build. */
  pages?: boolean;
}

export interface RunningServer {
  port: number;
  /** The address to open. */
  origin: string;
  database: RunningDatabase;
  services: Services;
  /** Unready at once; screens are told; what is under way is finished; then everything is closed. */
  stop(): Promise<void>;
}

const DEVELOPMENT_SOCKET = '/_next/hmr';
const CLOSE_WITHIN_MS = 5_000;

/**
 * Puts the house together: database, services, the live side, the screens, all on one port. Resolves when it serves.
 * Throws when any part of it cannot start: the database is stopped then, and the process has nothing left to do but to end.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { config, log, signal } = options;
  const database = await startDatabase(config, {
    applicationName: 'zhundian',
    log,
    ...(signal ? { signal } : {}),
  });
  try {
    return await serve(options, database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function serve(options: StartOptions, database: RunningDatabase): Promise<RunningServer> {
  const { config, log } = options;
  const secrets = await loadSecrets(config.dataDir, config.secrets);
  const made = makeServices({ database, secrets, config, log });
  const services = (await options.amend?.(made)) ?? made;
  const days = new RunningDays(database.url);
  services.days = days;
  shareDatabase(database);
  shareServices(services);
  await seedCalendar(services);

  let stopping = false;
  let handle: PageHandler | null = null;
  let relayLagMs = () => 0;
  const ready = await createReadiness({
    sql: database.sql,
    relayLagMs: () => relayLagMs(),
    pagesReady: () => handle !== null,
    stopping: () => stopping,
  });
  const server = createHttpServer({
    log,
    https: config.publicOrigin?.startsWith('https://') ?? false,
    development: config.development,
    handle: (request, response) => (handle ?? notYet)(request, response),
    ready,
    upgradable: (path) => path === SOCKET_PATH || (config.development && path === DEVELOPMENT_SOCKET),
  });
  const gateway = createGateway(realtimeParts({ httpServer: server, config, log, services }));
  relayLagMs = gateway.relayLagMs;
  // Screens are let in again from here on; what they do not wait for comes after.
  const port = await listen(server, config);
  const timers =
    config.role === 'all' || config.role === 'jobs' ? await openTimers(services, database.url) : null;
  const lateness = timers ? startLatenessWatch(services) : null;
  const nights = timers ? await openNights(services, database.url) : null;
  const logHasGrown = () => {
    gateway.nudge();
    timers?.nudge();
  };
  const hint = await hearLogGrow(database.sql, logHasGrown, log);
  const planRuns = config.role === 'all' || config.role === 'planner' ? startPlanRuns(services) : null;
  const improver = planRuns && config.suggestions ? startImprover(services, days) : null;
  const housekeeping = timers ? startHousekeeping(services) : null;
  const screens = options.pages === false ? noPages : await openPages(server, config, port);
  handle = screens.handle;
  log.info({ port }, 'serving');

  return {
    port,
    origin: config.publicOrigin ?? `http://${urlHost(config.host)}:${port}`,
    database,
    services,
    async stop() {
      stopping = true;
      log.info('stopping');
      await gateway.close();
      await closeHttp(server);
      housekeeping?.stop();
      await nights?.stop();
      await lateness?.stop();
      await timers?.stop();
      await planRuns?.stop();
      await improver?.stop();
      await days.close();
      await hint.stop();
      await screens.close();
      await database.stop();
      log.info('stopped');
    },
  };
}

async function openTimers(services: Services, url: string) {
  const { startOrderTimers } = await import('./jobs/order-timers.ts');
  return startOrderTimers(services, url);
}

async function openNights(services: Services, url: string) {
  const { startTravelNights } = await import('./jobs/travel-lessons.ts');
  return startTravelNights(services, url);
}

async function listen(server: Server, { port, host }: Config): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new Error(`PORT ${port} on ${host} is taken by another program: set PORT to a free one.`, {
        cause,
      });
    throw new Error(`PORT ${port} on ${host} cannot be listened on (${code}): set PORT or HOST.`, { cause });
  }
  return (server.address() as AddressInfo).port;
}

type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
interface Pages {
  handle: PageHandler;
  close(): Promise<void>;
}

async function openPages(server: Server, config: Config, port: number): Promise<Pages> {
  const { default: next } = await import('next');
  const pages = next({
    dev: config.development,
    dir: join(import.meta.dirname, '..'),
    hostname: config.host,
    port,
    quiet: true,
    // In production Next must not answer upgrades: it gets a server to listen on that nobody ever calls.
    httpServer: config.development ? server : createServer(),
  });
  await pages.prepare();
  return { handle: pages.getRequestHandler(), close: () => pages.close() };
}

const noPages: Pages = {
  async handle(_request, response) {
    response.writeHead(404).end();
  },
  close: () => Promise.resolve(),
};

async function notYet(_request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' });
  response.end('Starting. Try again in a moment.\n');
}

/** Lets requests under way finish, for a while. */
async function closeHttp(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([closed, wait(CLOSE_WITHIN_MS, undefined, { ref: false })]);
  server.closeAllConnections();
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
