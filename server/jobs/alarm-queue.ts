import { type Job, PgBoss } from 'pg-boss';
import type { NoticeSubject } from '#db/query/timer-notice.ts';
import type { ServiceLog } from '#server/services/context.ts';

/** What a job says of the next alarm of an order, an outage or a cutover; whoever reads the queue sees what it waits for. */
export interface AlarmJob {
  subject: NoticeSubject;
  /** The clock of the standard at that moment, epoch milliseconds, and what happens then: timer and level, or `event`. */
  at: number;
  next: string;
}

/** Jobs in PostgreSQL that wake an order, an outage or a cutover up: one each, standing at the next instant at which time acts on it. */
export interface AlarmQueue {
  /** Puts the subject's job at a real instant, in place of the one it had. */
  set(job: AlarmJob, startAfter: Date): Promise<void>;
  /** What waits now, by `jobKey`: the instant by the clock of the standard. */
  waiting(): Promise<Map<string, number>>;
  /** From now on calls `wake` at each job's instant or later; a job whose call throws is called again. */
  work(wake: (subject: NoticeSubject) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

const QUEUE = 'alarm';
const CONNECTIONS = 2;
const POLL_S = 0.5;
const BATCH = 20;
const STOP_WITHIN_MS = 5_000;
/** A day of trying with pauses of up to a minute; beyond that it is woken up by the next round of all. */
const RETRY = { retryLimit: 1_440, retryDelay: 1, retryBackoff: true, retryDelayMax: 60 };
const LIFE = { expireInSeconds: 120, deleteAfterSeconds: 3_600 };

/**
 * Opens the queue in the database of `url`, in a schema of its own. What is lost of it in a crash follows from the orders, so that it
 * need not wait for the disk. Throws when the database cannot be reached.
 */
export async function openAlarmQueue(url: string, log: ServiceLog): Promise<AlarmQueue> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'zhundian-jobs',
    max: CONNECTIONS,
    options: '-c statement_timeout=30000 -c synchronous_commit=off',
    schedule: false,
  });
  // Of a database that is away the queue tells here; it goes on by itself when the database is back.
  boss.on('error', (error) => log.warn({ err: error }, 'the queue of alarms has a fault and goes on'));
  boss.on('warning', (warning) => log.warn({ warning }, 'the queue of alarms warns'));
  const close = () => boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
  try {
    await boss.start();
    // `short`: of one subject at most one job waits.
    await boss.createQueue(QUEUE, { policy: 'short', ...RETRY, ...LIFE });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async set(job, startAfter) {
      await boss.upsert(QUEUE, job, { singletonKey: jobKey(job.subject), startAfter });
    },
    async waiting() {
      const jobs = await boss.findJobs<AlarmJob>(QUEUE, { queued: true });
      return new Map(jobs.map(({ data }) => [jobKey(data.subject), data.at]));
    },
    async work(wake) {
      const options = { batchSize: BATCH, pollingIntervalSeconds: POLL_S };
      await boss.work<AlarmJob>(QUEUE, options, (jobs) => wakeAll(jobs, wake));
    },
    stop: close,
  };
}

/** Under which name the job of a subject stands; an order's is its id. */
export function jobKey({ kind, id }: NoticeSubject): string {
  return kind === 'order' ? id : `${kind} ${id}`;
}

/** One that cannot be woken up must not keep the others of the batch asleep. */
async function wakeAll(
  jobs: readonly Job<AlarmJob>[],
  wake: (subject: NoticeSubject) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const { data } of jobs) await wake(data.subject).catch((error: unknown) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of the alarms could not be looked after.`);
}
