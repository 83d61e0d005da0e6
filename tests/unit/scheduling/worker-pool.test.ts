import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkPlan } from '#domain/scheduling/check-plan.ts';
import type { Problem } from '#domain/scheduling/model.ts';
import type { PlanOutcome, PlanReport, PlanRequest } from '#server/planner/plan-request.ts';
import { travelFrom } from '#server/planner/plan-request.ts';
import { WorkerPool, WorkFailed } from '#server/planner/worker-pool.ts';
import { randomProblem } from '#tests/support/random-problem.ts';

type PlanPool = WorkerPool<PlanRequest, PlanReport, PlanOutcome>;
const script = new URL('../../../server/planner/solve-worker.ts', import.meta.url);
const pools: PlanPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function openPool(heapMiB?: number): PlanPool {
  const pool: PlanPool = new WorkerPool({ script, size: 1, ...(heapMiB === undefined ? {} : { heapMiB }) });
  pools.push(pool);
  return pool;
}

function request(technicians: number, visits: number, budget: PlanRequest['budget']): PlanRequest {
  const { travel: _, ...problem } = randomProblem(7, { technicians, visits });
  return { problem, travel: { kind: 'straight_line' }, seed: 1, from: 'empty', budget };
}

// Threads start slowly on a busy machine.
describe('a planning worker', { timeout: 60_000 }, () => {
  let pool: PlanPool;
  beforeAll(() => {
    pool = new WorkerPool({ script, size: 1 });
  });
  afterAll(() => pool.close());

  it('plans in its thread and reports on the way', async () => {
    const asked = request(4, 24, { iterations: 2000 });
    const reports: PlanReport[] = [];
    const outcome = await pool.run(asked, { onReport: (report) => reports.push(report) });
    if (outcome.kind !== 'planned') throw new Error(`outcome was ${outcome.kind}`);
    const problem: Problem = { ...asked.problem, travel: travelFrom(asked.travel, asked.problem.places) };
    expect(checkPlan(problem, outcome.plan).broken).toEqual([]);
    expect(outcome.iterations).toBe(2048);
    expect(reports.length).toBeGreaterThanOrEqual(5);
    expect(reports.at(-1)?.orders.length).toBe(4);
  });

  it('gives the same plan for the same seed and number of trials', async () => {
    const asked = request(4, 24, { iterations: 500 });
    const [one, other] = [await pool.run(asked), await pool.run(asked)];
    if (one.kind !== 'planned' || other.kind !== 'planned') throw new Error('not planned');
    expect(one.plan).toEqual(other.plan);
  });

  it('answers with the best plan so far when it is cancelled', async () => {
    const abort = new AbortController();
    const outcome = await pool.run(request(6, 40, { seconds: 60 }), {
      signal: abort.signal,
      onReport: () => abort.abort(),
    });
    expect(outcome.kind).toBe('cancelled');
  });

  it('leaves the event loop free while it plans', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await pool.run(request(4, 24, { seconds: 0.5 }));
    clearInterval(timer);
    // A blocked loop would turn once or twice; a free one on a busy machine still turns often.
    expect(turns).toBeGreaterThan(5);
  });

  it('refuses a problem with a negative duration and names the visit', async () => {
    const asked = request(3, 5, { iterations: 10 });
    const [first, ...rest] = asked.problem.visits;
    const problem = { ...asked.problem, visits: [{ ...first!, durationSeconds: -60 }, ...rest] };
    const outcome = await pool.run({ ...asked, problem });
    expect(outcome).toMatchObject({
      kind: 'refused',
      faults: [{ subject: { kind: 'visit', id: first!.id }, field: 'durationSeconds', found: '-60' }],
    });
  });
});

describe('the pool of planning workers', { timeout: 60_000 }, () => {
  it('fails the request whose worker runs out of memory, and plans the next one with a new worker', async () => {
    const pool = openPool(16);
    // Far beyond the heap already when it is received; one that nearly fits would collect garbage for a minute first.
    const heavy = pool.run(request(60, 30_000, { seconds: 30 }));
    const light = pool.run(request(3, 10, { iterations: 100 }));
    const failure = await heavy.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(WorkFailed);
    expect(String(failure)).toContain('memory');
    expect((await light).kind).toBe('planned');
  });

  it('fails what is still waiting when it closes', async () => {
    const pool = openPool();
    const running = pool.run(request(6, 40, { seconds: 60 }));
    const waiting = pool.run(request(6, 40, { seconds: 60 }));
    const settled = Promise.allSettled([running, waiting]);
    await pool.close();
    expect((await settled).map((each) => each.status)).toEqual(['rejected', 'rejected']);
  });

  /** One worker that hangs when it is told to. */
  function hanging(hangsAfterMs?: number): WorkerPool<string, never, string> {
    const pool = new WorkerPool<string, never, string>({
      script: new URL('../../support/hanging-worker.ts', import.meta.url),
      size: 1,
      ...(hangsAfterMs === undefined ? {} : { hangsAfterMs }),
    });
    pools.push(pool as never);
    return pool;
  }

  it('lets nobody wait longer than they said, whether the work has begun or not', async () => {
    const pool = hanging();
    const begun = pool.run('hang', { withinMs: 50 });
    const inLine = pool.run('answer', { withinMs: 50 });
    await expect(begun).rejects.toMatchObject({ name: 'WorkFailed', why: 'late' });
    await expect(inLine).rejects.toMatchObject({ name: 'WorkFailed', why: 'late' });
    expect(pool.load).toBe(1);
  });

  it('ends a worker that hangs and goes on with a new one', async () => {
    const pool = hanging(50);
    const [hung, next] = [pool.run('hang'), pool.run('answer')];
    await expect(hung).rejects.toMatchObject({ name: 'WorkFailed', why: 'gone' });
    await expect(next).resolves.toBe('answer');
  });
});
