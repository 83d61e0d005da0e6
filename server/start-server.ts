import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import next from 'next';
import { shareDatabase } from '#db/client.ts';
import { type RunningDatabase, startDatabase } from '#db/start.ts';
import type { Config } from './config.ts';
import { createHttpServer, type ReadyCheck } from './http-server.ts';
import type { Logger } from './log.ts';
import { createReadiness } from './readiness.ts';
import { createGateway, type Gateway } from './realtime/gateway.ts';
import { SOCKET_PATH } from './realtime/handshake.ts';
import { hearLogGrow } from './realtime/log-hint.ts';
import { realtimeParts } from './realtime/realtime-parts.ts';
import { loadSecrets } from './secrets.ts';
import { type Services, shareServices } from './services/context.ts';
import { makeServices } from './services/make-services.ts';

export interface StartOptions {
  config: Config;
  log: Logger;
  /** Gives a start up that is under way; the caller handles the process's signals. */
  signal?: AbortSignal;
  /** Changes the services before anyone uses them: where fault tests put their breakpoints. */
  amend?: (services: Services) => Services;
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
 * Throws, with nothing left running, when any part of it cannot start.
 */
export async function startServer({ config, log, signal, amend }: StartOptions): Promise<RunningServer> {
  const database = await startDatabase(config, {
    applicationName: 'zhundian',
    log,
    ...(signal ? { signal } : {}),
  });
  try {
    return await serve(config, log, database, amend ?? ((services) => services));
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function serve(
  config: Config,
  log: Logger,
  database: RunningDatabase,
  amend: (services: Services) => Services,
): Promise<RunningServer> {
  const secrets = await loadSecrets(config.dataDir, config.secrets);
  const services = amend(makeServices({ database, secrets, config, log }));
  shareDatabase(database);
  shareServices(services);

  let stopping = false;
  let gateway: Gateway | null = null;
  const ready = await createReadiness({
    sql: database.sql,
    relayLagMs: () => gateway?.relayLagMs() ?? 0,
    stopping: () => stopping,
  });
  let handle = notYet;
  const server = createHttpServer({
    log,
    handle: (request, response) => handle(request, response),
    ready: async (): Promise<readonly ReadyCheck[]> => [
      ...(await ready()),
      { name: 'pages', ok: handle !== notYet },
    ],
    upgradable: (path) => path === SOCKET_PATH || (config.development && path === DEVELOPMENT_SOCKET),
  });
  gateway = createGateway(realtimeParts({ httpServer: server, config, log, services }));
  const hint = await hearLogGrow(database.sql, gateway.nudge, log);

  server.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

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
  handle = pages.getRequestHandler();
  const origin = config.publicOrigin ?? `http://${urlHost(config.host)}:${port}`;
  log.info({ port }, 'serving');

  return {
    port,
    origin,
    database,
    services,
    async stop() {
      stopping = true;
      log.info('stopping');
      await gateway.close();
      await closeHttp(server);
      await hint.stop();
      await pages.close();
      await database.stop();
      log.info('stopped');
    },
  };
}

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
