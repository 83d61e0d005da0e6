import type { IncomingHttpHeaders } from 'node:http';
import { type PersonRow, peopleOfSessions, writePerson } from '#db/query/person.ts';
import type { Role } from '#domain/base/role.ts';
import { CLIENT_ADDRESS_HEADER } from '../http-server.ts';
import { guardSignIn } from './attempts.ts';
import type { Auth, AuthParts } from './auth.ts';
import { loadAuth } from './load-auth.ts';
import { originAllowed } from './origin.ts';
import { cookiePrefix, sessionTokenIn } from './session-cookie.ts';
import type { Viewer } from './viewer.ts';

/** Who is signed in by which session, and the rights as they stand now. */
export interface SignedIn {
  viewer: Viewer;
  sessionToken: string;
  /** Changes whenever role, areas or technician change. */
  rights: string;
}

export interface PersonGiven {
  username: string;
  password: string;
  name: string;
  role: Role;
  /** null = every area. */
  areaIds: readonly string[] | null;
  technicianId?: string | undefined;
}

/** Sign-in and who is signed in. */
export interface Access {
  /** Answers the requests under /api/auth. */
  handle(request: Request): Promise<Response>;
  /** The person behind a request's session, or null. */
  viewerFrom(headers: Headers | IncomingHttpHeaders): Promise<Viewer | null>;
  signedInFrom(headers: Headers | IncomingHttpHeaders): Promise<SignedIn | null>;
  /** The rights behind those of these sessions that are still valid, by session token. */
  liveRights(tokens: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Adds a person or renews the one with that username; returns the person's id. */
  writePerson(given: PersonGiven): Promise<string>;
}

export interface AccessParts extends AuthParts {
  now(): number;
  newId(): string;
}

const SIGN_IN = '/api/auth/sign-in/username';
/** What of the library's surface is used; everything else under /api/auth does not exist. */
const OPEN_PATHS = new Set([
  SIGN_IN,
  '/api/auth/sign-out',
  '/api/auth/get-session',
  '/api/auth/change-password',
]);

/** Sets the sign-in up over a database. */
export function makeAccess(parts: AccessParts): Access {
  const { database } = parts;
  const auth = onFirstUse(async (): Promise<Auth> => (await loadAuth()).makeAuth(parts));
  const signedInFrom = (headers: Headers | IncomingHttpHeaders) => readSession(parts, headers);
  return {
    signedInFrom,
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (!OPEN_PATHS.has(pathname)) return new Response(null, { status: 404 });
      if (isForeign(request, parts.allowedOrigins)) return new Response(null, { status: 403 });
      const { handler } = await auth();
      if (pathname !== SIGN_IN) return handler(request);
      const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? '';
      return guardSignIn(request, { sql: database.sql, now: parts.now, address }, handler);
    },
    async viewerFrom(headers) {
      return (await signedInFrom(headers))?.viewer ?? null;
    },
    async liveRights(tokens) {
      const people = await peopleOfSessions(database.sql, tokens, parts.now());
      return new Map(people.map((one) => [one.token, rightsOf(one)]));
    },
    async writePerson({ username, password, name, role, areaIds, technicianId }) {
      const { password: passwords } = await (await auth()).$context;
      const person = {
        id: parts.newId(),
        username: username.toLowerCase(),
        name,
        role,
        areaIds,
        technicianId: technicianId ?? null,
        passwordHash: await passwords.hash(password),
      };
      return database.sql.begin((tx) => writePerson(tx, person, parts.newId()));
    },
  };
}

/** A change from a page of another origin, or with a session from no page at all. Programs sign in without an Origin. */
function isForeign({ method, headers }: Request, allowed: readonly string[]): boolean {
  if (method === 'GET') return false;
  const origin = headers.get('origin') ?? undefined;
  if (origin === undefined) return headers.has('cookie');
  return !originAllowed({ origin, host: headers.get('host') ?? undefined }, allowed);
}

function onFirstUse<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

async function readSession(
  { database, publicOrigin, secret, now }: AccessParts,
  headers: Headers | IncomingHttpHeaders,
): Promise<SignedIn | null> {
  const cookies = headers instanceof Headers ? headers.get('cookie') : headers.cookie;
  const sessionToken = sessionTokenIn(cookies ?? '', cookiePrefix(publicOrigin), secret);
  if (sessionToken === null) return null;
  const [person] = await peopleOfSessions(database.sql, [sessionToken], now());
  return person ? { viewer: viewerOf(person), sessionToken, rights: rightsOf(person) } : null;
}

function viewerOf({ id, name, role, areaIds, technicianId }: PersonRow): Viewer {
  return { personId: id, name, role, areaIds, ...(technicianId ? { technicianId } : {}) };
}

function rightsOf({ id, name, role, areaIds, technicianId }: PersonRow): string {
  return JSON.stringify([id, name, role, areaIds, technicianId]);
}
