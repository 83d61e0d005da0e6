import { cpus } from 'node:os';
import fc from 'fast-check';
import { decideOrder } from '#domain/order/decide.ts';
import { draws, kinds, play } from '#tests/property/order/history.ts';

const COMMANDS = 10_000;
const SEED = 20_150_801;
/** What the rules may take for one command at the ninety-ninth of a hundred (issue: the standard decides). */
const P99_LIMIT_MS = 1;

/**
 * How long the rules take to decide one command: `npm run bench -- decide`. Ten thousand commands of random histories with a fixed
 * seed, accepted and refused, after as many to warm up. Leaves with 1 when the 99th percentile is over a millisecond.
 */
export function benchDecide(): Promise<void> {
  measure(SEED + 1);
  const times = measure(SEED).toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const line = [0.5, 0.9, 0.99].map((share) => `p${share * 100} ${at(share).toFixed(3)} ms`).join(', ');
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}`;
  process.stdout.write(
    `decide, ${times.length} commands: ${line}, longest ${at(1).toFixed(3)} ms (${machine})\n`,
  );
  if (at(0.99) > P99_LIMIT_MS) process.exitCode = 1;
  return Promise.resolve();
}

/** The time in milliseconds of each of the commands. */
function measure(seed: number): readonly number[] {
  const times: number[] = [];
  const timed: typeof decideOrder = (order, command, context) => {
    const begun = performance.now();
    const decision = decideOrder(order, command, context);
    times.push(performance.now() - begun);
    return decision;
  };
  const stories = fc.sample(fc.tuple(kinds, draws), { seed, numRuns: COMMANDS / 10 });
  for (const [kind, list] of stories) {
    if (times.length >= COMMANDS) break;
    play(kind, list, timed);
  }
  return times.slice(0, COMMANDS);
}
