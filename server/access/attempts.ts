import type { Sql } from '#db/client.ts';
import { attemptsOf, countAttempt, forgetAttempts } from '#db/query/sign-in-attempt.ts';

/** Failures after which a name is not tried any more from one address, and for how long. */
const MOST_FAILURES = 10;
const WITHIN_MS = 15 * 60_000;

/** Who tries to be whom: counted by name and address, so that nobody can lock out somebody else from afar. */
function attemptKey(username: string, address: string): string {
  return `name:${username.trim().toLowerCase()}|${address}`;
}

/** Seconds to wait before this name may be tried again from there; 0 when it may be now. */
async function waitBeforeAttempt(sql: Sql, key: string, now: number): Promise<number> {
  const { count, lastAt } = await attemptsOf(sql, key);
  if (count < MOST_FAILURES) return 0;
  return Math.max(0, Math.ceil((lastAt + WITHIN_MS - now) / 1_000));
}

/** Counts a failure; a success begins anew. */
async function recordAttempt(sql: Sql, key: string, now: number, succeeded: boolean): Promise<void> {
  if (succeeded) await forgetAttempts(sql, key);
  else await countAttempt(sql, key, now, WITHIN_MS);
}

export interface Guard {
  sql: Sql;
  now(): number;
  /** Where the request came from, as the server stamped it. */
  address: string;
}

/** Lets a sign-in through unless its name has failed too often from there, and counts how it ends. */
export async function guardSignIn(
  request: Request,
  { sql, now, address }: Guard,
  signIn: (request: Request) => Promise<Response>,
): Promise<Response> {
  const username = usernameIn(await request.clone().text());
  if (username === null) return signIn(request);
  const key = attemptKey(username, address);
  const seconds = await waitBeforeAttempt(sql, key, now());
  if (seconds > 0) {
    const body = {
      code: 'TOO_MANY_ATTEMPTS',
      message: `Too many attempts. Try again in ${seconds} seconds.`,
    };
    return Response.json(body, { status: 429, headers: { 'retry-after': String(seconds) } });
  }
  const response = await signIn(request);
  if (response.status === 200 || response.status === 401)
    await recordAttempt(sql, key, now(), response.status === 200);
  return response;
}

function usernameIn(body: string): string | null {
  try {
    const { username } = JSON.parse(body) as { username?: unknown };
    return typeof username === 'string' ? username : null;
  } catch {
    // The sign-in itself says what is wrong with the body.
    return null;
  }
}
