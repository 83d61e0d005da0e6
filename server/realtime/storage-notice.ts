import type { LiveServer } from './parts.ts';

const CHECK_EVERY_MS = 250;
/** So long the log may be unreadable before people are told that nothing is being saved. */
const TELL_AFTER_MS = 2_000;

/** Tells every screen when the database is out of reach, and when it is back: nobody should find out by losing work. */
export function tellOfStorage(io: LiveServer, relayLagMs: () => number): { stop(): void } {
  let reachable = true;
  const timer = setInterval(() => {
    const now = relayLagMs() < TELL_AFTER_MS;
    if (now === reachable) return;
    reachable = now;
    io.emit('storage', { reachable });
  }, CHECK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
