import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { RepairOptions } from '#protocol/repair.ts';
import type { DayDesk } from '#server/services/plan/day-desk.ts';
import type { DayAnswer, DayAsk } from './day-ask.ts';
import { WorkerPool, WorkFailed } from './worker-pool.ts';

export type ImproveAsk = Extract<DayAsk, { kind: 'improve' }>;
export type Improved = Extract<DayAnswer, { kind: 'improve' }>;

/**
 * The running days in a thread of their own, with a connection of their own: what is read and searched there costs the server's thread
 * nothing but a message. A question goes before an improvement, which then ends with what it has.
 */
export class RunningDays implements DayDesk {
  private readonly pool: WorkerPool<DayAsk, never, DayAnswer>;
  private improving: AbortController | null = null;

  constructor(databaseUrl: string) {
    this.pool = new WorkerPool({
      script: new URL('./day-worker.ts', import.meta.url),
      size: 1,
      heapMiB: 256,
      workerData: { databaseUrl },
    });
  }

  async options(orderId: OrderId, now: Instant): Promise<RepairOptions | null> {
    this.improving?.abort();
    const answer = await this.ask({ kind: 'options', orderId, now });
    return answer.kind === 'options' ? answer.options : null;
  }

  /** Looks for a better rest of an area's day. Rejects with `WorkFailed` when the thread died; the next ask gets a new one. */
  async improve(ask: ImproveAsk): Promise<Improved> {
    const giveWay = new AbortController();
    this.improving = giveWay;
    try {
      const answer = await this.pool.run(ask, { signal: giveWay.signal });
      if (answer.kind !== 'improve') throw new Error(`An improvement was answered with ${answer.kind}.`);
      return answer;
    } finally {
      if (this.improving === giveWay) this.improving = null;
    }
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  /** A question whose thread died with something else is asked once more. */
  private async ask(ask: DayAsk): Promise<DayAnswer> {
    try {
      return await this.pool.run(ask);
    } catch (error) {
      if (!(error instanceof WorkFailed)) throw error;
      return this.pool.run(ask);
    }
  }
}
