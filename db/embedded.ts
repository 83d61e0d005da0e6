import { mkdir, readFile, realpath } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type Account, chooseAccount } from './embedded/account.ts';
import { type Binaries, findBinaries } from './embedded/binaries.ts';
import {
  type ClusterFiles,
  clusterFiles,
  DATABASE,
  ensureCluster,
  ROLE,
  readPassword,
  removeAbandonedBuilds,
} from './embedded/cluster.ts';
import { type LaunchPlan, launch, recordOwner, stopServer } from './embedded/launch.ts';
import { findPostmaster, isAlive, untilGone, untilReady } from './embedded/postmaster.ts';

/** Where the supervisor tells what it does; a pino logger fits. */
export type EmbeddedLog = {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export type EmbeddedOptions = {
  /** The folder that keeps the database between runs; made when missing. */
  dataDir: string;
  log: EmbeddedLog;
  /** 'none' lets a power cut lose or corrupt the data: for tests on throw-away folders only. */
  durability?: 'full' | 'none';
  /**
   * Gives up a start that is under way. A caller that passes it handles the signals of the process itself and calls
   * stop(); without it SIGINT, SIGTERM and SIGHUP stop the database and then end the process, unless the process has
   * come to have handlers of its own by then.
   */
  signal?: AbortSignal;
  /** Programs to run instead of the ones that belong to this platform. */
  binaries?: Binaries;
  /** Account to run them under instead of the one found by trial. */
  account?: Account;
};

/** A running embedded server. `url` stays the same for as long as the process lives. */
export type EmbeddedPostgres = {
  url: string;
  /** True while another process looks after the server and this one merely uses it. */
  readonly attached: boolean;
  /** Process id of the server. */
  readonly pid: number;
  /** Stops the server, unless another process looks after it. Safe to call twice. */
  stop(): Promise<void>;
};

type Serving = { pid: number; port: number; owned: boolean };

const WATCH_EVERY_MS = 200;
const LONGEST_RETRY_MS = 5_000;
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Starts the PostgreSQL that comes with the application, or joins the one that another command already runs on the
 * same folder, and keeps it running: a server that dies is started again on the same port, also when the command that
 * had started it has ended.
 *
 * Call it from the main thread: on Linux the server stops when the thread that started it dies, however it dies.
 * Throws when there is no binary for this platform or the server does not come up, saying what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  // Before anything is started: a signal during the start must not leave a server behind.
  const starting = new AbortController();
  const signals = options.signal ? undefined : onEndingSignals((signal) => starting.abort(signal));
  const signal = options.signal ?? starting.signal;
  try {
    const plan = await makePlan(options, signal);
    const password = await readPassword(plan.files);
    const server = supervise(plan, options.log, await acquire(plan, options.log, undefined, signal));
    if (starting.signal.aborted) {
      await server.stop();
      signal.throwIfAborted();
    }
    signals?.replace((name) => {
      // Whoever has come to handle the signal meanwhile ends the process in an order of its own.
      if (process.listenerCount(name) === 1) void server.stop().finally(() => endBy(name));
    });
    return {
      url: `postgres://${ROLE}:${password}@127.0.0.1:${server.port}/${DATABASE}`,
      get attached() {
        return server.attached;
      },
      get pid() {
        return server.pid;
      },
      stop: () => server.stop().finally(() => signals?.remove()),
    };
  } catch (error) {
    signals?.remove();
    if (starting.signal.aborted) endBy(starting.signal.reason as NodeJS.Signals);
    throw error;
  }
}

async function makePlan(options: EmbeddedOptions, signal: AbortSignal): Promise<LaunchPlan> {
  const durable = options.durability !== 'none';
  const binaries = options.binaries ?? (await findBinaries());
  const files = clusterFiles(await makeFolder(options.dataDir));
  const account = options.account ?? (await chooseAccount(files.folder, binaries.initdb));
  await removeAbandonedBuilds(files, isAlive);
  await ensureCluster(files, binaries, account, { durable, signal });
  return { files, binaries, account, durable };
}

async function makeFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return await realpath(dataDir);
  } catch (cause) {
    throw new Error(`DATA_DIR ${dataDir} cannot be made or entered: ${(cause as Error).message}`, { cause });
  }
}

/** Joins the running server of this folder or starts one; two commands that start at once end up with one server. */
async function acquire(
  plan: LaunchPlan,
  log: EmbeddedLog,
  port?: number,
  signal?: AbortSignal,
): Promise<Serving> {
  for (;;) {
    signal?.throwIfAborted();
    const found = await findPostmaster(plan.files.data);
    if (found) {
      const ready = await untilReady(plan.files.data, found.pid, signal);
      if (!ready) {
        await untilGone(found.pid, 60_000);
        continue;
      }
      const owned = !(await ownerLives(plan.files));
      if (owned) await recordOwner(plan, ready.port);
      log.info(
        { pid: ready.pid, port: ready.port, owned },
        'joined the embedded PostgreSQL that was already running',
      );
      return { pid: ready.pid, port: ready.port, owned };
    }
    try {
      const { postmaster } = await launch(plan, port, signal);
      log.info(
        { pid: postmaster.pid, port: postmaster.port, account: plan.account.description },
        'embedded PostgreSQL started',
      );
      return { pid: postmaster.pid, port: postmaster.port, owned: true };
    } catch (error) {
      signal?.throwIfAborted();
      // Lost the race against another command: its server is up or coming.
      if (!(await findPostmaster(plan.files.data))) throw error;
    }
  }
}

async function ownerLives(files: ClusterFiles): Promise<boolean> {
  const pid = Number(await readFile(files.owner, 'utf8').catch(() => '0'));
  return pid > 0 && pid !== process.pid && isAlive(pid);
}

/** Looks after a server until stop(): notices its end within a moment and brings it back. */
function supervise(plan: LaunchPlan, log: EmbeddedLog, first: Serving) {
  let serving = first;
  let stopping: Promise<void> | undefined;
  const ended = new AbortController();
  const killOnExit = () => {
    if (serving.owned && isAlive(serving.pid)) process.kill(serving.pid, 'SIGINT');
  };
  process.on('exit', killOnExit);

  const watching = (async () => {
    while (!ended.signal.aborted) {
      if (isAlive(serving.pid)) await wait(WATCH_EVERY_MS, undefined, { ref: false, signal: ended.signal });
      else serving = await bringBack();
    }
  })().catch((error) => {
    if (!ended.signal.aborted) log.error({ err: error }, 'the watch over the embedded PostgreSQL has ended');
  });

  async function bringBack(): Promise<Serving> {
    log.error({ pid: serving.pid }, 'the embedded PostgreSQL has gone away; starting it again');
    for (let delayMs = 100; ; delayMs = Math.min(delayMs * 2, LONGEST_RETRY_MS)) {
      try {
        return await acquire(plan, log, serving.port, ended.signal);
      } catch (error) {
        ended.signal.throwIfAborted();
        log.error({ err: error, retryInMs: delayMs }, 'the embedded PostgreSQL cannot be started again yet');
        await wait(delayMs, undefined, { signal: ended.signal });
      }
    }
  }

  async function stop(): Promise<void> {
    ended.abort(new Error('the embedded PostgreSQL is being stopped'));
    await watching;
    process.off('exit', killOnExit);
    if (serving.owned) await stopServer(plan, serving.pid);
  }

  return {
    port: first.port,
    get pid() {
      return serving.pid;
    },
    get attached() {
      return !serving.owned;
    },
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function onEndingSignals(first: (name: NodeJS.Signals) => void) {
  let react = first;
  const listener = (name: NodeJS.Signals) => react(name);
  for (const name of ENDING_SIGNALS) process.on(name, listener);
  return {
    replace(next: (name: NodeJS.Signals) => void) {
      react = next;
    },
    remove() {
      for (const name of ENDING_SIGNALS) process.off(name, listener);
    },
  };
}

/** Ends the process the way the signal would have, now that nothing is left running. */
function endBy(name: NodeJS.Signals): void {
  process.removeAllListeners(name);
  process.kill(process.pid, name);
}
