import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from '#db/client.ts';
import { migrationState, readMigrations } from '#db/migrate.ts';
import type { ReadyCheck } from './http-server.ts';

export interface ReadinessParts {
  sql: Sql;
  /** How far the relay is behind the log, milliseconds. */
  relayLagMs(): number;
  /** True when the screens can be served. */
  pagesReady(): boolean;
  /** True once the server has begun to stop. */
  stopping(): boolean;
}

const DATABASE_WITHIN_MS = 500;
const MAX_RELAY_LAG_MS = 5_000;

/** May this server be given work? Asked by balancers and by whoever waits for a start. */
export async function createReadiness(parts: ReadinessParts): Promise<() => Promise<readonly ReadyCheck[]>> {
  const migrations = await readMigrations();
  return async () => {
    const state = await within(DATABASE_WITHIN_MS, migrationState(parts.sql, migrations));
    return [
      { name: 'serving', ok: !parts.stopping() },
      { name: 'database', ok: state !== null },
      { name: 'migrations', ok: state !== null && state.pending.length === 0 && state.problems.length === 0 },
      { name: 'pages', ok: parts.pagesReady() },
      { name: 'relay', ok: parts.relayLagMs() < MAX_RELAY_LAG_MS },
    ];
  };
}

/** The result, or null when it fails or takes longer. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  const late = new AbortController();
  try {
    return await Promise.race([
      work.catch(() => null),
      wait(milliseconds, null, { signal: late.signal, ref: false }),
    ]);
  } finally {
    late.abort();
  }
}
