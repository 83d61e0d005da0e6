import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanOutcome, PlanReport, PlanRequest } from '#server/planner/plan-request.ts';
import { runPortfolio } from '#server/planner/portfolio.ts';
import { WorkerPool } from '#server/planner/worker-pool.ts';
import { randomProblem } from '#tests/support/random-problem.ts';

type PlanPool = WorkerPool<PlanRequest, PlanReport, PlanOutcome>;
const script = new URL('../../../server/planner/solve-worker.ts', import.meta.url);
let pool: PlanPool;
beforeAll(() => {
  pool = new WorkerPool({ script, size: 2 });
});
afterAll(() => pool.close());

function request(seed: number): PlanRequest {
  const { travel: _, ...problem } = randomProblem(7, { technicians: 4, visits: 30 });
  return { problem, travel: { kind: 'straight_line' }, seed, from: 'empty', budget: { iterations: 250 } };
}

function travelOf(outcome: PlanOutcome): number {
  if (outcome.kind !== 'planned') throw new Error(`outcome was ${outcome.kind}`);
  return outcome.plan.ranks.travel[0]!;
}

// Threads start slowly on a busy machine.
describe('several workers on one day', { timeout: 60_000 }, () => {
  it('answers with the best of what they find, the same each time', async () => {
    const asks = [1, 2, 3].map(request);
    const alone = await Promise.all(asks.map((ask) => pool.run(ask)));
    const compare = (one: PlanOutcome, other: PlanOutcome): number => travelOf(one) - travelOf(other);
    const together = await runPortfolio(pool, { asks, compare });
    expect(travelOf(together)).toBe(Math.min(...alone.map(travelOf)));
  });

  it('makes good the work that fails, and fails when all of it does', async () => {
    const broken = { ...request(1), problem: null } as unknown as PlanRequest;
    const found = await runPortfolio(pool, { asks: [broken, request(2)], compare: () => 0 });
    expect(found.kind).toBe('planned');
    await expect(runPortfolio(pool, { asks: [broken, broken], compare: () => 0 })).rejects.toThrow(/null/);
  });

  it('reports the progress of the first', async () => {
    const reports: PlanReport[] = [];
    await runPortfolio(
      pool,
      { asks: [request(1), request(2)], compare: () => 0 },
      { onReport: (report) => reports.push(report) },
    );
    const spent = reports.map((report) => report.spent);
    expect(spent.length).toBeGreaterThan(0);
    expect(spent).toEqual([...spent].sort((one, other) => one - other));
  });
});
