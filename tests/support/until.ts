import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is no longer false, null or undefined, and returns it.
 * Throws, saying what was awaited and the last failure, when that takes longer than `withinMs`.
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  { withinMs = 20_000, everyMs = 20 }: { withinMs?: number; everyMs?: number } = {},
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = performance.now() + withinMs;
  let failure: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== false && answer !== null && answer !== undefined) {
        return answer as Exclude<T, false | null | undefined>;
      }
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`Waited ${withinMs} ms in vain for ${what}.`, failure ? { cause: failure } : undefined);
    }
    await pause(everyMs);
  }
}
