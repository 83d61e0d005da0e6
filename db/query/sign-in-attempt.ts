import type { Queryable } from '../client.ts';

/** Failures counted under a key, and when the last was. */
export async function attemptsOf(sql: Queryable, key: string): Promise<{ count: number; lastAt: number }> {
  const [row] = await sql<{ count: number; lastAt: number }[]>`
    select count, last_request as "lastAt" from rate_limit where key = ${key}`;
  return row ?? { count: 0, lastAt: 0 };
}

/** Counts one more, or begins to count anew when the last is longer ago than `withinMs`. */
export async function countAttempt(sql: Queryable, key: string, at: number, withinMs: number): Promise<void> {
  await sql`
    insert into rate_limit (id, key, count, last_request) values (${key}, ${key}, 1, ${at})
    on conflict (key) do update set last_request = excluded.last_request,
      count = case when rate_limit.last_request < ${at - withinMs} then 1 else rate_limit.count + 1 end`;
}

export async function forgetAttempts(sql: Queryable, key: string): Promise<void> {
  await sql`delete from rate_limit where key = ${key}`;
}
