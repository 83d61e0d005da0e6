import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What a running server says of itself in its lock file. */
export type Postmaster = { pid: number; port: number; status: string };

const LOCK_FILE = 'postmaster.pid';

/** Whether a process with this id runs, whoever owns it. One that has ended and only waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return process.platform !== 'linux' || !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    // pid (name) state …; the name may hold spaces and brackets
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return true;
    throw error;
  }
}

/**
 * The server running on this data folder, or undefined. A lock file left by a crash whose process id now belongs to
 * another program is moved away: PostgreSQL alone would take that program for a server and refuse to start.
 */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const path = join(data, LOCK_FILE);
  const text = await readLock(path);
  if (text === undefined) return undefined;
  const postmaster = parseLock(text);
  if (!postmaster || !isAlive(postmaster.pid)) return undefined;
  if (servesFrom(postmaster.pid, data)) return postmaster;
  await moveAway(path, text);
  return undefined;
}

async function readLock(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseLock(text: string): Postmaster | undefined {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  // The file is written line by line; without a pid it is not there yet.
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() };
}

function servesFrom(pid: number, data: string): boolean {
  const command = commandLine(pid);
  return command === undefined || (/^\S*postgres\b/.test(command) && command.includes(data));
}

/** The command line of a process, or undefined where this platform does not tell. */
function commandLine(pid: number): string | undefined {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    if (process.platform === 'win32') return undefined;
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch (error) {
    if (!isAlive(pid)) return '';
    throw error;
  }
}

async function moveAway(path: string, expected: string): Promise<void> {
  const aside = `${path}.stale-${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  // Another command may have recovered the lock and started a server in between: then give its file back.
  if ((await readFile(aside, 'utf8')) !== expected) await link(aside, path);
  await rm(aside);
}

/**
 * Waits until the server with this pid accepts connections.
 * Resolves undefined when the process ends first or says that it is stopping. Recovery after a crash may take long,
 * so there is no time limit while the process lives.
 */
export async function untilReady(
  data: string,
  pid: number,
  signal?: AbortSignal,
): Promise<Postmaster | undefined> {
  for (;;) {
    signal?.throwIfAborted();
    if (!isAlive(pid)) return undefined;
    const postmaster = parseLock((await readLock(join(data, LOCK_FILE))) ?? '');
    if (postmaster?.pid === pid && postmaster.status === 'ready') return postmaster;
    if (postmaster?.pid === pid && postmaster.status === 'stopping') return undefined;
    await wait(20);
  }
}

/** Waits until a process is gone; false when it is still there after the given milliseconds. */
export async function untilGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await wait(10);
  }
  return true;
}
