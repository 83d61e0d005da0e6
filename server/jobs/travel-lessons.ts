import { PgBoss } from 'pg-boss';
import type { Instant } from '#domain/base/brand.ts';
import { addDays, instantOf, localDate } from '#domain/time/zone.ts';
import type { Services } from '#server/services/context.ts';
import { learnFromTrips } from '#server/services/travel/learn-travel.ts';

const QUEUE = 'travel-lessons';
const TZ = 'Asia/Shanghai';
/** Nobody is on the road, and the night's backups are over. */
const AT_NIGHT = '03:30';
const POLL_S = 5;
const STOP_WITHIN_MS = 5_000;
const RETRY = { retryLimit: 20, retryDelay: 30, retryBackoff: true, retryDelayMax: 900 };
const LIFE = { expireInSeconds: 600, deleteAfterSeconds: 86_400 };
const ONE = 'night';

/** Has travel learned from the trips of the day every night, by whichever node takes the job. */
export interface TravelNights {
  stop(): Promise<void>;
}

/**
 * Opens the nightly job in the database of `url`: one job waits, for half past three by the clock of the standard. Throws when the
 * database cannot be reached.
 */
export async function startTravelNights(services: Services, url: string): Promise<TravelNights> {
  const { log } = services;
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'zhundian-nights',
    max: 1,
    options: '-c statement_timeout=30000',
    schedule: false,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'the nightly queue has a fault and goes on'));
  const stop = () => boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
  const sendNext = async () => {
    const now = services.now();
    const wait = (nextNight(now) - now) / services.clockRate;
    // One that waits already stays, also when its night was slept through.
    await boss.send(QUEUE, {}, { singletonKey: ONE, startAfter: new Date(Date.now() + wait) });
  };
  try {
    await boss.start();
    await boss.createQueue(QUEUE, { policy: 'short', ...RETRY, ...LIFE });
    await boss.work(QUEUE, { pollingIntervalSeconds: POLL_S }, async () => {
      await learnFromTrips(services);
      await sendNext();
    });
    await sendNext();
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** The next half past three in the morning after an instant. */
export function nextNight(now: Instant): Instant {
  const today = localDate(now, TZ);
  const tonight = instantOf(today, AT_NIGHT, TZ);
  return tonight > now ? tonight : instantOf(addDays(today, 1), AT_NIGHT, TZ);
}
