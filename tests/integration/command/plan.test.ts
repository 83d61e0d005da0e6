import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { eventsAfter, eventsOfOrder } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import { finishPlan, insertPlan, planById } from '#db/query/plan.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import type { PlanPublished } from '#domain/order/plan-event.ts';
import type { PlanProposal } from '#protocol/plan.ts';
import { propose } from '#server/planner/propose.ts';
import { AREAS, DISPATCHER, ELSEWHERE, type House, openHouse } from '#tests/integration/support/house.ts';

const DATE = '2026-03-10';

describe('publishing a plan', () => {
  let house: House;
  let orders: string[];
  beforeEach(async () => {
    house = await openHouse();
    orders = [];
    for (let i = 0; i < 6; i++) {
      const point = { lng: 119.28 + i * 0.01, lat: 26.07 + (i % 2) * 0.01 };
      orders.push(await house.order({ place: { point, precision: 'rooftop', uncertaintyM: 20 } }));
    }
  });
  afterEach(() => house.close());

  async function proposal(): Promise<{ planId: string; baseSeq: number; proposal: PlanProposal }> {
    const { sql } = house.database;
    const read = await areaSnapshot(sql, 'gulou', 0);
    if (!read) throw new Error('No area.');
    const proposed = propose(
      {
        areaId: 'gulou',
        date: DATE,
        now: house.clock.at,
        standardId: AREAS[0]?.standardId ?? '',
        technicians: read.state.technicians,
        orders: read.state.orders,
        outages: read.state.outages,
        positions: [],
        centre: null,
        seed: 1,
      },
      { spent: countedTo(50) },
    );
    const planId = randomUUID();
    await insertPlan(sql, {
      id: planId,
      areaId: 'gulou',
      date: DATE,
      seconds: 1,
      requestedBy: 'p',
      requestedAt: house.clock.at,
      baseSeq: read.seq,
    });
    await finishPlan(sql, planId, { at: house.clock.at, proposal: proposed });
    return { planId, baseSeq: read.seq, proposal: proposed };
  }

  function countedTo(most: number): () => number {
    let asked = 0;
    return () => Math.min(1, asked++ / most);
  }

  it('[OUTG-01] leaves out a line whose outage is open, until it is restored', async () => {
    const line = await house.order({ type: 'fault' });
    expect((await proposal()).proposal.changed).toContain(line);
    const outage = { outageId: 'g1', areaId: 'gulou', orderIds: [line] };
    await house.done(DISPATCHER, 'outage.open', outage);
    const { changed } = (await proposal()).proposal;
    expect(changed).toHaveLength(6);
    expect(changed).not.toContain(line);
    await house.done(DISPATCHER, 'outage.restore', { outageId: 'g1' });
    await house.done(DISPATCHER, 'outage.verify_line', { orderId: line, working: false });
    expect((await proposal()).proposal.changed).toContain(line);
  });

  it('puts every order where the plan has it, by one event that each of them remembers', async () => {
    const plan = await proposal();
    expect(plan.proposal.changed).toHaveLength(6);
    const { seq } = await house.done(DISPATCHER, 'plan.publish', {
      planId: plan.planId,
      baseSeq: plan.baseSeq,
    });
    const [event, ...more] = await eventsAfter(house.database.sql, 'gulou', plan.baseSeq, 10);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ seq, type: 'plan.published', entity: 'plan', id: plan.planId });
    const published = event?.data as PlanPublished;
    for (const { technicianId, stops } of plan.proposal.routes) {
      for (const { orderId, planned } of stops) {
        const order = await orderById(house.database.sql, orderId);
        expect(order).toMatchObject({ status: 'dispatched', technicianId, planned });
        expect(published.orders.find((part) => part.orderId === orderId)?.version).toBe(order?.version);
        expect((await eventsOfOrder(house.database.sql, orderId)).at(-1)?.type).toBe('plan.published');
      }
    }
    expect(await planById(house.database.sql, plan.planId)).toMatchObject({
      status: 'published',
      publishedSeq: seq,
    });
    expect(await verifyLog(house.database.sql)).toEqual([]);
    const again = await house.send(DISPATCHER, 'plan.publish', {
      planId: plan.planId,
      baseSeq: plan.baseSeq,
    });
    expect(again).toMatchObject({ ok: false, code: 'stale' });
  });

  it('[SCHD-06] gives an order back to be dispatched when it has to make room', async () => {
    const [back] = orders as [string];
    await house.done(DISPATCHER, 'order.dispatch', { orderId: back, technicianId: 't1' });
    const plan = await proposal();
    const routes = plan.proposal.routes.map(({ technicianId, stops }) => ({
      technicianId,
      stops: stops.filter(({ orderId }) => orderId !== back),
    }));
    const planId = randomUUID();
    const { sql } = house.database;
    const at = house.clock.at;
    const run = { areaId: 'gulou', date: DATE, seconds: 1, requestedBy: 'p', requestedAt: at };
    await insertPlan(sql, { ...run, id: planId, baseSeq: plan.baseSeq });
    const changed = [...new Set([...plan.proposal.changed, back])];
    await finishPlan(sql, planId, { at, proposal: { ...plan.proposal, routes, changed, givenBack: [back] } });
    await house.done(DISPATCHER, 'plan.publish', { planId, baseSeq: plan.baseSeq, reason: 'makes room' });
    expect(await orderById(sql, back)).toMatchObject({
      status: 'pending_dispatch',
      technicianId: null,
      planned: null,
    });
    const [last] = await eventsAfter(sql, 'gulou', plan.baseSeq, 10);
    const part = (last?.data as PlanPublished | undefined)?.orders.find(({ orderId }) => orderId === back);
    expect(part?.events[0]).toMatchObject({ type: 'order.unassigned', data: { reason: 'makes room' } });
    expect(await verifyLog(sql)).toEqual([]);
  });

  it('takes only what was accepted', async () => {
    const plan = await proposal();
    const accept = orders.slice(0, 2);
    await house.done(DISPATCHER, 'plan.publish', { planId: plan.planId, baseSeq: plan.baseSeq, accept });
    for (const orderId of orders) {
      const order = await orderById(house.database.sql, orderId);
      expect(order?.status).toBe(accept.includes(orderId) ? 'dispatched' : 'pending_dispatch');
    }
  });

  it('is stale when one of its orders was moved meanwhile, and then nothing of it happens', async () => {
    const plan = await proposal();
    await house.done(DISPATCHER, 'order.dispatch', { orderId: orders[0] as string, technicianId: 't4' });
    const answer = await house.send(DISPATCHER, 'plan.publish', {
      planId: plan.planId,
      baseSeq: plan.baseSeq,
    });
    expect(answer).toMatchObject({ ok: false, code: 'stale' });
    expect((await orderById(house.database.sql, orders[1] as string))?.status).toBe('pending_dispatch');
  });

  it('does not exist for another area', async () => {
    const plan = await proposal();
    const answer = await house.send(ELSEWHERE, 'plan.publish', {
      planId: plan.planId,
      baseSeq: plan.baseSeq,
    });
    expect(answer).toMatchObject({ ok: false, code: 'not_found' });
  });
});
