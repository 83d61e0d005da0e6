import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { chmod, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { type Account, CHILD_ENVIRONMENT, giveTo } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { ClusterFiles } from './cluster.ts';
import { isAlive, type Postmaster, untilGone, untilReady } from './postmaster.ts';

/** What a server needs to be started: where it lives, its programs, the account, and whether writes reach the disk. */
export type LaunchPlan = {
  files: ClusterFiles;
  binaries: Binaries;
  account: Account;
  durable: boolean;
};

const LOG_LIMIT_BYTES = 10_000_000;
const PORT_TRIES = 5;

/** A server process of ours, ready for connections. */
export type Launched = { child: ChildProcess; postmaster: Postmaster };

/**
 * Starts the server and waits until it answers. It listens on the loopback address alone and asks every connection
 * for the password. Throws with the end of its log when it does not come up.
 * @param fixedPort the port that clients already know; without it the one used last, else any free one
 */
export async function launch(plan: LaunchPlan, fixedPort?: number, signal?: AbortSignal): Promise<Launched> {
  for (let attempt = 1; ; attempt++) {
    const port = fixedPort ?? (await choosePort(plan.files, attempt));
    const result = await launchOn(plan, port, signal);
    if ('child' in result) return result;
    const portTaken = /could not bind|could not create any TCP\/IP sockets/.test(result.failure);
    if (!portTaken || fixedPort !== undefined || attempt === PORT_TRIES) throw new Error(result.failure);
  }
}

async function launchOn(
  plan: LaunchPlan,
  port: number,
  signal?: AbortSignal,
): Promise<Launched | { failure: string }> {
  signal?.throwIfAborted();
  const logFrom = await prepareLog(plan);
  const log = openSync(plan.files.log, 'a', 0o600);
  const [file, ...args] = [...plan.account.prefix, plan.binaries.postgres, ...serverArguments(plan, port)];
  // A process group of its own: Ctrl-C must reach the application first, which then stops the database.
  const child = spawn(file as string, args, {
    ...plan.account.spawnAs,
    env: CHILD_ENVIRONMENT,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const spawnError = await new Promise<Error | undefined>((resolve) => {
    child.once('spawn', () => resolve(undefined));
    child.once('error', resolve);
  });
  if (spawnError || child.pid === undefined) throw spawnError ?? new Error('PostgreSQL has no process id');
  try {
    const postmaster = await untilReady(plan.files.data, child.pid, signal);
    if (postmaster) {
      await recordOwner(plan, port);
      return { child, postmaster };
    }
  } catch (error) {
    await stopServer(plan, child.pid);
    throw error;
  }
  const said = (await readFile(plan.files.log, 'utf8')).slice(logFrom).trim();
  return { failure: `The embedded PostgreSQL did not start (log: ${plan.files.log}):\n${said.slice(-2000)}` };
}

function serverArguments(plan: LaunchPlan, port: number): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %a ',
    // The detail line of a violated constraint quotes the row, and rows hold customers' names.
    log_error_verbosity: 'terse',
    jit: 'off',
    // Without fsync a crash of the server still loses nothing; a crash of the machine may lose everything.
    ...(plan.durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return [
    '-D',
    plan.files.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** Makes the log file, sets one aside that has grown large, and returns the length it has now in characters. */
async function prepareLog({ files, account }: LaunchPlan): Promise<number> {
  const size = await stat(files.log).then(
    (entry) => entry.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(files.log, `${files.log}.1`);
  await (await open(files.log, 'a', 0o600)).close();
  await giveTo(account, files.log);
  return (await readFile(files.log, 'utf8')).length;
}

/** Writes down which process looks after the server and on which port it listens. */
export async function recordOwner({ files, account }: LaunchPlan, port: number): Promise<void> {
  for (const [path, content] of [
    [files.owner, process.pid],
    [files.port, port],
  ] as const) {
    await writeFile(path, `${content}\n`);
    await chmod(path, 0o600);
    await giveTo(account, path);
  }
}

async function choosePort(files: ClusterFiles, attempt: number): Promise<number> {
  const last = attempt === 1 ? Number(await readFile(files.port, 'utf8').catch(() => '0')) : 0;
  return last > 0 && (await listenOnce(last)) ? last : ((await listenOnce(0)) as number);
}

/** Listens for a moment to learn whether a loopback port is free; 0 asks for any. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/** Stops a server: open transactions are rolled back and everything is written; harder only when it does not obey. */
export async function stopServer({ binaries, files }: LaunchPlan, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await promisify(execFile)(binaries.pgCtl, ['stop', '-D', files.data, '-m', 'fast', '-w']);
    return;
  }
  for (const [signal, withinMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await untilGone(pid, withinMs)) return;
  }
  throw new Error(`The embedded PostgreSQL (process ${pid}) could not be stopped.`);
}
