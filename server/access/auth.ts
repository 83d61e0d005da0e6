import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { username } from 'better-auth/plugins/username';
import type { Database } from '#db/client.ts';
import { typedQueries } from '#db/orm.ts';
import { activePerson } from '#db/query/person.ts';
import { account } from '#db/schema/account.ts';
import { person } from '#db/schema/person.ts';
import { rateLimit } from '#db/schema/rate-limit.ts';
import { session } from '#db/schema/session.ts';
import { verification } from '#db/schema/verification.ts';
import { CLIENT_ADDRESS_HEADER } from '../http-server.ts';
import { cookiePrefix } from './session-cookie.ts';

export interface AuthParts {
  database: Database;
  secret: string;
  /** The address people open; null takes it from each request. */
  publicOrigin: string | null;
  allowedOrigins: readonly string[];
}

/** A shift and a bit: whoever works longer signs in again. */
const SESSION_S = 12 * 3600;
const FLOOD_WINDOW_S = 2;

/** The sign-in library, set up for people with a username whom an administrator has added. */
export function makeAuth({ database, secret, publicOrigin, allowedOrigins }: AuthParts) {
  const secure = publicOrigin?.startsWith('https://') ?? false;
  return betterAuth({
    secret,
    basePath: '/api/auth',
    ...(publicOrigin ? { baseURL: publicOrigin } : {}),
    trustedOrigins: (request) => [...allowedOrigins, ...ownOrigin(request)],
    database: drizzleAdapter(typedQueries(database), {
      provider: 'pg',
      schema: { user: person, session, account, verification, rateLimit },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    plugins: [username({ minUsernameLength: 2 })],
    session: { expiresIn: SESSION_S, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      // The library counts on until an address has been still for a whole window. A short one stops a flood and not an
      // office behind one address on a Monday morning; who guesses is stopped by attempts.ts.
      window: FLOOD_WINDOW_S,
      max: 120,
      customRules: { '/sign-in/username': { window: FLOOD_WINDOW_S, max: 60 } },
    },
    advanced: {
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(publicOrigin),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            if (await activePerson(database.sql, userId)) return;
            throw new APIError('UNAUTHORIZED', { message: 'This account is disabled.' });
          },
        },
      },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}
export type Auth = ReturnType<typeof makeAuth>;

/** The address under which this very request came, as the browser wrote it in `Host`. */
function ownOrigin(request: Request | undefined): string[] {
  const host = request?.headers.get('host');
  return host ? [`http://${host}`, `https://${host}`] : [];
}
