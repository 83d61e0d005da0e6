import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderById } from '#db/query/order.ts';
import type { OrderId } from '#domain/base/brand.ts';
import type { PlanProposal, PlanRun } from '#protocol/plan.ts';
import { type PlanRuns, startPlanRuns } from '#server/planner/plan-runs.ts';
import type { ProposalReport, ProposalRequest } from '#server/planner/proposal-worker.ts';
import { WorkerPool } from '#server/planner/worker-pool.ts';
import { askPlan, readPlan } from '#server/services/plan/ask-plan.ts';
import { DISPATCHER, type House, openHouse } from '#tests/integration/support/house.ts';
import { until } from '#tests/support/until.ts';

describe('a plan run', { timeout: 60_000 }, () => {
  let house: House;
  let runs: PlanRuns;
  let standing: OrderId;
  beforeEach(async () => {
    house = await openHouse();
    standing = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId: standing, technicianId: 't1' });
    await house.order();
  });
  afterEach(async () => {
    await runs?.stop();
    await house.close();
  });

  function begin(deaths: number): void {
    const left = new Int32Array(new SharedArrayBuffer(4)).fill(deaths);
    const pool = new WorkerPool<ProposalRequest, ProposalReport, PlanProposal>({
      script: new URL('../../support/dying-proposal-worker.ts', import.meta.url),
      size: 1,
      workerData: { deaths: left },
    });
    runs = startPlanRuns(house.services, 1, pool);
  }

  async function planned(): Promise<PlanRun> {
    const ask = { areaId: 'gulou', date: '2026-03-10', seconds: 1 };
    const asked = await askPlan(house.services, DISPATCHER, ask);
    return until('the plan', async () => {
      const read = await readPlan(house.services, DISPATCHER, asked!.id);
      return read?.status === 'running' ? null : read;
    });
  }

  it('is computed again by a new worker when its own dies', async () => {
    begin(1);
    expect(await planned()).toMatchObject({ status: 'ready', failure: null });
  });

  it('fails with a reason when the new one dies, too; the plan in force stands, and the next run is computed', async () => {
    begin(2);
    const before = await orderById(house.database.sql, standing);
    const failed = await planned();
    expect(failed).toMatchObject({ status: 'failed', proposal: null });
    expect(failed.failure).toMatch(/^worker_gone: .*ended with code 9/);
    expect(await orderById(house.database.sql, standing)).toEqual(before);
    expect(await planned()).toMatchObject({ status: 'ready' });
  });

  it('is searched no longer once it is called off', async () => {
    begin(0);
    const long = { areaId: 'gulou', date: '2026-03-10', seconds: 60 };
    const asked = await askPlan(house.services, DISPATCHER, long);
    const planId = asked!.id;
    await until('the search to be under way', async () =>
      (await readPlan(house.services, DISPATCHER, planId))?.progress ? true : null,
    );
    await house.done(DISPATCHER, 'plan.dismiss', { planId });
    // The next one would wait for a minute behind it.
    expect(await planned()).toMatchObject({ status: 'ready' });
    expect(await readPlan(house.services, DISPATCHER, planId)).toMatchObject({
      status: 'dismissed',
      proposal: null,
    });
  });
});
