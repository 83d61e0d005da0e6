import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from '#db/client.ts';
import { makeAccess } from '#server/access/access.ts';
import type { Config } from '#server/config.ts';
import type { Secrets } from '#server/secrets.ts';
import type { ServiceLog, Services } from './context.ts';
import { FolderPhotoStore } from './photo/photo-store.ts';
import { OwnDayDesk } from './plan/day-desk.ts';
import { RoadDesk } from './travel/roads/road-desk.ts';

export interface ServiceParts {
  database: Database;
  secrets: Secrets;
  config: Pick<Config, 'publicOrigin' | 'allowedOrigins' | 'roadServers' | 'dataDir'>;
  log: ServiceLog;
}

/** The services of a running server: the machine's clock, random ids, no breakpoints. */
export function makeServices({ database, secrets, config, log }: ServiceParts): Services {
  return {
    database,
    log,
    access: makeAccess({ database, secret: secrets.signIn, ...config, now: Date.now, newId: randomUUID }),
    allowedOrigins: config.allowedOrigins,
    phoneKeys: { encryption: secrets.phoneEncryptionKey, index: secrets.phoneIndexKey },
    now: Date.now,
    clockRate: 1,
    demo: false,
    newId: randomUUID,
    random: Math.random,
    days: new OwnDayDesk(database.sql),
    photos: new FolderPhotoStore(join(config.dataDir, 'photos')),
    roads: new RoadDesk({ servers: config.roadServers, log, now: Date.now, ticks: () => performance.now() }),
    at: () => Promise.resolve(),
  };
}
