import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#db/client.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/until.ts';

/** The database takes a pool's connections away in the midst of work. Faults that nobody catches fail the run by themselves. */
let database: TestDatabase;
let pool: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.connect();
});
afterAll(async () => {
  await pool?.close();
  await database?.close();
});

async function takeConnectionsAway(): Promise<void> {
  const taken = await database.sql<{ pid: number }[]>`
    select pid, pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`;
  // The signal is on its way; until they have ended they may still hurt what comes after.
  await until('the connections to be gone', async () => {
    const left = await database.sql`
      select 1 from pg_stat_activity where pid = any(${taken.map(({ pid }) => pid)}::int[])`;
    return left.length === 0;
  });
}

const outcome = (work: Promise<unknown>) =>
  work.then(() => 'done' as const).catch((error: Error) => error.message);

describe('connections that the database closes', () => {
  it.each(['begin', 'beginAhead'] as const)(
    'while transactions run (%s): every one ends with an answer or an error, and the pool serves again',
    async (begin) => {
      const outcomes: string[] = [];
      for (let round = 0; round < 15; round += 1) {
        const work = Array.from({ length: 8 }, (_, index) =>
          outcome(
            pool.sql[begin](async (tx) => {
              for (let step = 0; step < 3 + index; step += 1)
                await Promise.all([tx`select ${step}::int`, tx`select pg_sleep(0.002)`]);
            }),
          ),
        );
        await takeConnectionsAway();
        outcomes.push(...(await Promise.all(work)));
        expect(
          await until('the pool to serve', () => pool.sql`select 1 as one`.catch(() => null)),
        ).toMatchObject([{ one: 1 }]);
      }
      expect(outcomes.some((text) => text !== 'done')).toBe(true);
    },
  );

  it('while single queries run: none hangs, and none gets the error of another', async () => {
    for (let round = 0; round < 20; round += 1) {
      const work = Array.from({ length: 20 }, () => outcome(pool.sql`select 1`));
      await takeConnectionsAway();
      await Promise.all(work);
      await until('the pool to serve', () => pool.sql`select 1`.catch(() => null));
      // All of the pool's connections, so that not one is left behind that cannot write any more.
      const all = Array.from({ length: 20 }, () => outcome(pool.sql`select 1`));
      expect(new Set(await Promise.all(all))).toEqual(new Set(['done']));
    }
  });
});
