import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Queryable } from './client.ts';

/** One file of db/migrations. */
export type Migration = { name: string; sha256: string; text: string };

export type MigrationState = {
  /** The last applied file, or null on an empty database. */
  head: string | null;
  /** Files not yet applied, in order. */
  pending: string[];
  /** What speaks against using this database, in words; empty when all is well. */
  problems: string[];
};

/** The folder with the migrations of this version. */
export const MIGRATIONS = join(import.meta.dirname, 'migrations');

const FILE_NAME = /^\d{4}_[a-z0-9_]+\.sql$/;
const OLDEST_SERVER = 150_000;
/** Any number that no one else on the server uses for an advisory lock: "zhundian" in bytes. */
const LOCK = '8820980326131065198';

/**
 * Reads the migrations of a folder in order.
 * Throws on a name that is not NNNN_name.sql and on two files with one number.
 */
export async function readMigrations(folder: string = MIGRATIONS): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations: Migration[] = [];
  for (const name of names) {
    if (!FILE_NAME.test(name)) {
      throw new Error(
        `Migration ${name}: the name must be four digits, "_", a name in a-z 0-9 _, and ".sql".`,
      );
    }
    const twin = migrations.find((other) => other.name.slice(0, 4) === name.slice(0, 4));
    if (twin)
      throw new Error(
        `Migrations ${twin.name} and ${name} have the same number; give the later one the next.`,
      );
    const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
    migrations.push({ name, text, sha256: createHash('sha256').update(text).digest('hex') });
  }
  return migrations;
}

/**
 * Brings the database to this version: every pending file in a transaction of its own, one process at a time.
 * Returns the names applied. Throws, with nothing of the failing file left behind, when the server is unfit, when a
 * file that was applied has since been changed or removed, or when a file fails (with its name and line).
 */
export async function migrate(url: string, folder: string = MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: {
      application_name: 'zhundian-migrate',
      statement_timeout: 0,
      lock_timeout: 0,
      TimeZone: 'UTC',
    },
  });
  try {
    await checkServer(sql);
    await sql.begin((tx) => prepare(tx));
    const applied: string[] = [];
    for (const migration of migrations) {
      if (await sql.begin((tx) => apply(tx, migration, migrations))) applied.push(migration.name);
    }
    await refuseProblems(sql, migrations);
    return applied;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Where a database stands against the migrations of this version, for the readiness check. Changes nothing. */
export async function migrationState(sql: Queryable, migrations: Migration[]): Promise<MigrationState> {
  const [table] = await sql`select to_regclass('schema_migration') is not null as there`;
  const rows = table?.there
    ? await sql<{ name: string; sha256: string }[]>`select name, sha256 from schema_migration order by name`
    : [];
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  const done = new Set(rows.map((row) => row.name));
  const head = rows.at(-1)?.name ?? null;
  const pending = migrations.map(({ name }) => name).filter((name) => !done.has(name));
  const problems: string[] = [];
  for (const { name, sha256 } of rows) {
    const expected = known.get(name);
    if (expected === undefined) {
      problems.push(
        `${name} is applied to this database but not part of this version; start the newer version.`,
      );
    } else if (expected !== sha256) {
      problems.push(
        `${name} was changed after it had been applied; restore it and put the change into a new migration.`,
      );
    }
  }
  for (const name of pending) {
    if (head !== null && name < head) {
      problems.push(`${name} comes before ${head}, which is already applied; give it the next number.`);
    }
  }
  return { head, pending, problems };
}

async function refuseProblems(sql: Queryable, migrations: Migration[]): Promise<void> {
  const { problems } = await migrationState(sql, migrations);
  if (problems.length > 0)
    throw new Error(`The database does not fit this version:\n- ${problems.join('\n- ')}`);
}

async function checkServer(sql: Queryable): Promise<void> {
  const [server] = await sql<{ version: string; number: number; encoding: string }[]>`
    select current_setting('server_version') as version,
           current_setting('server_version_num')::int as number,
           current_setting('server_encoding') as encoding`;
  if (!server) throw new Error('The PostgreSQL server did not tell its version.');
  if (server.number < OLDEST_SERVER) {
    throw new Error(
      `PostgreSQL ${server.version} is too old: 15 or newer is needed. Point DATABASE_URL to such a server.`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new Error(
      `The database has encoding ${server.encoding}: UTF8 is needed. Make it with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
    );
  }
}

/** What migrations rely on: the table that remembers them, and btree_gist for "no two overlapping visits". */
async function prepare(tx: Queryable): Promise<void> {
  await tx`select pg_advisory_xact_lock(${LOCK}::bigint)`;
  const [there] = await tx`select 1 from pg_extension where extname = 'btree_gist'`;
  if (!there) {
    await tx`create extension btree_gist`.catch((cause: Error) => {
      throw new Error(
        `The extension btree_gist is needed and could not be made (${cause.message}). As a superuser of that database run: CREATE EXTENSION btree_gist; (on Debian it comes with the server's package).`,
        { cause },
      );
    });
  }
  await tx`
    create table if not exists schema_migration (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz(3) not null default now()
    )`;
}

/** Applies one file unless it is; the check is made anew under the lock, for another process may just have done it. */
async function apply(tx: postgres.TransactionSql, migration: Migration, all: Migration[]): Promise<boolean> {
  await tx`select pg_advisory_xact_lock(${LOCK}::bigint)`;
  await refuseProblems(tx, all);
  const [done] = await tx`select 1 from schema_migration where name = ${migration.name}`;
  if (done) return false;
  await tx`set local lock_timeout = '30s'`;
  try {
    await tx.unsafe(migration.text);
  } catch (cause) {
    throw new Error(
      `Migration ${migration.name} failed${lineOf(cause, migration.text)}: ${(cause as Error).message}`,
      {
        cause,
      },
    );
  }
  await tx`insert into schema_migration (name, sha256) values (${migration.name}, ${migration.sha256})`;
  return true;
}

function lineOf(error: unknown, text: string): string {
  const position = Number((error as { position?: string }).position);
  return position > 0 ? ` at line ${text.slice(0, position).split('\n').length}` : '';
}
