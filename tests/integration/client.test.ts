import { sql as ormSql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareDatabase, sharedDatabase } from '#db/client.ts';
import { typedQueries } from '#db/orm.ts';
import { startDatabase } from '#db/start.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/until.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
});
afterAll(() => database.close());

describe('the database client', () => {
  it('gives and takes instants as epoch milliseconds', async () => {
    const { sql } = database;
    const at = Date.UTC(2026, 10, 22, 0, 30, 0, 123);
    await sql`create table moment (id int, at timestamptz(3), many timestamptz[])`;
    await sql`insert into moment ${sql({ id: 1, at, many: [at, 0] })}`;
    await sql`insert into moment values (2, '2026-11-22 08:30:00.123+08', null)`;
    expect(await sql`select * from moment order by id`).toEqual([
      { id: 1, at, many: [at, 0] },
      { id: 2, at, many: null },
    ]);
    expect(await sql`select id from moment where at = ${at} and at > ${at - 1} order by id`).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
    expect(await sql`select ${new Date(at)}::timestamptz as at, 'infinity'::timestamptz as never`).toEqual([
      { at, never: Number.POSITIVE_INFINITY },
    ]);
    await expect(sql`select ${Number.NaN}::timestamptz`).rejects.toThrow('NaN is not an instant');
  });

  it('gives days and local times as text, counts as numbers, exact decimals as text', async () => {
    const [row] = await database.sql`select date '2026-01-02' as day, time '08:30' as time,
      timestamp '2026-01-02 08:30' as local, count(*) as count, 12.50::numeric as price, ${database.sql.json({ a: [1] })}::jsonb as json`;
    expect(row).toEqual({
      day: '2026-01-02',
      time: '08:30:00',
      local: '2026-01-02 08:30:00',
      count: 1,
      price: '12.50',
      json: { a: [1] },
    });
  });

  it('refuses to round a whole number that is too large', async () => {
    await expect(database.sql`select ${'9007199254740993'}::int8 as seq`).rejects.toThrow(
      'too large for a number',
    );
  });

  it('keeps its conversions beside the typed queries on the other pool', async () => {
    await typedQueries(database).execute(ormSql`select now()`);
    const [row] =
      await database.sql`select ${5}::timestamptz as at, ${database.sql.json({ b: 1 })}::jsonb as json`;
    expect(row).toEqual({ at: 5, json: { b: 1 } });
  });

  it('gives up a statement after five seconds and a wait for a lock after two', async () => {
    const { sql } = database;
    const [row] = await sql`select current_setting('statement_timeout') as statement,
      current_setting('lock_timeout') as lock, current_setting('TimeZone') as zone,
      current_setting('application_name') as name`;
    expect(row).toEqual({ statement: '5s', lock: '2s', zone: 'UTC', name: 'zhundian-test' });
    await expect(sql`select pg_sleep(7)`).rejects.toMatchObject({ code: '57014' });
    await sql`create table locked (id int)`;
    await sql.begin(async (tx) => {
      await tx`lock table locked`;
      await expect(sql`select * from locked`).rejects.toMatchObject({ code: '55P03' });
    });
  });

  it('heals by itself after its connections were cut', async () => {
    const { sql } = database;
    const other = database.connect();
    await sql`select 1`;
    await other.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    const [row] = await until('a new connection', () => sql`select 1 as one`);
    expect(row).toEqual({ one: 1 });
    await other.close();
  });

  it('is one for every copy of its module in the process', async () => {
    expect(() => sharedDatabase()).toThrow('No database is open in this process');
    shareDatabase(database);
    const copy = `../../db/client.ts?copy=${process.pid}`;
    const bundled = (await import(copy)) as typeof import('#db/client.ts');
    expect(bundled.sharedDatabase).not.toBe(sharedDatabase);
    expect(bundled.sharedDatabase()).toBe(database);
  });
});

describe('a start on an outside server', () => {
  const log = { info: () => undefined, error: () => undefined };
  const start = (databaseUrl: string) =>
    startDatabase(
      { databaseUrl, dataDir: '/nonexistent', poolSize: 2 },
      { applicationName: 'zhundian-test', log },
    );

  it('migrates it and leaves it running', async () => {
    const empty = await createTestDatabase({ empty: true });
    const running = await start(empty.url);
    expect(running.embedded).toBeNull();
    expect(await running.sql`select count(*) as applied from schema_migration`).toEqual([
      { applied: running.migrated.length },
    ]);
    await running.stop();
    expect(await empty.sql`select 1 as one`).toEqual([{ one: 1 }]);
    await empty.close();
  });

  it('says where nothing answered, without the password', async () => {
    const failure = start('postgres://app:hush-hush@127.0.0.1:1/zhundian');
    await expect(failure).rejects.toThrow('DATABASE_URL: no PostgreSQL answers at app@127.0.0.1:1/zhundian');
    await expect(failure).rejects.not.toThrow('hush-hush');
  });

  it('says that the server refused the sign-in', async () => {
    const wrong = new URL(database.url);
    wrong.password = 'hush-hush';
    await expect(start(wrong.href)).rejects.toThrow(
      /DATABASE_URL: .* refuses the sign-in: password authentication failed/,
    );
    const absent = new URL(database.url);
    absent.pathname = '/no_such_database';
    await expect(start(absent.href)).rejects.toThrow(
      'refuses the sign-in: database "no_such_database" does not exist',
    );
  });

  it('refuses a database that cannot hold Chinese text', async () => {
    const admin = postgres(new URL('/postgres', database.url).href, { max: 1 });
    await admin`create database latin encoding 'LATIN1' locale_provider 'libc' locale 'C' template template0`;
    await expect(start(new URL('/latin', database.url).href)).rejects.toThrow(
      'encoding LATIN1: UTF8 is needed',
    );
    await admin`drop database latin with (force)`;
    await admin.end();
  });
});
