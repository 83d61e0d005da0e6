import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerJob } from './worker-desk.ts';

/** Why a job was not done: the work threw, its worker is gone, the asker would not wait longer, or the pool closes. */
export type FailureCause = 'threw' | 'gone' | 'late' | 'closing';

/** A job that a worker could not finish; `lastReport` is what it had reported before, if anything. */
export class WorkFailed extends Error {
  readonly why: FailureCause;
  readonly lastReport: unknown;
  /** The code of the error that the work threw: a database's SQLSTATE, or the connection's. */
  readonly code: string | undefined;

  constructor(message: string, why: FailureCause, lastReport?: unknown, code?: string) {
    super(message);
    this.name = 'WorkFailed';
    this.why = why;
    this.lastReport = lastReport;
    this.code = code;
  }
}

export interface WorkCall<Report> {
  readonly onReport?: (report: Report) => void;
  /** Aborting asks the worker to finish with the best it has. */
  readonly signal?: AbortSignal;
  /** The asker waits no longer than this, milliseconds; what has begun goes on. */
  readonly withinMs?: number;
}

export interface PoolOptions {
  /** The worker's script, which calls `serveJobs`. */
  readonly script: URL;
  /** Worker threads kept ready; each does one job at a time, others wait in line. */
  readonly size: number;
  /** Heap of one worker, MiB; past it the worker ends and its job fails. */
  readonly heapMiB?: number;
  /** A worker that is at one job for longer than this, milliseconds, is taken to hang: it is ended and replaced. */
  readonly hangsAfterMs?: number;
  /** What each worker is given to begin with. */
  readonly workerData?: unknown;
}

interface Waiting<Ask, Report, Outcome> {
  readonly job: WorkerJob<Ask>;
  readonly call: WorkCall<Report>;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: WorkFailed) => void;
  lastReport: Report | undefined;
  /** Ends the asker's waiting. */
  patience: NodeJS.Timeout | undefined;
}

interface Seat<Ask, Report, Outcome> {
  readonly worker: Worker;
  current: Waiting<Ask, Report, Outcome> | undefined;
  /** Ends a worker that hangs. */
  watch: NodeJS.Timeout | undefined;
}

const CLOSING = 'The planner is shutting down.';

/**
 * Worker threads for long work. The server's own thread only passes messages, so it never waits. A worker
 * that dies takes one job with it, which fails with `WorkFailed`; the next job gets a new worker.
 */
export class WorkerPool<Ask, Report, Outcome> {
  private readonly options: PoolOptions;
  private readonly seats: Seat<Ask, Report, Outcome>[] = [];
  private readonly line: Waiting<Ask, Report, Outcome>[] = [];
  private nextId = 1;
  private closed = false;

  constructor(options: PoolOptions) {
    if (!Number.isInteger(options.size) || options.size < 1) {
      throw new RangeError(`A pool of ${options.size} workers can do nothing; use a whole number from 1 up.`);
    }
    this.options = options;
  }

  /** Has a job done. Rejects with `WorkFailed` when the work throws, its worker dies, or the pool is closed. */
  run(ask: Ask, call: WorkCall<Report> = {}): Promise<Outcome> {
    if (this.closed) return Promise.reject(new WorkFailed(CLOSING, 'closing'));
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const job: WorkerJob<Ask> = { id: this.nextId++, ask, stop };
    if (call.signal?.aborted) Atomics.store(stop, 0, 1);
    call.signal?.addEventListener('abort', () => Atomics.store(stop, 0, 1), { once: true });
    return new Promise((resolve, reject) => {
      const waiting: Waiting<Ask, Report, Outcome> = {
        job,
        call,
        resolve,
        reject,
        lastReport: undefined,
        patience: undefined,
      };
      if (call.withinMs !== undefined)
        waiting.patience = setTimeout(() => this.giveUp(waiting), call.withinMs).unref();
      this.line.push(waiting);
      this.seatNext();
    });
  }

  /** Jobs that wait or run. */
  get load(): number {
    return this.line.length + this.seats.filter((seat) => seat.current !== undefined).length;
  }

  /** Ends all workers; what waits or runs fails. */
  async close(): Promise<void> {
    this.closed = true;
    for (const waiting of this.line.splice(0)) fail(waiting, new WorkFailed(CLOSING, 'closing'));
    await Promise.all(this.seats.splice(0).map((seat) => this.dismiss(seat)));
  }

  /** The asker waits no longer: what waits in line is taken out of it, what runs is no longer listened to. */
  private giveUp(waiting: Waiting<Ask, Report, Outcome>): void {
    const at = this.line.indexOf(waiting);
    if (at >= 0) this.line.splice(at, 1);
    const message = `No answer within ${waiting.call.withinMs} ms. Nothing was changed.`;
    fail(waiting, new WorkFailed(message, 'late', waiting.lastReport));
  }

  private seatNext(): void {
    const waiting = this.line[0];
    if (waiting === undefined) return;
    const seat = this.seats.find((each) => each.current === undefined) ?? this.addSeat();
    if (seat === undefined) return;
    this.line.shift();
    seat.current = waiting;
    seat.worker.ref();
    seat.worker.postMessage(waiting.job);
  }

  private addSeat(): Seat<Ask, Report, Outcome> | undefined {
    if (this.seats.length >= this.options.size) return undefined;
    const worker = new Worker(this.options.script, {
      workerData: this.options.workerData,
      resourceLimits: { maxOldGenerationSizeMb: this.options.heapMiB ?? 512 },
    });
    const seat: Seat<Ask, Report, Outcome> = { worker, current: undefined, watch: undefined };
    this.seats.push(seat);
    // An idle worker must not keep the process alive.
    worker.unref();
    worker.on('message', (answer: WorkerAnswer<Report, Outcome>) => this.hear(seat, answer));
    worker.on('error', (error) => {
      const text = error instanceof Error ? error.message : String(error);
      this.lose(seat, `The planning worker crashed: ${text}.`);
    });
    worker.on('exit', (code) => this.lose(seat, `The planning worker ended with code ${code}.`));
    return seat;
  }

  private hear(seat: Seat<Ask, Report, Outcome>, answer: WorkerAnswer<Report, Outcome>): void {
    const waiting = seat.current;
    if (waiting === undefined || waiting.job.id !== answer.id) return;
    if (answer.kind === 'begun') {
      const { hangsAfterMs } = this.options;
      if (hangsAfterMs !== undefined)
        seat.watch = setTimeout(() => void seat.worker.terminate(), hangsAfterMs).unref();
      return;
    }
    if (answer.kind === 'report') {
      waiting.lastReport = answer.report;
      waiting.call.onReport?.(answer.report);
      return;
    }
    seat.current = undefined;
    seat.worker.unref();
    clearTimeout(seat.watch);
    if (answer.kind === 'failed')
      fail(waiting, new WorkFailed(answer.message, 'threw', waiting.lastReport, answer.code));
    else {
      clearTimeout(waiting.patience);
      waiting.resolve(answer.outcome);
    }
    this.seatNext();
  }

  /** A worker is gone: its job fails, its seat is free for a new worker. */
  private lose(seat: Seat<Ask, Report, Outcome>, message: string): void {
    const at = this.seats.indexOf(seat);
    if (at >= 0) this.seats.splice(at, 1);
    const waiting = seat.current;
    seat.current = undefined;
    clearTimeout(seat.watch);
    const told = `${message} Nothing was changed by it; asked again, a new worker takes over.`;
    if (waiting) fail(waiting, new WorkFailed(told, 'gone', waiting.lastReport));
    if (!this.closed) this.seatNext();
  }

  private async dismiss(seat: Seat<Ask, Report, Outcome>): Promise<void> {
    const waiting = seat.current;
    seat.current = undefined;
    clearTimeout(seat.watch);
    if (waiting) fail(waiting, new WorkFailed(CLOSING, 'closing', waiting.lastReport));
    await seat.worker.terminate();
  }
}

function fail(
  { patience, reject }: Pick<Waiting<unknown, unknown, unknown>, 'patience' | 'reject'>,
  error: WorkFailed,
): void {
  clearTimeout(patience);
  reject(error);
}
