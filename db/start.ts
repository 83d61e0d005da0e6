import { type Database, openDatabase } from './client.ts';
import { type EmbeddedLog, type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';

export type DatabaseSource = {
  /** An outside server; null runs the embedded one. */
  databaseUrl: string | null;
  /** Where the embedded server keeps its files. */
  dataDir: string;
  poolSize: number;
};

export type RunningDatabase = Database & {
  url: string;
  /** Null with an outside server. */
  embedded: EmbeddedPostgres | null;
  /** Migrations that this start applied. */
  migrated: string[];
  /** Closes the connections and then stops the embedded server, if this process looks after it. */
  stop(): Promise<void>;
};

export type StartOptions = {
  applicationName: string;
  log: EmbeddedLog;
  /** See EmbeddedOptions.signal: with it the caller handles the process's signals. */
  signal?: AbortSignal;
};

/**
 * Everything between the configuration and a database ready for queries: the embedded server or the outside one,
 * brought to this version. Used by the server and by every command.
 * Throws with what to do when there is no server, it cannot be reached, or its contents do not fit this version.
 */
export async function startDatabase(source: DatabaseSource, options: StartOptions): Promise<RunningDatabase> {
  const { log, signal } = options;
  const embedded =
    source.databaseUrl === null
      ? await startEmbeddedPostgres({ dataDir: source.dataDir, log, ...(signal ? { signal } : {}) })
      : null;
  try {
    const url = embedded?.url ?? (source.databaseUrl as string);
    const migrated = await migrate(url).catch((error: Error) => {
      throw embedded ? error : explainUnreachable(error, url);
    });
    if (migrated.length > 0) log.info({ migrated }, 'database migrated');
    signal?.throwIfAborted();
    const database = openDatabase({
      url,
      applicationName: options.applicationName,
      poolSize: source.poolSize,
    });
    return {
      ...database,
      url,
      embedded,
      migrated,
      async stop() {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'CONNECT_TIMEOUT',
]);

function explainUnreachable(error: Error, url: string): Error {
  const { code } = error as { code?: string };
  const { hostname, port, pathname, username } = new URL(url);
  const place = `${username}@${hostname}:${port || 5432}${pathname}`;
  if (code && UNREACHABLE.has(code)) {
    return new Error(
      `DATABASE_URL: no PostgreSQL answers at ${place} (${code}). Check the address and that the server runs, or unset DATABASE_URL to use the embedded one.`,
      { cause: error },
    );
  }
  if (code?.startsWith('28') || code === '3D000') {
    return new Error(`DATABASE_URL: ${place} refuses the sign-in: ${error.message}.`, { cause: error });
  }
  return error;
}
