import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderById } from '#db/query/order.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { PlanRun } from '#protocol/plan.ts';
import { type PlanRuns, startPlanRuns } from '#server/planner/plan-runs.ts';
import type { Services } from '#server/services/context.ts';
import { askPlan, readPlan } from '#server/services/plan/ask-plan.ts';
import { readTravel } from '#server/services/travel/read-travel.ts';
import { RoadDesk } from '#server/services/travel/roads/road-desk.ts';
import { DISPATCHER, type House, openHouse } from '#tests/integration/support/house.ts';
import { roadWay, startRoadServer, type TestRoadServer } from '#tests/support/road-server.ts';
import { until } from '#tests/support/until.ts';

const HOME = { lng: 119.3, lat: 26.08 };
const ACCESS_S = 300;

describe('a day planned with a road server', () => {
  let house: House;
  let server: TestRoadServer;
  let services: Services;
  let runs: PlanRuns;
  const points = new Map<string, LngLat>();
  beforeEach(async () => {
    [house, server] = await Promise.all([openHouse(), startRoadServer()]);
    // The plan is published by the test through the same services, so that they know the same ways.
    services = house.services;
    services.roads = new RoadDesk({
      servers: { ebike: { kind: 'osrm', base: server.base, profile: 'bicycle' } },
      log: services.log,
      now: services.now,
      ticks: () => performance.now(),
      askWithinMs: 2_000,
    });
    runs = startPlanRuns(services, 1);
    points.clear();
    for (let i = 0; i < 5; i++) {
      const point = { lng: 119.28 + i * 0.012, lat: 26.07 + (i % 2) * 0.012 };
      points.set(await house.order({ place: { point, precision: 'rooftop', uncertaintyM: 0 } }), point);
    }
  });
  afterEach(async () => {
    await runs.stop();
    await Promise.all([house.close(), server.close()]);
  });

  async function planned(): Promise<PlanRun & { proposal: NonNullable<PlanRun['proposal']> }> {
    const asked = await askPlan(services, DISPATCHER, { areaId: 'gulou', date: '2026-03-10', seconds: 1 });
    const run = await until('the plan', async () => {
      const read = await readPlan(services, DISPATCHER, asked!.id);
      return read?.status === 'running' ? null : read;
    });
    if (!run.proposal) throw new Error(`No proposal: ${run.failure}`);
    return { ...run, proposal: run.proposal };
  }

  it('drives as the roads go, says so, and keeps those ways when it is published', async () => {
    const { id, baseSeq, proposal } = await planned();
    expect(proposal.legs!.total).toBeGreaterThanOrEqual(5);
    expect(proposal.legs!.estimated).toBe(0);
    expect(proposal.roadsAway).toBeUndefined();
    expect(proposal.estimatedTravel).toBe(false);
    for (const { stops } of proposal.routes) {
      let here: LngLat = HOME;
      for (const { orderId, planned } of stops) {
        const there = points.get(orderId)!;
        const way = roadWay(here, there);
        // Whole minutes up, a quiet hour at the least and the rush at the most.
        expect(planned.travelSeconds).toBeGreaterThanOrEqual(way.seconds + ACCESS_S - 1);
        expect(planned.travelSeconds).toBeLessThanOrEqual(way.seconds * 1.15 + ACCESS_S + 61);
        expect(Math.abs(planned.travelMetres - way.metres)).toBeLessThanOrEqual(6);
        here = there;
      }
    }
    const wanted = proposal.routes.flatMap(({ stops }) => stops);
    await house.done(DISPATCHER, 'plan.publish', { planId: id, baseSeq: baseSeq! });
    for (const { orderId, planned } of wanted)
      expect((await orderById(house.database.sql, orderId))?.planned).toEqual(planned);
  });

  it('is planned with estimates when the server is away, and says how many', async () => {
    server.behave('hangUp');
    const { proposal } = await planned();
    expect(proposal.unassigned).toEqual([]);
    expect(proposal.legs!.estimated).toBe(proposal.legs!.total);
    expect(proposal.estimatedTravel).toBe(true);
    expect(proposal.roadsAway).toEqual([{ mode: 'ebike', kind: 'osrm' }]);
    const { roadServers } = await readTravel(services, DISPATCHER, {});
    expect(roadServers).toMatchObject([{ mode: 'ebike', kind: 'osrm', state: 'failing' }]);
    expect(JSON.stringify(roadServers)).not.toContain('127.0.0.1');
  });

  it('counts apart the ways that the server does not know', async () => {
    server.behave({
      spoil: (answer) => {
        const durations = answer.durations as (number | null)[][];
        for (const row of durations) row[row.length - 1] = null;
        return answer;
      },
    });
    const { total, estimated } = (await planned()).proposal.legs!;
    expect(estimated).toBeGreaterThan(0);
    expect(estimated).toBeLessThan(total);
  });
});
