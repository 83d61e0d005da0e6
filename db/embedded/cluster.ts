import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, CHILD_ENVIRONMENT, giveTo } from './account.ts';
import type { Binaries } from './binaries.ts';

/** Role and database of the embedded server. */
export const ROLE = 'zhundian';
export const DATABASE = 'zhundian';

/** Files of one embedded server, all below DATA_DIR/postgres, a folder only its owner may enter. */
export type ClusterFiles = {
  folder: string;
  data: string;
  password: string;
  port: string;
  owner: string;
  log: string;
};

/** Where everything of the embedded server lies. */
export function clusterFiles(dataDir: string): ClusterFiles {
  const folder = join(dataDir, 'postgres');
  return {
    folder,
    data: join(folder, 'cluster'),
    password: join(folder, 'password'),
    port: join(folder, 'port'),
    owner: join(folder, 'owner'),
    log: join(folder, 'postgres.log'),
  };
}

/**
 * Makes the cluster when there is none. It is built beside its place and renamed into it complete, so that neither
 * a crash in the middle nor two commands starting at once can leave a half-made one.
 * @param durable false leaves out the sync to disk (tests only)
 */
export async function ensureCluster(
  files: ClusterFiles,
  binaries: Binaries,
  account: Account,
  options: { durable: boolean; signal?: AbortSignal | undefined },
): Promise<void> {
  if (await exists(files.folder)) return;
  const building = clusterFiles(`${files.folder}.new-${process.pid}-${randomBytes(4).toString('hex')}`);
  const root = join(building.folder, '..');
  try {
    await mkdir(building.folder, { recursive: true, mode: 0o700 });
    await writeFile(building.password, randomBytes(32).toString('base64url'), { mode: 0o600 });
    await giveTo(account, root);
    await run(account, binaries.initdb, initdbArguments(building, options.durable), options.signal);
    await run(
      account,
      binaries.postgres,
      ['--single', '-D', building.data, ...(options.durable ? [] : ['-F']), 'postgres'],
      options.signal,
      `create database ${DATABASE};\n`,
    );
    await rename(building.folder, files.folder).catch((error: NodeJS.ErrnoException) => {
      // Another command finished first: its cluster is as good as this one.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error;
    });
    if (!(await exists(files.folder)))
      throw new Error(`The new cluster could not be put in place at ${files.folder}.`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Removes clusters that an earlier command was killed over while building; `isAlive` says whose pid still runs. */
export async function removeAbandonedBuilds(
  files: ClusterFiles,
  isAlive: (pid: number) => boolean,
): Promise<void> {
  const parent = join(files.folder, '..');
  for (const name of await readdir(parent)) {
    const builder = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (builder && !isAlive(Number(builder))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** Reads the password that was made with the cluster. */
export async function readPassword(files: ClusterFiles): Promise<string> {
  try {
    return (await readFile(files.password, 'utf8')).trim();
  } catch (cause) {
    throw new Error(
      `The password of the embedded PostgreSQL cannot be read (${(cause as Error).message}). Start as the user who owns ${files.folder}; if the file is lost, the database can only be opened from a backup.`,
      { cause },
    );
  }
}

function initdbArguments(files: ClusterFiles, durable: boolean): string[] {
  return [
    '-D',
    files.data,
    '-U',
    ROLE,
    `--pwfile=${files.password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The machine's locales differ and change with its libc; the built-in one never does.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

function run(
  account: Account,
  program: string,
  args: string[],
  signal?: AbortSignal,
  input = '',
): Promise<void> {
  const [file, ...rest] = [...account.prefix, program, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(file as string, rest, {
      ...account.spawnAs,
      env: CHILD_ENVIRONMENT,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.stdin.on('error', (error) => (output += error.message));
    child.stdin.end(input);
    const abort = () => child.kill('SIGINT');
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    child.on('error', reject);
    child.on('close', (code, killedBy) => {
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted) reject(signal.reason);
      // Single-user mode answers a failed statement with exit 0 and a line of output.
      else if (code === 0 && !/^\S.*(ERROR|FATAL|PANIC):/m.test(output)) resolve();
      else reject(new Error(`${program} failed (exit ${code ?? killedBy}):\n${output.trim()}`));
    });
  });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
