import { isAbsolute, join } from 'node:path';
import type { RoadServerAddress, RoadServerKind, RoadServers } from './services/travel/roads/road-server.ts';

/** Which parts of the server run in this process. */
export const ROLES = ['all', 'web', 'planner', 'jobs'] as const;
export type Role = (typeof ROLES)[number];

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Secrets given by the environment; what is null is made at first start and kept in dataDir (server/secrets.ts). */
export type GivenSecrets = {
  /** Signs sessions; at least 32 characters. */
  signIn: string | null;
  /** 32 bytes, encrypts telephone numbers. */
  phoneEncryptionKey: Buffer | null;
  /** 32 bytes, makes telephone numbers searchable without decrypting them. */
  phoneIndexKey: Buffer | null;
};

export type Config = {
  port: number;
  host: string;
  /** Absolute path of the folder that holds the embedded database, secrets and uploads. */
  dataDir: string;
  /** An outside PostgreSQL server; null runs the embedded one. */
  databaseUrl: string | null;
  poolSize: number;
  role: Role;
  logLevel: LogLevel;
  /** Whether running days are looked at for improvements that are then suggested. */
  suggestions: boolean;
  /** Screens compiled as they are asked for, with reload on change; NODE_ENV=development. */
  development: boolean;
  /** The address people open, without a path; null takes it from each request on the loopback address. */
  publicOrigin: string | null;
  /** Every origin that may open a socket or send a command: publicOrigin and ALLOWED_ORIGINS. */
  allowedOrigins: string[];
  secrets: GivenSecrets;
  /** Road servers by mode; where there is none, ways are estimated. */
  roadServers: RoadServers;
};

/** A configuration that cannot be used; the message names each variable, what it held and what to set. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`The configuration cannot be used:\n- ${problems.join('\n- ')}`);
    this.problems = problems;
  }
}

export type Environment = Record<string, string | undefined>;

const PROJECT = join(import.meta.dirname, '..');

/** Reads the environment of this process. The only place that does. */
export function environmentConfig(): Config {
  // The page framework reports its use to its makers unless told not to.
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  return loadConfig(process.env);
}

/**
 * Checks an environment and returns what the server runs by. An empty variable counts as not set; a relative DATA_DIR
 * lies in the project's folder, whatever folder the command was given in.
 * Throws ConfigError with every problem at once.
 */
export function loadConfig(env: Environment): Config {
  const problems: string[] = [];
  const read = reader(env, problems);
  const publicOrigin = read('PUBLIC_ORIGIN', null, origin, ORIGIN_HINT);
  const config: Config = {
    port: read(
      'PORT',
      3000,
      wholeNumber(0, 65_535),
      'a port from 1 to 65535 (0 takes any free one), such as PORT=3000',
    ),
    host: read(
      'HOST',
      '127.0.0.1',
      hostName,
      'an address to listen on, such as HOST=127.0.0.1 or HOST=0.0.0.0',
    ),
    dataDir: read(
      'DATA_DIR',
      join(PROJECT, '.data'),
      folder,
      'the path of a folder, such as DATA_DIR=/var/lib/zhundian',
    ),
    databaseUrl: read('DATABASE_URL', null, databaseUrl, DATABASE_HINT, { secret: true }),
    poolSize: read('DATABASE_POOL_SIZE', 10, wholeNumber(2, 100), 'a number of connections from 2 to 100'),
    role: read('ROLE', 'all', oneOf(ROLES), `one of ${ROLES.join(', ')}`),
    logLevel: read('LOG_LEVEL', 'info', oneOf(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')}`),
    suggestions: read('SUGGESTIONS', 'on', oneOf(['on', 'off'] as const), 'on or off') === 'on',
    development: env.NODE_ENV === 'development',
    publicOrigin,
    allowedOrigins: [
      ...new Set([
        ...(publicOrigin ? [publicOrigin] : []),
        ...read('ALLOWED_ORIGINS', [], origins, `addresses with commas between them, each ${ORIGIN_HINT}`),
      ]),
    ],
    roadServers: roadServers(read),
    secrets: {
      signIn: read('SIGN_IN_SECRET', null, longText, SIGN_IN_HINT, { secret: true }),
      phoneEncryptionKey: read('PHONE_ENCRYPTION_KEY', null, key, KEY_HINT, { secret: true }),
      phoneIndexKey: read('PHONE_INDEX_KEY', null, key, KEY_HINT, { secret: true }),
    },
  };
  refuseRedis(env, problems);
  refuseHalfSecrets(config, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** One server a mode, because one OSRM serves one profile. */
function roadServers(read: ReturnType<typeof reader>): RoadServers {
  const ebike = read('ROAD_SERVER_EBIKE', null, roadServer, ROAD_HINT, { secret: true });
  const car = read('ROAD_SERVER_CAR', null, roadServer, ROAD_HINT, { secret: true });
  const walk = read('ROAD_SERVER_WALK', null, roadServer, ROAD_HINT, { secret: true });
  return { ...(ebike ? { ebike } : {}), ...(car ? { car } : {}), ...(walk ? { walk } : {}) };
}

const ROAD_HINT =
  'a protocol, an address and a profile, such as osrm+http://10.0.0.5:5000/bicycle or valhalla+https://roads.example.cn/auto, without a user, a query or a fragment; or nothing to estimate ways';
const ORIGIN_HINT = 'scheme, host and port without a path, such as https://dispatch.example.cn';
const DATABASE_HINT =
  'postgres://user:password@host:5432/database, or nothing at all to run the embedded PostgreSQL';
const SIGN_IN_HINT = 'at least 32 random characters (openssl rand -base64 36), or nothing to have one made';
const KEY_HINT = '32 random bytes in base64 (openssl rand -base64 32), or nothing to have one made';

type Parse<T> = (text: string) => T | undefined;

function reader(env: Environment, problems: string[]) {
  return <T, D>(
    name: string,
    fallback: D,
    parse: Parse<T>,
    expected: string,
    { secret = false }: { secret?: boolean } = {},
  ): T | D => {
    const text = env[name]?.trim() ?? '';
    if (text === '') return fallback;
    const value = parse(text);
    if (value !== undefined) return value;
    // A password must not reach a log or a screen through an error.
    const given = secret ? `a value of ${text.length} characters (not shown)` : JSON.stringify(text);
    problems.push(`${name} is ${given}: expected ${expected}.`);
    return fallback;
  };
}

function wholeNumber(from: number, to: number): Parse<number> {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? value : undefined;
  };
}

function oneOf<T extends string>(values: readonly T[]): Parse<T> {
  return (text) => values.find((value) => value === text);
}

const hostName: Parse<string> = (text) => (/^[a-zA-Z0-9.:_-]+$/.test(text) ? text : undefined);

const folder: Parse<string> = (text) => {
  if (text.includes('\0')) return undefined;
  return isAbsolute(text) ? text : join(PROJECT, text);
};

const databaseUrl: Parse<string> = (text) => {
  const url = URL.parse(text);
  const usable =
    url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
  return usable ? text : undefined;
};

const origin: Parse<string> = (text) => {
  const url = URL.parse(text);
  const usable = url && /^https?:$/.test(url.protocol) && (text === url.origin || text === `${url.origin}/`);
  return usable ? url.origin : undefined;
};

const origins: Parse<string[]> = (text) => {
  const parsed = text.split(',').map((part) => origin(part.trim()));
  return parsed.every((one) => one !== undefined) ? parsed : undefined;
};

const roadServer: Parse<RoadServerAddress> = (text) => {
  const [, kind, address] = /^(osrm|valhalla)\+(https?:\/\/.+)$/.exec(text) ?? [];
  const url = URL.parse(address ?? '');
  const [, path, profile] = /^(.*)\/([a-zA-Z0-9_-]+)\/?$/.exec(url?.pathname ?? '') ?? [];
  if (!url || path === undefined || profile === undefined || url.hostname === '') return undefined;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined;
  return { kind: kind as RoadServerKind, base: url.origin + path, profile };
};

const longText: Parse<string> = (text) => (text.length >= 32 ? text : undefined);

const key: Parse<Buffer> = (text) => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === text ? bytes : undefined;
};

function refuseRedis(env: Environment, problems: string[]): void {
  if (!env.REDIS_URL?.trim()) return;
  problems.push(
    'REDIS_URL is set, but this version runs on one node and does not use Redis yet: unset REDIS_URL.',
  );
}

/** Phones encrypted with a key from here and indexed with a key from there would be lost together with either. */
function refuseHalfSecrets({ secrets }: Config, problems: string[]): void {
  if ((secrets.phoneEncryptionKey === null) === (secrets.phoneIndexKey === null)) return;
  problems.push(
    'PHONE_ENCRYPTION_KEY and PHONE_INDEX_KEY go together: set both, or neither to have them made.',
  );
}
