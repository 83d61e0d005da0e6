import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { eventsAfter, eventsOfOrder } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import { finishPlan, insertPlan, planById } from '#db/query/plan.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import type { PlanPublished } from '#domain/order/plan-event.ts';
import { CONSENT_VERSION } from '#domain/technician/consent-version.ts';
import type { PlanProposal } from '#protocol/plan.ts';
import { propose } from '#server/planner/propose.ts';
import {
  AREAS,
  DISPATCHER,
  ELSEWHERE,
  type House,
  MINUTE,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

const DATE = '2026-03-10';
const OLD_HOME = {
  areaId: 'gulou',
  estate: '江滨花园',
  place: { point: { lng: 119.3, lat: 26.08 }, precision: 'rooftop', uncertaintyM: 20 },
} as const;

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

  describe('of which some orders cannot be taken', () => {
    /** A proposal that puts these orders, and nothing else, into t1's day at these times. */
    async function putting(stops: readonly [orderId: string, clock: string][]) {
      const { planId: _, ...plan } = await proposal();
      const planId = randomUUID();
      const { sql } = house.database;
      const at = house.clock.at;
      const run = { areaId: 'gulou', date: DATE, seconds: 1, requestedBy: 'p', requestedAt: at };
      await insertPlan(sql, { ...run, id: planId, baseSeq: plan.baseSeq });
      const route = {
        technicianId: 't1',
        stops: stops.map(([orderId, clock]) => ({
          orderId,
          lateMinutes: 0,
          planned: {
            technicianId: 't1',
            start: on(clock),
            end: on(clock) + 90 * MINUTE,
            travelSeconds: 600,
            travelMetres: 1000,
          },
        })),
      };
      const routes = [route];
      const changed = stops.map(([orderId]) => orderId);
      await finishPlan(sql, planId, { at, proposal: { ...plan.proposal, routes, changed, givenBack: [] } });
      return { planId, baseSeq: plan.baseSeq };
    }
    const on = (clock: string) => Date.parse(`${DATE}T${clock}:00+08:00`);
    const standing = (orderId: string) => orderById(house.database.sql, orderId);

    /** An order in that technician's day, promised for that time. */
    async function promised(technicianId: string, clock: string): Promise<string> {
      const person = technicianViewer(technicianId);
      await house.done(person, 'technician.consent', { technicianId, version: CONSENT_VERSION, given: true });
      await house.done(person, 'technician.on_duty', { technicianId });
      const orderId = await house.order();
      await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId });
      await house.done(person, 'order.accept', { orderId });
      const spoken = { orderId, outcome: 'connected', contentConfirmed: true } as const;
      await house.done(DISPATCHER, 'contact.attempt', spoken);
      const agreed = { orderId, start: on(clock), proposedBy: 'customer' } as const;
      await house.done(DISPATCHER, 'appointment.confirm', agreed);
      return orderId;
    }

    it('names the one that has changed meanwhile and publishes nothing; the rest goes through by its names', async () => {
      const { planId, baseSeq } = await proposal();
      const [moved, ...rest] = orders as [string, ...string[]];
      await house.done(DISPATCHER, 'order.dispatch', { orderId: moved, technicianId: 't4' });
      const answer = await house.send(DISPATCHER, 'plan.publish', { planId, baseSeq });
      expect(answer).toMatchObject({
        ok: false,
        code: 'stale',
        title: expect.stringContaining(`Order N-${moved}: It has changed since the plan was computed.`),
        leftOut: [{ orderId: moved, number: `N-${moved}`, code: 'stale' }],
      });
      expect((await planById(house.database.sql, planId))?.status).toBe('ready');

      const { seq } = await house.done(DISPATCHER, 'plan.publish', { planId, baseSeq, accept: rest });
      const written = await eventsAfter(house.database.sql, 'gulou', seq - 1, 10);
      expect(written).toMatchObject([{ type: 'plan.published', seq }]);
      for (const orderId of rest) expect(await standing(orderId)).toMatchObject({ status: 'dispatched' });
      expect(await standing(moved)).toMatchObject({ technicianId: 't4' });
      expect(await verifyLog(house.database.sql)).toEqual([]);
    });

    it('[DISP-07] names the one that the gate refuses, with its rule; the others of the same day go through', async () => {
      const [plain] = orders as [string];
      const beyond = await house.order({ accessType: 'xDSL' });
      const { sql } = house.database;
      await sql`update technician set state = jsonb_set(state, '{skills}', '["ftth"]') where id = 't1'`;
      const { planId, baseSeq } = await putting([
        [plain, '10:00'],
        [beyond, '13:00'],
      ]);
      const answer = await house.send(DISPATCHER, 'plan.publish', { planId, baseSeq });
      expect(answer).toMatchObject({
        ok: false,
        code: 'needs_approval',
        leftOut: [
          {
            orderId: beyond,
            code: 'needs_approval',
            approver: 'area_lead',
            rules: [{ id: 'DISP-07', kind: 'approval' }],
          },
        ],
      });
      await house.done(DISPATCHER, 'plan.publish', { planId, baseSeq, accept: [plain] });
      expect(await standing(plain)).toMatchObject({ technicianId: 't1' });
      expect(await standing(beyond)).toMatchObject({ technicianId: null });
    });

    it('[SCHD-10] names what would make a promise late in a day into which something has come meanwhile', async () => {
      const taken = await promised('t2', '13:00');
      const come = await promised('t3', '13:30');
      const [other] = orders as [string];
      const plan = await putting([
        [taken, '13:00'],
        [other, '16:00'],
      ]);
      await house.done(DISPATCHER, 'order.reassign', { orderId: come, technicianId: 't1' });
      const answer = await house.send(DISPATCHER, 'plan.publish', plan);
      expect(answer).toMatchObject({
        ok: false,
        code: 'stale',
        leftOut: [{ orderId: taken, rules: [{ id: 'SCHD-10', facts: { otherOrderId: come } }] }],
      });
      await house.done(DISPATCHER, 'plan.publish', { ...plan, accept: [other] });
      expect(await standing(other)).toMatchObject({ technicianId: 't1' });
      expect(await standing(taken)).toMatchObject({ technicianId: 't2', planned: { start: on('13:00') } });
      expect(await standing(come)).toMatchObject({ technicianId: 't1', planned: { start: on('13:30') } });
    });

    it('[SITE-11] leaves a removal out with the install that it waits for, and takes both together', async () => {
      const move = await house.order({ type: 'move', moveFrom: OLD_HOME });
      const [install, remove] = [`${move}.install`, `${move}.remove`];
      const plan = await putting([
        [install, '10:00'],
        [remove, '13:00'],
      ]);
      const alone = await house.send(DISPATCHER, 'plan.publish', { ...plan, accept: [remove] });
      expect(alone).toMatchObject({
        ok: false,
        code: 'refused',
        leftOut: [
          {
            orderId: remove,
            code: 'refused',
            title: expect.stringContaining('would not be live before this removal'),
            rules: [{ id: 'SITE-11', kind: 'block', facts: { otherOrderId: install } }],
          },
        ],
      });
      expect(await standing(remove)).toMatchObject({ technicianId: null });
      await house.done(DISPATCHER, 'plan.publish', plan);
      expect(await standing(install)).toMatchObject({ technicianId: 't1', planned: { start: on('10:00') } });
      expect(await standing(remove)).toMatchObject({ technicianId: 't1', planned: { start: on('13:00') } });
    });

    it('[SITE-11] names an install that would come behind the removal that stands', async () => {
      const move = await house.order({ type: 'move', moveFrom: OLD_HOME });
      const [install, remove] = [`${move}.install`, `${move}.remove`];
      for (const orderId of [install, remove])
        await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
      const behind = await putting([[install, '18:00']]);
      expect(await house.send(DISPATCHER, 'plan.publish', behind)).toMatchObject({
        ok: false,
        leftOut: [{ orderId: install, rules: [{ id: 'SITE-11', facts: { otherOrderId: remove } }] }],
      });
      expect(await standing(install)).not.toMatchObject({ planned: { start: on('18:00') } });
    });

    it('refuses the name of an order that the plan does not change', async () => {
      const { planId, baseSeq } = await proposal();
      const accept = [orders[0] as string, 'another'];
      expect(await house.send(DISPATCHER, 'plan.publish', { planId, baseSeq, accept })).toMatchObject({
        ok: false,
        code: 'invalid',
        field: 'accept.1',
      });
    });
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
