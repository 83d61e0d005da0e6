import { setTimeout as wait } from 'node:timers/promises';
import type { Services } from '#server/services/context.ts';
import { watchLateness } from '#server/services/notice/watch-lateness.ts';

/** By the clock of the standard; a day that runs faster is looked at no more often than the least of it. */
const EVERY_MS = 60_000;
const LEAST_MS = 5_000;

/** Looks at the running days once a minute, as long as the server runs. Several nodes may: each alarm is given once. */
export function startLatenessWatch(services: Services): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const every = Math.max(LEAST_MS, EVERY_MS / services.clockRate);
  const run = async () => {
    for (let failing = false; !signal.aborted; ) {
      try {
        await watchLateness(services);
        failing = false;
      } catch (error) {
        if (!failing)
          services.log.warn({ err: error }, 'the watch over the running days waits for the database');
        failing = true;
      }
      await wait(every, undefined, { ref: false, signal }).catch(() => {
        // a stop ends the pause early; the loop sees it
      });
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
