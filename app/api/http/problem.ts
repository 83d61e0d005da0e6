import type { CommandAnswer, CommandRefused, RefusalCode } from '#protocol/command.ts';
import { withIsoInstants } from './iso.ts';

const STATUS: Readonly<Record<RefusalCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  stale: 409,
  key_reuse: 409,
  overlap: 409,
  refused: 422,
  needs_approval: 422,
  too_many: 429,
  too_large: 413,
  unsupported: 415,
  retry: 503,
};

/** A refusal as RFC 9457 has it. */
export function problem(refusal: CommandRefused): Response {
  const { ok: _, code, ...rest } = refusal;
  const status = STATUS[code];
  const body = withIsoInstants({ type: `/api/docs#${code}`, status, code, ...rest });
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (code === 'retry') headers.set('retry-after', '1');
  return new Response(JSON.stringify(body), { status, headers });
}

/** A JSON answer, instants written out. */
export function answer(value: unknown, status = 200): Response {
  return Response.json(withIsoInstants(value), { status, headers: { 'cache-control': 'no-store' } });
}

/** What became of a command. */
export function commandAnswer(result: CommandAnswer, status = 200): Response {
  return result.ok ? answer(result.data, status) : problem(result);
}

export function notFound(what: string): Response {
  return problem({ ok: false, code: 'not_found', title: `No such ${what}.` });
}

/** A field that cannot be used. */
export function invalid(field: string, message: string): Response {
  return problem({ ok: false, code: 'invalid', title: `${field}: ${message}.`, field });
}
