import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Viewer } from '#server/access/viewer.ts';
import { shareServices } from '#server/services/context.ts';
import { type House, openHouse } from '#tests/integration/support/house.ts';

const API = join(import.meta.dirname, '..', '..', '..', 'app', 'api');
export const ORIGIN = 'http://zhundian.test';
export const PASSWORD = 'a password of the tests';
const METHODS = ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'] as const;

type Handler = (request: Request, context: { params: Promise<Record<string, unknown>> }) => Promise<Response>;
export interface Route {
  method: (typeof METHODS)[number];
  /** As Next has it: `/api/v1/orders/[id]`. */
  path: string;
  handle: Handler;
}

/** Every route handler of the application, found as Next finds them, but for the one that answers everywhere else. */
export async function allRoutes(): Promise<Route[]> {
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('route.ts') && !file.includes('[...unknown]'),
  );
  const routes: Route[] = [];
  for (const file of files.sort()) {
    const handlers = (await import(join(API, file))) as Record<string, Handler>;
    const path = `/api/${relative('.', join(file, '..')).split(sep).join('/')}`;
    for (const method of METHODS) {
      const handle = handlers[method];
      if (handle) routes.push({ method, path, handle });
    }
  }
  return routes;
}

export interface Call {
  cookie?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  form?: FormData;
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
  text: string;
  headers: Headers;
}

/** A house with its HTTP surface, called as a browser of the server's own pages would. */
export interface HttpHouse extends House {
  call(method: Route['method'], path: string, call?: Call): Promise<Answer>;
  /** Adds a person and signs them in; answers with the cookie. */
  signIn(username: string, who: Pick<Viewer, 'role' | 'areaIds' | 'technicianId'>): Promise<string>;
}

export async function openHttpHouse(): Promise<HttpHouse> {
  const house = await openHouse();
  shareServices(house.services);
  const routes = await allRoutes();
  const call: HttpHouse['call'] = async (method, path, { cookie, body, headers = {}, form } = {}) => {
    const url = new URL(path, ORIGIN);
    const found = matching(routes, method, url.pathname);
    if (!found) throw new Error(`No route ${method} ${url.pathname}`);
    const request = new Request(url, {
      method,
      headers: {
        host: url.host,
        ...(method === 'GET' ? {} : { origin: ORIGIN }),
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'x-zhundian-client-address': '10.1.2.3',
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(form ? { body: form } : {}),
    });
    const response = await found.route.handle(request, { params: Promise.resolve(found.params) });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: json ? JSON.parse(text) : {}, text, headers: response.headers };
  };
  return {
    ...house,
    call,
    async signIn(username, { role, areaIds, technicianId }) {
      await house.services.access.writePerson({
        username,
        password: PASSWORD,
        name: username,
        role,
        areaIds,
        technicianId,
      });
      const answer = await call('POST', '/api/auth/sign-in/username', {
        body: { username, password: PASSWORD },
      });
      if (answer.status !== 200) throw new Error(`Sign-in of ${username}: ${answer.status} ${answer.text}`);
      return cookieOf(answer);
    },
  };
}

/** The cookie header that a browser would send after this answer. */
export function cookieOf(answer: Answer): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

function matching(routes: readonly Route[], method: string, pathname: string) {
  const asked = pathname.split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const parts = route.path.split('/');
    const params: Record<string, unknown> = {};
    const rest = parts.findIndex((part) => part.startsWith('[...'));
    if (rest < 0 && parts.length !== asked.length) continue;
    const fits = parts.every((part, i) => {
      if (part.startsWith('[...')) return true;
      if (!part.startsWith('[')) return part === asked[i];
      params[part.slice(1, -1)] = asked[i];
      return true;
    });
    if (fits) return { route, params };
  }
  return undefined;
}
