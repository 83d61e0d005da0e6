import { parentPort } from 'node:worker_threads';

/** What goes to a worker. `stop` holds one number; anything but 0 asks it to finish. */
export interface WorkerJob<Ask> {
  readonly id: number;
  readonly ask: Ask;
  readonly stop: Int32Array<SharedArrayBuffer>;
}

export type WorkerAnswer<Report, Outcome> =
  | { readonly id: number; readonly kind: 'begun' }
  | { readonly id: number; readonly kind: 'report'; readonly report: Report }
  | { readonly id: number; readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string; readonly code?: string };

/** What a job may do while it runs. */
export interface Desk<Report> {
  /** The asker no longer waits: finish with the best so far. */
  readonly isStopped: () => boolean;
  readonly report: (report: Report) => void;
}

/** Makes this thread answer the jobs of a `WorkerPool`; what the work throws fails that job alone. */
export function serveJobs<Ask, Report, Outcome>(
  work: (ask: Ask, desk: Desk<Report>) => Outcome | Promise<Outcome>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('Worker scripts are started by WorkerPool, not by themselves.');
  port.on('message', async ({ id, ask, stop }: WorkerJob<Ask>) => {
    const answer = (message: WorkerAnswer<Report, Outcome>): void => port.postMessage(message);
    const isStopped = (): boolean => Atomics.load(stop, 0) !== 0;
    answer({ id, kind: 'begun' });
    try {
      const outcome = await work(ask, {
        isStopped,
        report: (report) => answer({ id, kind: 'report', report }),
      });
      answer({ id, kind: 'outcome', outcome });
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const { code } = error as { code?: unknown };
      answer({ id, kind: 'failed', message, ...(typeof code === 'string' ? { code } : {}) });
    }
  });
}
