/** What came of a try to sign in. `tooMany` carries the seconds to wait. */
export type SignInAnswer =
  | { ok: true }
  | { ok: false; problem: 'wrong' | 'away' | 'refused' }
  | { ok: false; problem: 'tooMany'; seconds: number };

/** Seconds to wait when the server does not say how long. */
const WAIT_S = 60;

/** Asks for a session. Never throws: a server that does not answer is a problem among the others. */
export async function signIn(username: string, password: string): Promise<SignInAnswer> {
  let answer: Response;
  try {
    answer = await fetch('/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
  } catch {
    return { ok: false, problem: 'away' };
  }
  if (answer.ok) return { ok: true };
  if (answer.status === 429) {
    const told = Number(answer.headers.get('x-retry-after') ?? answer.headers.get('retry-after'));
    return { ok: false, problem: 'tooMany', seconds: told > 0 ? Math.ceil(told) : WAIT_S };
  }
  if (answer.status === 403) return { ok: false, problem: 'refused' };
  return { ok: false, problem: answer.status >= 500 ? 'away' : 'wrong' };
}

/** Where to go after signing in: a path of this product, never another site. */
export function pathAfter(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}
