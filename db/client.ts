import postgres from 'postgres';
import { formatInstant, parseInstant } from './instant.ts';

/**
 * The pool for SQL written by hand. What it reads and takes:
 * timestamptz ⇄ epoch milliseconds (number) · date, time, timestamp ⇄ text · int8 → number · numeric → text ·
 * json, jsonb ⇄ values. An int8 that a number cannot hold exactly is an error, never a rounded value.
 */
export type Sql = postgres.Sql;
/** The same inside `sql.begin`. */
export type Transaction = postgres.TransactionSql;
/** Either of them, for queries that do not care. */
export type Queryable = postgres.ISql;
/**
 * A statement that is on its way. Statements that are sent one after the other, without waiting for answers, travel
 * together and are carried out in their order.
 */
export type Sent<Row = unknown> = PromiseLike<readonly Row[]>;

export type Database = {
  sql: Sql;
  /** For the typed queries over db/schema, a pool of their own: drizzle replaces its date and JSON conversions. */
  ormPool: postgres.Sql;
  /** Lets running queries finish for up to five seconds and closes every connection. */
  close(): Promise<void>;
};

export type DatabaseOptions = {
  url: string;
  /** Seen in pg_stat_activity. */
  applicationName: string;
  /** Connections for `sql`; `ormPool` has a few of its own. */
  poolSize?: number;
  onNotice?: (notice: postgres.Notice) => void;
};

const ORM_POOL_SIZE = 3;
const CLOSE_WITHIN_S = 5;

const day = { to: 1082, from: [1082], serialize: String, parse: (text: string) => text };
const localTimestamp = { to: 1114, from: [1114], serialize: String, parse: (text: string) => text };
const instant = { to: 1184, from: [1184], serialize: formatInstant, parse: parseInstant };
const wholeNumber = { to: 20, from: [20], serialize: String, parse: parseWholeNumber };

function parseWholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Error(`The database gave ${text}, which is too large for a number.`);
  return value;
}

/**
 * Opens the two pools; connections are made when first needed and come back by themselves after the server was away.
 * Every statement is given up after 5 s and every wait for a lock after 2 s.
 */
export function openDatabase({ url, applicationName, poolSize = 10, onNotice }: DatabaseOptions): Database {
  const common = {
    connect_timeout: 5,
    backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 1),
    onnotice: onNotice ?? ignoreNotice,
    connection: {
      application_name: applicationName,
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 30_000,
      TimeZone: 'UTC',
    },
  };
  const sql = postgres(url, {
    ...common,
    max: poolSize,
    types: { day, localTimestamp, instant, wholeNumber },
  });
  const ormPool = postgres(url, { ...common, max: ORM_POOL_SIZE });
  return {
    sql: sql as unknown as Sql,
    ormPool,
    async close() {
      await Promise.all([sql.end({ timeout: CLOSE_WITHIN_S }), ormPool.end({ timeout: CLOSE_WITHIN_S })]);
    },
  };
}

/**
 * A transaction whose first statements travel with its begin and whose last ones, `unanswered`, with its commit. Until
 * something was answered it may only lock and read: should the begin fail, there is no transaction to roll back.
 * Resolves when all is kept: PostgreSQL answers the commit of a transaction that has failed, too, by rolling it back, so
 * only all the answers together tell.
 */
export async function inTransaction<T>(
  sql: Sql,
  work: (tx: Transaction, unanswered: Sent[]) => Promise<T>,
): Promise<T> {
  const unanswered: Sent[] = [];
  const result = await sql.beginAhead((tx) => work(tx, unanswered));
  await Promise.all(unanswered);
  return result as T;
}

function ignoreNotice(): void {
  // "relation already exists, skipping" and the like: nobody needs to read them
}

// The server's own modules and the screens' bundled ones are two copies in one process; they meet here.
const SHARED = Symbol.for('zhundian.database');
type Meeting = { [SHARED]?: Database };

/** Makes the database known to every module of this process. Called once, by the composition root. */
export function shareDatabase(database: Database): void {
  (globalThis as Meeting)[SHARED] = database;
}

/** The database that the composition root opened. Throws when there is none, as while the screens are being built. */
export function sharedDatabase(): Database {
  const database = (globalThis as Meeting)[SHARED];
  if (!database)
    throw new Error(
      'No database is open in this process: server/main.ts opens it and calls shareDatabase().',
    );
  return database;
}
