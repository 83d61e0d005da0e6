import type { Services } from '#server/services/context.ts';
import { settleDue } from '#server/services/order/settle-due.ts';

const EVERY_MS = 10_000;

/** Lets time act on the orders every ten seconds; a sweep that fails is told and the next one does its work. */
export function startDueSweep(services: Services): { stop(): Promise<void> } {
  let sweeping: Promise<void> | null = null;
  const sweep = () => {
    sweeping ??= settleDue(services)
      .then((settled) => {
        if (settled > 0) services.log.info({ settled }, 'recorded what time has brought about');
      })
      .catch((error: unknown) => services.log.warn({ err: error }, 'the sweep of due events failed'))
      .finally(() => {
        sweeping = null;
      });
  };
  const timer = setInterval(sweep, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await sweeping;
    },
  };
}
