import { tidyUp } from '#db/query/housekeeping.ts';
import type { Services } from '#server/services/context.ts';
import { deletePhotos } from '#server/services/photo/delete-photos.ts';

const HOUR_MS = 3_600_000;
/**
 * The raw track: seven days (PRIV-05, our choice). Answers of commands: a technician's phone may be without a network for
 * a shift. Reports of imports and proposals of plans: a month. Photos: half a year after their order ended, longer than anybody may
 * still ask about the work (our choice); those of damage at least until it is paid.
 */
const KEPT_HOURS = {
  track: 7 * 24,
  answers: 72,
  imports: 30 * 24,
  plans: 30 * 24,
  sessions: 24,
  attempts: 24,
  photos: 180 * 24,
};

/** Deletes what has served, now and every hour. Sessions and attempts go by the machine's clock, as the sign-in does. */
export function startHousekeeping(services: Services): { stop(): void } {
  const told = (error: unknown) =>
    services.log.warn({ err: error }, 'housekeeping failed; it will be tried again');
  const tidy = () => {
    const { track, answers, imports, plans, sessions, attempts, photos } = KEPT_HOURS;
    tidyUp(services.database.sql, {
      track: services.now() - track * HOUR_MS,
      answers: services.now() - answers * HOUR_MS,
      imports: services.now() - imports * HOUR_MS,
      plans: services.now() - plans * HOUR_MS,
      sessions: Date.now() - sessions * HOUR_MS,
      attempts: Date.now() - attempts * HOUR_MS,
    }).catch(told);
    deletePhotos(services, services.now() - photos * HOUR_MS).catch(told);
  };
  tidy();
  const timer = setInterval(tidy, HOUR_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
