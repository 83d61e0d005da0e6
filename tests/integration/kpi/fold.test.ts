import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsOfOrder } from '#db/query/event.ts';
import { figuresOf, type KpiId } from '#domain/kpi/kpis.ts';
import { eventsAbout, orderAsOf } from '#domain/order/order-as-of.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { timersOf } from '#domain/timer/timers.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { readKpis } from '#server/services/kpi/read-kpis.ts';
import { readOrder } from '#server/services/order/read.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  SUPERVISOR,
  technicianViewer,
} from '#tests/integration/support/house.ts';

const CALLER: Viewer = { personId: 'p-callback', name: '访', role: 'callback_agent', areaIds: ['gulou'] };

describe('the figures of the product', () => {
  let house: House;
  const t1 = technicianViewer('t1');
  const t2 = technicianViewer('t2');
  const pass = (minutes: number) => {
    house.clock.at += minutes * MINUTE;
  };
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  /** Handed to a technician who takes it `acceptedAfter` minutes later and agrees on a time in two hours. */
  const promised = async (orderId: string, who: Viewer, acceptedAfter: number) => {
    const { done, clock } = house;
    await done(DISPATCHER, 'order.dispatch', { orderId, technicianId: who.technicianId! });
    pass(acceptedAfter);
    await done(who, 'order.accept', { orderId });
    await done(who, 'contact.attempt', { orderId, outcome: 'connected' });
    const start = clock.at + 2 * HOUR;
    await done(who, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    await done(who, 'order.verify', { orderId });
    return start;
  };
  const repaired = async (
    orderId: string,
    who: Viewer,
    start: number,
    arrival: number,
    device?: string,
    sheet = {},
  ) => {
    const { done, clock } = house;
    const on = device === undefined ? {} : { device };
    clock.at = start - 30 * MINUTE;
    await done(who, 'visit.depart', { orderId, ...on });
    clock.at = start + arrival * MINUTE;
    await done(who, 'visit.arrive', { orderId, distanceM: 5, ...on });
    await done(who, 'visit.enter', { orderId, ...on });
    await done(who, 'visit.work', { orderId, ...on });
    pass(20);
    await done(who, 'visit.activate', { orderId, ...on });
    await done(who, 'visit.test', { orderId, threeOnes: true, downMbps: 500 });
    await done(who, 'visit.observe', { orderId, ...on });
    pass(6);
    await done(who, 'visit.sign', { orderId, filledBy: 'customer', ...on, ...sheet });
    await done(who, 'visit.finish', { orderId, ...on });
    await done(who, 'order.resolve', { orderId, causeSide: 'central_office' });
    await done(who, 'order.reply', { orderId });
  };

  it('[RECD-02] are the fold of the events, in every indicator', async () => {
    const { done } = house;
    const orders: string[] = [];
    const take = async (type: 'fault' | 'install' | 'complaint') => {
      const orderId = await house.order({ type, subscribedMbps: 500 });
      orders.push(orderId);
      return orderId;
    };
    const kept = await take('fault');
    pass(5);
    const keptAt = await promised(kept, t1, 10);
    const late = await take('fault');
    pass(11);
    const lateAt = await promised(late, t2, 16);
    await take('install');
    await take('complaint');
    await repaired(kept, t1, keptAt, -6);
    await repaired(late, t2, lateAt, 12);
    pass(150);
    const answered = { agent: CALLER.personId, outcome: 'done' } as const;
    await done(CALLER, 'callback.record', { ...answered, orderId: kept, repairedOnDay: true, score: 9 });
    await done(CALLER, 'callback.record', { ...answered, orderId: late, repairedOnDay: false, score: 4 });
    pass(4 * 24 * 60);

    const now = house.clock.at;
    const facts = await Promise.all(
      orders.map(async (id) => {
        const log = (await eventsOfOrder(house.database.sql, id)).flatMap((one) => eventsAbout(id, one));
        const order = orderAsOf(log, now + 1);
        if (!order) throw new Error(`${id} was never taken in.`);
        const standard = standardOf(order);
        return { order, standard, timers: timersOf(order, standard, now) };
      }),
    );
    const fold = figuresOf({ orders: facts, cutovers: [], now });
    const read = await readKpis(house.services, SUPERVISOR, {
      from: '2026-03-09',
      to: '2026-03-31',
      by: 'all',
    });
    const figures = new Map(read?.groups[0]?.figures.map((figure) => [figure.id, figure]));
    for (const [id, { numerator, denominator, excluded, value }] of Object.entries(fold))
      expect(figures.get(id as KpiId), id).toMatchObject({ numerator, denominator, excluded, value });
    expect(figures.get('KPI-03'), 'one of two was repaired on that day').toMatchObject({ value: 0.5 });
    expect(figures.get('KPI-15')).toMatchObject({ numerator: 1, denominator: 2 });
    expect(figures.get('KPI-17b'), 'late without a word').toMatchObject({ numerator: 0, denominator: 1 });
    expect(figures.get('KPI-19')).toMatchObject({ numerator: 1, denominator: 2 });
  });

  // E-80
  it('[RECD-02] tell of two orders under which the very same image was signed', async () => {
    const signature = (id: string, hash: string) => ({
      photos: [{ id, hash, of: 'signature' as const }],
      signatureHash: hash,
      rating: 'satisfied' as const,
      opinion: '师傅很细心',
    });
    const signed: string[] = [];
    for (const [n, hash] of ['a', 'a', 'b'].entries()) {
      const orderId = await house.order({ type: 'fault', subscribedMbps: 500 });
      const id = `00000000-0000-4000-8000-00000000000${n}`;
      await repaired(
        orderId,
        t1,
        await promised(orderId, t1, 5),
        -6,
        undefined,
        signature(id, hash.repeat(64)),
      );
      signed.push(orderId);
    }
    const days = { from: '2026-03-09', to: '2026-03-31', by: 'all' } as const;
    const read = await readKpis(house.services, SUPERVISOR, days);
    const same = read?.anomalies.filter(({ kind }) => kind === 'same_signature');
    expect(same?.map(({ orderId }) => orderId).sort()).toEqual(signed.slice(0, 2).sort());
    const [orderId = ''] = signed;
    expect(JSON.stringify(await eventsOfOrder(house.database.sql, orderId))).not.toContain('师傅很细心');
    const told = (await readOrder(house.services, SUPERVISOR, orderId))?.words;
    expect(told).toMatchObject([{ kind: 'answer', name: 'opinion', words: '师傅很细心' }]);
    expect((await readOrder(house.services, t1, orderId))?.words, 'not for who did the work').toEqual([]);
  });

  // E-80
  it('[RECD-02] tell of a callback from the phone that did the work, whose number stays out of the log', async () => {
    const { done } = house;
    const phone = '0123456789abcdef0123456789abcdef';
    const orderId = await house.order({ type: 'fault', subscribedMbps: 500 });
    pass(5);
    await repaired(orderId, t1, await promised(orderId, t1, 10), -6, phone);
    pass(200);
    await done(CALLER, 'callback.record', {
      agent: CALLER.personId,
      outcome: 'done',
      orderId,
      repairedOnDay: true,
      score: 10,
      device: phone,
    });
    const read = await readKpis(house.services, SUPERVISOR, {
      from: '2026-03-09',
      to: '2026-03-31',
      by: 'all',
    });
    expect(read?.anomalies).toContainEqual(
      expect.objectContaining({ orderId, kind: 'rated_on_work_device', at: house.clock.at }),
    );
    const log = JSON.stringify(await eventsOfOrder(house.database.sql, orderId));
    expect(log).not.toContain(phone);
    expect(log).toContain(createHash('sha256').update(phone).digest('hex'));
  });
});
