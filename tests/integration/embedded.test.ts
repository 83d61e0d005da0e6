import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '#db/embedded/postmaster.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#db/embedded.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { until } from '#tests/support/until.ts';

const HOLDER = join(import.meta.dirname, '../support/embedded-holder.ts');

let dataDir: string;
let said: string[];
const running: (EmbeddedPostgres | ChildProcess)[] = [];
const log = {
  info: (_: object, message: string) => said.push(message),
  error: (_: object, message: string) => said.push(message),
};

beforeEach(async () => {
  dataDir = await temporaryFolder('embedded');
  said = [];
});
afterEach(async () => {
  for (const one of running.splice(0).reverse()) {
    if ('stop' in one) await one.stop();
    else await end(one, 'SIGTERM');
  }
  await rm(dataDir, { recursive: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    dataDir,
    log,
    durability: 'none',
    signal: new AbortController().signal,
  });
  running.push(server);
  return server;
}

/** Starts the server in a node process of its own. */
function hold(): { child: ChildProcess; ready: Promise<{ url: string; pid: number; attached: boolean }> } {
  const child = spawn(process.execPath, [HOLDER, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ready = new Promise<{ url: string; pid: number; attached: boolean }>((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(JSON.parse(String(line))));
    child.once('close', (code) => reject(new Error(`the holder ended with ${code}: ${errors}`)));
  });
  ready.catch(() => undefined);
  return { child, ready };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 5 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const lockFile = () => join(dataDir, 'postgres/cluster/postmaster.pid');
const insert = (url: string, value: number) =>
  query(url, async (sql) => {
    await sql`create table if not exists kept (value int)`;
    await sql`insert into kept values (${value})`;
  });
const kept = (url: string) =>
  query(url, async (sql) => (await sql`select value from kept order by value`).map((row) => row.value));

describe('the embedded PostgreSQL', () => {
  it('keeps its data, address and password from one run to the next', async () => {
    const first = await start();
    await insert(first.url, 1);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    await expect(stat(lockFile())).rejects.toThrow('ENOENT');

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await kept(second.url)).toEqual([1]);
  });

  it('is real PostgreSQL with a UTF-8 database whose order no machine changes', async () => {
    const { url } = await start();
    const [row] = await query(
      url,
      (
        sql,
      ) => sql`select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding,
        current_setting('server_version_num')::int as version from pg_database where datname = current_database()`,
    );
    expect(row).toMatchObject({ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' });
    expect(row?.version).toBeGreaterThanOrEqual(150_000);
  });

  it('asks for its password and listens on the loopback address alone', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(query(wrong.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' });
    const [row] = await query(
      url,
      (sql) => sql`select current_setting('listen_addresses') as addresses,
        current_setting('unix_socket_directories') as sockets,
        (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as methods`,
    );
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '', methods: 'scram-sha-256' });
  });

  it('lets nobody else into its folder', async () => {
    await start();
    const modeOf = async (path: string) => (await stat(join(dataDir, path))).mode & 0o777;
    expect(await modeOf('postgres')).toBe(0o700);
    expect(await modeOf('postgres/cluster')).toBe(0o700);
    for (const file of await readdir(join(dataDir, 'postgres'))) {
      if (file !== 'cluster') expect([file, await modeOf(`postgres/${file}`)]).toEqual([file, 0o600]);
    }
  });

  it('is joined by a second command, which leaves it running', async () => {
    const { ready } = hold();
    const first = await ready;
    const second = await start();
    expect(second).toMatchObject({ url: first.url, pid: first.pid, attached: true });
    await insert(second.url, 2);
    await second.stop();
    expect(await kept(first.url)).toEqual([2]);
  });

  it('is one server when two commands make a new folder at the same moment', async () => {
    const [a, b] = await Promise.all([hold().ready, hold().ready]);
    expect(a.url).toBe(b.url);
    expect(a.pid).toBe(b.pid);
    expect([a.attached, b.attached].sort()).toEqual([false, true]);
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it('stops, with everything that was committed, when its node process is killed', async () => {
    const { child, ready } = hold();
    const { url, pid } = await ready;
    await insert(url, 3);
    await end(child, 'SIGKILL');
    await until('the server to stop', () => !isAlive(pid));
    expect(await readFile(join(dataDir, 'postgres/postgres.log'), 'utf8')).toContain(
      'database system is shut down',
    );
    expect(await kept((await start()).url)).toEqual([3]);
  });

  it('stops when its node process is told to end, at whatever moment', async () => {
    const { child } = hold();
    await until('the cluster to be under way', async () => (await readdir(dataDir)).length > 0);
    await end(child, 'SIGTERM');
    expect(child.signalCode).toBe('SIGTERM');
    expect(await readdir(dataDir)).toEqual([]);

    const again = hold();
    const { pid } = await again.ready;
    await end(again.child, 'SIGINT');
    expect(again.child.signalCode).toBe('SIGINT');
    expect(isAlive(pid)).toBe(false);
  });

  it('gives up a start that its caller aborts, and leaves nothing', async () => {
    const abort = new AbortController();
    const starting = startEmbeddedPostgres({ dataDir, log, durability: 'none', signal: abort.signal });
    await until('the cluster to be under way', async () => (await readdir(dataDir)).length > 0);
    abort.abort(new Error('the operator changed their mind'));
    await expect(starting).rejects.toThrow('the operator changed their mind');
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('is taken over, on the same address, when the command that had started it ends', async () => {
    const { child, ready } = hold();
    const first = await ready;
    await insert(first.url, 4);
    const second = await start();
    await end(child, 'SIGTERM');
    await until('the second command to take over', () => !second.attached && second.pid !== first.pid);
    expect(await kept(second.url)).toEqual([4]);
  });

  it('is adopted when the command that had started it was lost', async () => {
    const { child, ready } = hold();
    const { pid } = await ready;
    await writeFile(join(dataDir, 'postgres/owner'), '999999999\n');
    const second = await start();
    expect(second).toMatchObject({ pid, attached: false });
    await second.stop();
    expect(isAlive(pid)).toBe(false);
    await end(child, 'SIGKILL');
  });

  it('comes back on the same address after a crash, with everything that was committed', async () => {
    const server = await start();
    await insert(server.url, 5);
    const { pid } = server;
    process.kill(pid, 'SIGKILL');
    await until('a new server', () => server.pid !== pid);
    expect(await kept(server.url)).toEqual([5]);
    expect(said).toContain('the embedded PostgreSQL has gone away; starting it again');
  });

  it('starts over a lock file that a crash left and whose process id now belongs to another program', async () => {
    const first = await start();
    await insert(first.url, 6);
    const lock = await readFile(lockFile(), 'utf8');
    await first.stop();
    await writeFile(lockFile(), lock.replace(String(first.pid), String(process.pid)), { mode: 0o600 });
    expect(await kept((await start()).url)).toEqual([6]);
    expect(
      (await readdir(join(dataDir, 'postgres/cluster'))).filter((name) => name.includes('stale')),
    ).toEqual([]);
  });

  it('clears away what a command left that was killed while making the cluster', async () => {
    const left = join(dataDir, 'postgres.new-999999999-0badcafe');
    await mkdir(left);
    await appendFile(join(left, 'half'), 'x');
    await start();
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it('tells the end of its log when it cannot start', async () => {
    await (await start()).stop();
    await appendFile(join(dataDir, 'postgres/cluster/postgresql.conf'), 'no_such_setting = 1\n');
    await expect(start()).rejects.toThrow(/did not start[\s\S]*no_such_setting/);
  });
});
