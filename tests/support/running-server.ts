import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { until } from '#tests/support/until.ts';

const PROJECT = join(import.meta.dirname, '../..');
const KEPT_LOG_CHARACTERS = 2_000_000;

export type ServerOptions = {
  /** The program to start; server/main.ts unless told otherwise. */
  entry?: string;
  /** A free port unless told otherwise. */
  port?: number;
  /** A new folder, removed by dispose(), unless told otherwise. */
  dataDir?: string;
  /** An outside database, such as a copy made by createTestDatabase(); without it the embedded one in dataDir. */
  databaseUrl?: string;
  /** Further variables. */
  env?: Record<string, string>;
  /** Words it must have printed, too, before it counts as ready. */
  readyWords?: string;
  /** How long the start may take. */
  withinMs?: number;
};

/** The application as a process of its own, which tests may kill. */
export type RunningServer = {
  origin: string;
  dataDir: string;
  readonly pid: number;
  /** Everything it has printed since its last start. */
  logs(): string;
  /** Ends it at once, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to end and resolves with its exit code; null when a signal ended it. */
  stop(): Promise<number | null>;
  /** Starts it again on the same port and data, after kill() or stop(), and waits until it is ready. */
  start(): Promise<void>;
  /** Ends it and removes what it left behind. */
  dispose(): Promise<void>;
};

/**
 * Starts the production server and waits until /readyz answers 200.
 * Throws with its log when it ends before that or takes too long. The screens need `npm run build` first.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? (await temporaryFolder('server'));
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let printed = '';
  const keep = (chunk: unknown) => {
    printed = (printed + String(chunk)).slice(-KEPT_LOG_CHARACTERS);
  };
  const killOnExit = () => child?.kill('SIGKILL');
  process.on('exit', killOnExit);

  async function start(): Promise<void> {
    printed = '';
    const started = spawn(process.execPath, [join(PROJECT, options.entry ?? 'server/main.ts')], {
      cwd: PROJECT,
      env: environment({
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
        ...options.env,
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    started.stdout.on('data', keep);
    started.stderr.on('data', keep);
    started.on('error', keep);
    try {
      await until(
        `the server at ${origin} to be ready`,
        async () => {
          if (hasEnded(started)) return 'ended' as const;
          if (!printed.includes(options.readyWords ?? '')) return false;
          return (await fetch(`${origin}/readyz`)).ok ? ('ready' as const) : false;
        },
        { withinMs: options.withinMs ?? 60_000, everyMs: 50 },
      ).then((state) => {
        if (state === 'ended')
          throw new Error(`The server ended with ${started.exitCode ?? started.signalCode}.`);
      });
    } catch (cause) {
      await endWith('SIGKILL');
      throw new Error(`${(cause as Error).message} It had printed:\n${printed.slice(-4_000)}`, { cause });
    }
  }

  async function endWith(signal: NodeJS.Signals): Promise<number | null> {
    if (!child) return null;
    if (!hasEnded(child)) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  }

  await start();
  return {
    origin,
    dataDir,
    get pid() {
      return child?.pid as number;
    },
    logs: () => printed,
    kill: () => endWith('SIGKILL').then(() => undefined),
    stop: () => endWith('SIGTERM'),
    start,
    async dispose() {
      await endWith('SIGTERM');
      process.off('exit', killOnExit);
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

/** A clean environment: the developer's own DATABASE_URL or PORT must not reach a server under test. */
function environment(own: Record<string, string>): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'SystemRoot', 'TEMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(kept), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...own };
}

/** A loopback port that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
