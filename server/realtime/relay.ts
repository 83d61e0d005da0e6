import type { AreaId } from '#domain/base/brand.ts';
import type { LogEvent } from '#protocol/live.ts';
import type { Logger } from '#server/log.ts';

export interface RelayParts {
  log: Logger;
  elapsed(): number;
  heads(areaIds: readonly AreaId[]): Promise<ReadonlyMap<AreaId, number>>;
  logAfter(areaId: AreaId, seq: number, limit: number): Promise<LogEvent[]>;
  /** Sends the events after `from` up to the last of them to those who watch the area. The relay waits for it. */
  send(areaId: AreaId, from: number, events: readonly LogEvent[]): Promise<void>;
}

export interface Relay {
  /** From now on the area's new events are sent. Resolves when no event after this moment can be missed. */
  follow(areaId: AreaId): Promise<void>;
  unfollow(areaId: AreaId): void;
  /** Something may have been committed: look now instead of at the next poll. */
  nudge(): void;
  /** How long ago the log was last read to its end, milliseconds; 0 when nobody watches. */
  lagMs(): number;
  stop(): Promise<void>;
}

const POLL_MS = 200;
const BATCH = 500;

/**
 * Carries committed events from the log to the screens, each area's in order of `seq`. It reads the log and nothing else:
 * no notice that gets lost on the way can make it miss an event, and what it could not read while the database was away
 * it reads afterwards.
 */
export function createRelay(parts: RelayParts): Relay {
  const sent = new Map<AreaId, number>();
  let current: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let failing = false;
  let readToEndAt = parts.elapsed();

  async function pump(): Promise<void> {
    if (sent.size > 0) {
      const heads = await parts.heads([...sent.keys()]);
      for (const [areaId, head] of heads) await pumpArea(areaId, head);
    }
    readToEndAt = parts.elapsed();
  }

  async function pumpArea(areaId: AreaId, head: number): Promise<void> {
    for (let from = sent.get(areaId); from !== undefined && from < head; from = sent.get(areaId)) {
      const events = await parts.logAfter(areaId, from, BATCH);
      const last = events.at(-1);
      if (!last || !sent.has(areaId)) return;
      await parts.send(areaId, from, events);
      if (sent.has(areaId)) sent.set(areaId, last.seq);
    }
  }

  function run(): void {
    if (stopped) return;
    if (current) {
      again = true;
      return;
    }
    again = false;
    current = pump()
      .then(
        () => {
          if (failing) parts.log.info('the relay reads the log again');
          failing = false;
        },
        (error) => {
          if (!failing) parts.log.error({ err: error }, 'the relay cannot read the log; screens wait');
          failing = true;
        },
      )
      .finally(() => {
        current = null;
        if (again) run();
      });
  }

  const poll = setInterval(run, POLL_MS);
  poll.unref();

  return {
    async follow(areaId) {
      if (sent.has(areaId)) return;
      const head = (await parts.heads([areaId])).get(areaId) ?? 0;
      if (!sent.has(areaId)) sent.set(areaId, head);
    },
    unfollow: (areaId) => void sent.delete(areaId),
    nudge: run,
    lagMs: () => (sent.size === 0 ? 0 : Math.max(0, parts.elapsed() - readToEndAt)),
    async stop() {
      stopped = true;
      clearInterval(poll);
      await current;
    },
  };
}
