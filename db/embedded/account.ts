import { spawnSync } from 'node:child_process';
import { chown, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * How PostgreSQL's programs are started on this machine. PostgreSQL refuses to run as root, and must not outlive
 * the process that started it.
 */
export type Account = {
  /** What stands before the program on the command line. */
  prefix: string[];
  /** Who must own the files, when it is not the user who runs node. */
  owner?: { uid: number; gid: number };
  /** Set where only the spawn call itself can change the user. */
  spawnAs?: { uid: number; gid: number };
  description: string;
};

/** `nobody` on every Linux: an id that is in /etc/passwd, which initdb insists on. */
const NOBODY = 65534;
const DIE_WITH_PARENT = ['setpriv', '--pdeathsig', 'INT'];

/** PostgreSQL's children get a small environment of their own: no secrets, no PG… variables, no local time zone. */
export const CHILD_ENVIRONMENT = (process.platform === 'win32'
  ? undefined
  : {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
    }) as unknown as NodeJS.ProcessEnv | undefined;

/**
 * Chooses the account by trying the program for real. Files already owned by an ordinary user stay that user's,
 * so that one start with sudo does not lock the user out afterwards.
 * @param folder holds the cluster; may not exist yet
 * @param program any of the binaries, run with --version
 */
export async function chooseAccount(folder: string, program: string): Promise<Account> {
  const fileOwner = await ownerOf(folder);
  const refusals: string[] = [];
  for (const account of possibleAccounts(fileOwner)) {
    const refusal = tryRunning(account, program);
    if (refusal === undefined) return account;
    refusals.push(`${account.description}: ${refusal}`);
  }
  throw new Error(
    `The embedded PostgreSQL cannot be run here. Tried ${refusals.join('; ')}. Set DATABASE_URL to use a PostgreSQL server (15 or newer) of your own, or start as an ordinary user.`,
  );
}

/**
 * The accounts worth trying, the best first.
 * @param fileOwner who owns the cluster; nobody while there is none
 */
export function possibleAccounts(fileOwner?: { uid: number; gid: number }): Account[] {
  const uid = process.getuid?.();
  const plain: Account = { prefix: [], description: 'as the present user' };
  if (process.platform !== 'linux') return [plain];
  if (uid !== 0) return [{ prefix: DIE_WITH_PARENT, description: 'with setpriv' }, plain];

  const lesser = fileOwner && fileOwner.uid !== 0 ? fileOwner : { uid: NOBODY, gid: NOBODY };
  // Keeping the right to pass root-only folders matters when the checkout or the data lie below /root; without
  // no_setuid_fixup the kernel would not count that right when PostgreSQL asks whether it may run its own program.
  const asLesser: Account = {
    prefix: [
      'setpriv',
      `--reuid=${lesser.uid}`,
      `--regid=${lesser.gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
      '--pdeathsig',
      'INT',
    ],
    owner: lesser,
    description: `as uid ${lesser.uid} with setpriv`,
  };
  const spawnLesser: Account = {
    prefix: [],
    owner: lesser,
    spawnAs: lesser,
    description: `as uid ${lesser.uid}`,
  };
  const rootMapped: Account = {
    prefix: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, ...DIE_WITH_PARENT],
    description: 'in a user namespace',
  };
  return lesser === fileOwner ? [asLesser, spawnLesser] : [rootMapped, asLesser, spawnLesser];
}

function tryRunning(account: Account, program: string): string | undefined {
  const [file, ...args] = [...account.prefix, program, '--version'];
  const run = spawnSync(file as string, args, {
    ...account.spawnAs,
    env: CHILD_ENVIRONMENT,
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (run.error) return run.error.message;
  return run.status === 0 ? undefined : `exit ${run.status ?? run.signal} ${run.stderr.trim()}`;
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { uid, gid } = await lstat(path);
    return { uid, gid };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Gives a folder and all below it to the account's owner; nothing to do for accounts that keep the present user. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (!account.owner) return;
  const { uid, gid } = account.owner;
  const entry = await lstat(path);
  if (entry.uid !== uid) await chown(path, uid, gid);
  if (!entry.isDirectory()) return;
  for (const name of await readdir(path)) await giveTo(account, join(path, name));
}
