import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, migrate, migrationState, readMigrations } from '#db/migrate.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder('migrations');
  database = await createTestDatabase({ empty: true });
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const write = (name: string, text: string) => writeFile(join(folder, name), text);
const run = () => migrate(database.url, folder);
const state = async () => migrationState(database.sql, await readMigrations(folder));
const tables = async () =>
  (await database.sql`select tablename from pg_tables where schemaname = 'public' order by 1`).map(
    (row) => row.tablename,
  );

describe('migrations', () => {
  it('are applied in order, each once', async () => {
    await write('0002_rows.sql', 'insert into thing values (1); insert into thing values (2);');
    await write('0001_thing.sql', 'create table thing (id int);');
    expect(await run()).toEqual(['0001_thing.sql', '0002_rows.sql']);
    expect(await run()).toEqual([]);
    expect(await database.sql`select id from thing order by id`).toEqual([{ id: 1 }, { id: 2 }]);

    await write('0003_more.sql', 'insert into thing values (3);');
    expect(await state()).toEqual({ head: '0002_rows.sql', pending: ['0003_more.sql'], problems: [] });
    expect(await run()).toEqual(['0003_more.sql']);
    expect(await state()).toEqual({ head: '0003_more.sql', pending: [], problems: [] });
  });

  it('may be none at all', async () => {
    expect(await state()).toEqual({ head: null, pending: [], problems: [] });
    expect(await run()).toEqual([]);
    expect(await tables()).toEqual(['schema_migration']);
  });

  it('bring btree_gist, so that overlapping visits can be forbidden', async () => {
    await write(
      '0001_visit.sql',
      'create table v (t int, s tstzrange, exclude using gist (t with =, s with &&));',
    );
    await run();
    await database.sql`insert into v values (1, '[2026-01-01 08:00+08,2026-01-01 10:00+08)')`;
    await expect(
      database.sql`insert into v values (1, '[2026-01-01 09:00+08,2026-01-01 11:00+08)')`,
    ).rejects.toMatchObject({ code: '23P01' });
  });

  it('leave nothing of a file that fails, and name it with its line', async () => {
    await write('0001_thing.sql', 'create table thing (id int);');
    await write('0002_broken.sql', 'create table half (id int);\n\nselect nonsense;\n');
    await expect(run()).rejects.toThrow(
      'Migration 0002_broken.sql failed at line 3: column "nonsense" does not exist',
    );
    expect(await tables()).toEqual(['schema_migration', 'thing']);
    expect(await state()).toEqual({ head: '0001_thing.sql', pending: ['0002_broken.sql'], problems: [] });
  });

  it('are refused by name when an applied file was changed', async () => {
    await write('0001_thing.sql', 'create table thing (id int);');
    await run();
    await write('0001_thing.sql', 'create table thing (id bigint);');
    await write('0002_rows.sql', 'insert into thing values (1);');
    await expect(run()).rejects.toThrow('0001_thing.sql was changed after it had been applied');
    expect(await database.sql`select * from thing`).toEqual([]);
    expect((await state()).problems).toEqual([expect.stringContaining('0001_thing.sql was changed')]);
  });

  it('do not count another kind of line end as a change', async () => {
    await write('0001_thing.sql', 'create table thing (\n  id int\n);\n');
    await run();
    await write('0001_thing.sql', 'create table thing (\r\n  id int\r\n);\r\n');
    expect(await run()).toEqual([]);
  });

  it('are refused by name when the database knows a file that this version does not', async () => {
    await write('0001_thing.sql', 'create table thing (id int);');
    await write('0002_newer.sql', 'create table newer (id int);');
    await run();
    await rm(join(folder, '0002_newer.sql'));
    await expect(run()).rejects.toThrow(
      '0002_newer.sql is applied to this database but not part of this version; start the newer version',
    );
  });

  it('are refused when a file comes before one that is applied', async () => {
    await write('0002_thing.sql', 'create table thing (id int);');
    await run();
    await write('0001_late.sql', 'create table late (id int);');
    await expect(run()).rejects.toThrow(
      '0001_late.sql comes before 0002_thing.sql, which is already applied',
    );
    expect(await tables()).toEqual(['schema_migration', 'thing']);
  });

  it.each([
    [['1_thing.sql'], 'Migration 1_thing.sql: the name must be four digits'],
    [['0001_a.sql', '0001_b.sql'], 'Migrations 0001_a.sql and 0001_b.sql have the same number'],
  ])('refuse the file names %s', async (names, message) => {
    for (const name of names) await write(name, 'select 1;');
    await expect(readMigrations(folder)).rejects.toThrow(message);
  });

  it('are applied once when several processes start together', async () => {
    await write('0001_thing.sql', 'create table thing (id int); select pg_sleep(0.2);');
    await write('0002_rows.sql', 'insert into thing values (1);');
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat().sort()).toEqual(['0001_thing.sql', '0002_rows.sql']);
    expect(await database.sql`select id from thing`).toEqual([{ id: 1 }]);
  });

  it('of this version bring an empty database to its head', async () => {
    const names = (await readMigrations()).map(({ name }) => name);
    expect(await migrate(database.url, MIGRATIONS)).toEqual(names);
    expect(await migrationState(database.sql, await readMigrations())).toEqual({
      head: names.at(-1) ?? null,
      pending: [],
      problems: [],
    });
  });
});
