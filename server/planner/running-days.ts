import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { RepairOptions } from '#protocol/repair.ts';
import { type DayDesk, DaysAway } from '#server/services/plan/day-desk.ts';
import type { OrderWhy } from '#server/services/plan/explain-order.ts';
import type { OfferedSlot, SlotQuery } from '#server/services/plan/offer-slots.ts';
import type { DayAnswer, DayAsk } from './day-ask.ts';
import { WorkerPool, WorkFailed } from './worker-pool.ts';

/** Who asks waits so long; a cold start on a busy machine takes several seconds. */
const WITHIN_MS = 20_000;
const HANGS_AFTER_MS = 60_000;

type Question = Exclude<DayAsk, { kind: 'improve' }>;
type Answer<Kind> = Extract<DayAnswer, { kind: Kind }>;
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
      hangsAfterMs: HANGS_AFTER_MS,
      workerData: { databaseUrl },
    });
  }

  async options(orderId: OrderId, now: Instant): Promise<RepairOptions | null> {
    return (await this.ask({ kind: 'options', orderId, now })).options;
  }

  async why(orderId: OrderId, now: Instant): Promise<OrderWhy | null> {
    return (await this.ask({ kind: 'why', orderId, now })).why;
  }

  async slots(query: SlotQuery, now: Instant): Promise<readonly OfferedSlot[] | null> {
    return (await this.ask({ kind: 'slots', query, now })).slots;
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

  /** A question whose thread died, of it or of something else, is asked once more of the next. */
  private async ask<Kind extends Question['kind']>(ask: Question & { kind: Kind }): Promise<Answer<Kind>> {
    this.improving?.abort();
    const put = async () => (await this.pool.run(ask, { withinMs: WITHIN_MS })) as Answer<Kind>;
    try {
      return await put().catch((error: unknown) => {
        if (error instanceof WorkFailed && error.why === 'gone') return put();
        throw error;
      });
    } catch (error) {
      throw error instanceof WorkFailed && error.why !== 'threw' ? new DaysAway(error) : error;
    }
  }
}
