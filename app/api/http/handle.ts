import { parse, uuidSchema } from '#protocol/schema.ts';
import type { Schema } from '#protocol/schema-base.ts';
import { originAllowed } from '#server/access/origin.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { codeOf, isTransient } from '#server/services/command/transient.ts';
import { type Services, sharedServices } from '#server/services/context.ts';
import { readJson } from './body.ts';
import { invalid, problem } from './problem.ts';

type Params = Record<string, string>;
type RouteContext = { params: Promise<Params> };
type Handler = (request: Request, context: RouteContext) => Promise<Response>;

/** What every route works with. */
export interface Ask {
  request: Request;
  services: Services;
  viewer: Viewer;
  params: Params;
}
export interface Write extends Ask {
  body: Record<string, unknown>;
  /** The id of the command: the caller's Idempotency-Key, or one of ours. */
  key: string;
}

/** A GET route: signed in, query checked. */
export function reads<Q>(query: Schema<Q>, handle: (ask: Ask & { query: Q }) => Promise<Response>): Handler {
  return signedIn(async (ask) => {
    const given = Object.fromEntries(new URL(ask.request.url).searchParams);
    const parsed = parse(query, given);
    if (!parsed.ok) return invalid(parsed.fault.field, parsed.fault.message);
    return handle({ ...ask, query: parsed.value });
  });
}

/** A route that changes something: signed in, from our own pages, with a JSON object and an id. */
export function writes(handle: (ask: Write) => Promise<Response>): Handler {
  return changes(async (ask) => {
    const key = ask.request.headers.get('idempotency-key');
    if (key !== null && !uuidSchema.safeParse(key).success)
      return invalid('Idempotency-Key', `is ${JSON.stringify(key)}: expected a UUID`);
    const body = await readJson(ask.request);
    if (!body.ok) return invalid(body.field, body.message);
    if (body.value === null || typeof body.value !== 'object' || Array.isArray(body.value))
      return invalid('body', 'must be a JSON object');
    const fields = body.value as Record<string, unknown>;
    return handle({ ...ask, body: fields, key: key?.toLowerCase() ?? ask.services.newId() });
  });
}

/** The same with a body of another kind, which the route reads itself. */
export function changes(handle: (ask: Ask) => Promise<Response>): Handler {
  return signedIn(async (ask) => {
    const { headers } = ask.request;
    const origin = headers.get('origin') ?? undefined;
    const host = headers.get('host') ?? undefined;
    if (originAllowed({ origin, host }, ask.services.allowedOrigins)) return handle(ask);
    return problem({
      ok: false,
      code: 'forbidden',
      title: 'The request does not come from a page of this server: its Origin is missing or another.',
    });
  });
}

function signedIn(handle: (ask: Ask) => Promise<Response>): Handler {
  return async (request, context) => {
    const services = sharedServices();
    try {
      const viewer = await services.access.viewerFrom(request.headers);
      if (!viewer)
        return problem({
          ok: false,
          code: 'unauthenticated',
          title: 'Sign in first: the session is missing or over.',
        });
      return await handle({ request, services, viewer, params: await context.params });
    } catch (error) {
      return failure(services, request, error);
    }
  };
}

function failure(services: Services, request: Request, error: unknown): Response {
  const { pathname } = new URL(request.url);
  if (codeOf(error) === 'DAYS_AWAY') {
    services.log.warn({ err: error, path: pathname }, 'the planner did not answer in time');
    return problem({ ok: false, code: 'retry', title: (error as Error).message });
  }
  services.log.error({ err: error, method: request.method, path: pathname }, 'request failed');
  if (isTransient(error) || isTransient((error as Error).cause))
    return problem({
      ok: false,
      code: 'retry',
      title: 'The database does not answer. Try again in a moment.',
    });
  const body = {
    type: '/api/docs#fault',
    status: 500,
    code: 'fault',
    title: 'A fault of the program; it is in the log.',
  };
  return Response.json(body, { status: 500, headers: { 'content-type': 'application/problem+json' } });
}
