import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';

/** A migrated database that belongs to the caller alone. */
export type TestDatabase = Database & {
  url: string;
  /** Another pool on the same database, as a second process would have; close it before the database. */
  connect(): Database;
  /** Closes the pool and drops the database with whatever is still connected. */
  close(): Promise<void>;
};

/**
 * Copies the migrated template. Call it in beforeAll (or beforeEach) and close() it afterwards:
 *
 *     let database: TestDatabase;
 *     beforeAll(async () => { database = await createTestDatabase(); });
 *     afterAll(() => database.close());
 *
 * @param empty true for one without tables, for tests of the migrations themselves
 */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = empty ? 'template0' : inject('templateName');
  await asAdmin((admin) => admin`create database ${admin(name)} template ${admin(template)}`);
  const address = new URL(inject('clusterUrl'));
  address.pathname = `/${name}`;
  const url = address.href;
  const connect = () => openDatabase({ url, applicationName: 'zhundian-test' });
  const database = connect();
  return {
    ...database,
    url,
    connect,
    async close() {
      await database.close();
      await asAdmin((admin) => admin`drop database if exists ${admin(name)} with (force)`);
    },
  };
}

async function asAdmin(work: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(inject('clusterUrl'), { max: 1, onnotice: () => undefined });
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
