import type { WorkCall, WorkerPool } from './worker-pool.ts';

export interface Portfolio<Ask, Outcome> {
  /** The same work with different seeds; the first is what a single worker would be asked. */
  readonly asks: readonly Ask[];
  /** Negative when `one` is the better outcome; of equals the earlier ask counts. */
  readonly compare: (one: Outcome, other: Outcome) => number;
}

/**
 * Has several workers search at once and answers with the best that they find. What is reported on the way is the
 * first one's progress. Work that fails is made good by the rest; only when all fail does this reject, with the
 * first failure.
 */
export async function runPortfolio<Ask, Report, Outcome>(
  pool: WorkerPool<Ask, Report, Outcome>,
  { asks, compare }: Portfolio<Ask, Outcome>,
  call: WorkCall<Report> = {},
): Promise<Outcome> {
  const { onReport: _, ...quiet } = call;
  const ended = await Promise.allSettled(asks.map((ask, i) => pool.run(ask, i === 0 ? call : quiet)));
  const outcomes = ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const [first, ...others] = outcomes;
  if (first === undefined) throw ended.find((each) => each.status === 'rejected')?.reason;
  return others.reduce((best, other) => (compare(other, best) < 0 ? other : best), first);
}
