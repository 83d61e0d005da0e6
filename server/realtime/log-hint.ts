import type { Sql } from '#db/client.ts';
import { LOG_CHANNEL } from '#db/query/event.ts';
import type { Logger } from '#server/log.ts';

/**
 * Hears that a log has grown by another road than a socket of this process: a page, an import, another node. Only a
 * hint that saves the wait for the next poll; the driver listens again by itself after the database was away.
 */
export async function hearLogGrow(
  sql: Sql,
  nudge: () => void,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const listening = await sql.listen(LOG_CHANNEL, nudge, nudge);
  return {
    async stop() {
      await listening.unlisten().catch((error: unknown) => log.warn({ err: error }, 'still listening'));
    },
  };
}
