import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, lstat, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Account, possibleAccounts } from '#db/embedded/account.ts';
import { type Binaries, findBinaries, prepareBinaries } from '#db/embedded/binaries.ts';
import { startEmbeddedPostgres } from '#db/embedded.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const NOBODY = 65534;
const PROJECT = join(import.meta.dirname, '../..');
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const enteredByAll = await everyoneMayEnter(PROJECT);

let folder: string;
let said: { account?: string }[];
const log = { info: (fields: object) => said.push(fields), error: (fields: object) => said.push(fields) };

beforeEach(async () => {
  folder = await temporaryFolder('platform');
  said = [];
});
afterEach(() => rm(folder, { recursive: true }));

async function everyoneMayEnter(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  return (mode & 0o005) === 0o005 && (path === dirname(path) || (await everyoneMayEnter(dirname(path))));
}

/** Starts the server on a folder, asks it something, stops it, and tells which account it ran under. */
async function tryOut(
  dataDir: string,
  chosen: { binaries?: Binaries; account?: Account } = {},
): Promise<string | undefined> {
  const server = await startEmbeddedPostgres({
    dataDir,
    log,
    durability: 'none',
    signal: new AbortController().signal,
    ...chosen,
  });
  const sql = postgres(server.url, { max: 1 });
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  await sql.end();
  await server.stop();
  return said.findLast((fields) => fields.account)?.account;
}

async function chownAll(path: string, uid: number): Promise<void> {
  await chown(path, uid, uid);
  if ((await lstat(path)).isDirectory()) {
    for (const name of await readdir(path)) await chownAll(join(path, name), uid);
  }
}

describe('the embedded PostgreSQL on unlike machines', () => {
  it('names DATABASE_URL where there is no binary for the platform', async () => {
    await expect(findBinaries('sunos-x64')).rejects.toThrow(
      /no embedded PostgreSQL for sunos-x64.*Set DATABASE_URL=postgres:/,
    );
  });

  it('names DATABASE_URL where the package of the platform was left out', async () => {
    const absent = process.platform === 'win32' ? 'linux-x64' : 'win32-x64';
    await expect(findBinaries(absent)).rejects.toThrow(/is not installed.*npm ci.*Set DATABASE_URL=/);
  });

  it('runs from an install without scripts, in a folder only its owner may enter', async () => {
    const native = join(folder, 'native');
    await cp(join(dirname((await findBinaries()).initdb), '..'), native, { recursive: true });
    const libraries = join(native, 'lib');
    let removed = 0;
    for (const name of await readdir(libraries)) {
      if (!(await lstat(join(libraries, name))).isSymbolicLink()) continue;
      await rm(join(libraries, name));
      removed += 1;
    }
    expect(removed).toBeGreaterThan(0);
    expect(spawnSync(join(native, 'bin/initdb'), ['--version']).status).not.toBe(0);

    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await tryOut(join(folder, 'data'), { binaries: await prepareBinaries(native) });
  });

  it.runIf(isRoot)(
    'runs for root below folders only root may enter, also without a user namespace',
    async () => {
      const [inNamespace, asNobody] = possibleAccounts();
      expect([inNamespace?.description, asNobody?.description]).toEqual([
        'in a user namespace',
        'as uid 65534 with setpriv',
      ]);
      await tryOut(join(folder, 'namespace/data'), { account: inNamespace as Account });
      await tryOut(join(folder, 'nobody/data'), { account: asNobody as Account });
    },
  );

  it.runIf(isRoot)(
    'goes on serving files of another user as that user, so that they stay readable',
    async () => {
      const dataDir = join(folder, 'data');
      await tryOut(dataDir);
      await chownAll(join(dataDir, 'postgres'), NOBODY);
      expect(await tryOut(dataDir)).toBe('as uid 65534 with setpriv');
      for (const name of await readdir(join(dataDir, 'postgres'))) {
        expect([name, (await stat(join(dataDir, 'postgres', name))).uid]).toEqual([name, NOBODY]);
      }
    },
  );

  it.runIf(isRoot && enteredByAll)('runs for an ordinary user', async () => {
    await chown(folder, NOBODY, NOBODY);
    const holder = join(PROJECT, 'tests/support/embedded-holder.ts');
    const child = spawn(process.execPath, [holder, join(folder, 'data')], {
      uid: NOBODY,
      gid: NOBODY,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stderr.on('data', (chunk) => (output += chunk));
    const first = await Promise.race([
      once(child.stdout, 'data').then(([line]) => JSON.parse(String(line))),
      once(child, 'exit').then(() => {
        throw new Error(output);
      }),
    ]);
    const sql = postgres(first.url, { max: 1 });
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    await sql.end();
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect((await stat(join(folder, 'data/postgres/cluster'))).uid).toBe(NOBODY);
  });
});
