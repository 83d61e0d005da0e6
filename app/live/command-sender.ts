import type { CommandId } from '#domain/base/brand.ts';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';

/** The way to the server. `deliver` rejects when no answer came; the command may then have been carried out or not. */
export interface CommandLine {
  whenUp(): Promise<void>;
  deliver(envelope: CommandEnvelope): Promise<CommandAnswer>;
}

export interface CommandSenderParts {
  line: CommandLine;
  wait(milliseconds: number): Promise<void>;
  /** Uniform in [0, 1). */
  random(): number;
  /** A command could not be answered this time and will be sent again: with `retry` by the server, or with no answer. */
  onUnanswered(id: CommandId, code: 'retry' | 'too_many' | 'no_answer'): void;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** How long to pause before attempt `attempt + 1`: doubling, capped, spread over half so that screens do not knock in step. */
export function pauseBefore(attempt: number, random: number): number {
  const full = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
  return full / 2 + (full / 2) * random;
}

/**
 * Sends one command until the server has answered it. Every attempt carries the same id, so that however often it
 * arrives it takes effect once, and an answer that was lost comes again.
 */
export async function sendUntilAnswered(
  envelope: CommandEnvelope,
  parts: CommandSenderParts,
): Promise<CommandAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    await parts.line.whenUp();
    const answer = await parts.line.deliver(envelope).catch(() => null);
    const again = againCode(answer);
    if (answer && !again) return answer;
    parts.onUnanswered(envelope.id, again ?? 'no_answer');
    await parts.wait(pauseBefore(attempt, parts.random()));
  }
}

function againCode(answer: CommandAnswer | null): 'retry' | 'too_many' | null {
  if (!answer || answer.ok) return null;
  return answer.code === 'retry' || answer.code === 'too_many' ? answer.code : null;
}

/** Work on one thing happens one after the other: `inLane(key, work)` starts when the lane's earlier work has ended. */
export function createLanes(): <T>(keys: readonly string[], work: () => Promise<T>) => Promise<T> {
  const ends = new Map<string, Promise<unknown>>();
  return (keys, work) => {
    const before = Promise.allSettled(keys.flatMap((key) => ends.get(key) ?? []));
    const mine = before.then(work);
    const end = mine.then(
      () => undefined,
      () => undefined,
    );
    for (const key of keys) ends.set(key, end);
    void end.then(() => {
      for (const key of keys) if (ends.get(key) === end) ends.delete(key);
    });
    return mine;
  };
}
