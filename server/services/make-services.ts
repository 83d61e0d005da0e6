import { randomUUID } from 'node:crypto';
import type { Database } from '#db/client.ts';
import type { Secrets } from '#server/secrets.ts';
import type { ServiceLog, Services } from './context.ts';

export interface ServiceParts {
  database: Database;
  secrets: Secrets;
  log: ServiceLog;
}

/** The services of a running server: the machine's clock, random ids, no breakpoints. */
export function makeServices({ database, secrets, log }: ServiceParts): Services {
  return {
    database,
    log,
    phoneKeys: { encryption: secrets.phoneEncryptionKey, index: secrets.phoneIndexKey },
    now: Date.now,
    newId: randomUUID,
    random: Math.random,
    at: () => Promise.resolve(),
  };
}
