import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderById } from '#db/query/order.ts';
import { cardsFor } from '#server/services/order/cards.ts';
import { previewAssignment } from '#server/services/order/preview.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  SUPERVISOR,
  technicianViewer,
} from '#tests/integration/support/house.ts';

// E-101
describe('two technicians on one visit', () => {
  let house: House;
  const t1 = technicianViewer('t1');
  const t2 = technicianViewer('t2');
  const stateOf = async (id: string) => (await orderById(house.database.sql, id))!;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const promised = async (technicianId: 't1' | 't2', start: number) => {
    const orderId = await house.order();
    const viewer = technicianId === 't1' ? t1 : t2;
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId });
    await house.done(viewer, 'order.accept', { orderId });
    await house.done(viewer, 'contact.attempt', { orderId, outcome: 'connected' });
    await house.done(viewer, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    return orderId;
  };

  it('[DISP-08] whoever goes along is taken there: an open visit of theirs moves out of the way, a promise asks', async () => {
    const { done, send, clock } = house;
    const start = clock.at + 4 * HOUR;
    const shared = await promised('t1', start);
    const own = await house.order();
    await done(DISPATCHER, 'order.dispatch', { orderId: own, technicianId: 't2', at: start + 10 * MINUTE });
    const answer = await done(DISPATCHER, 'order.accompany', { orderId: shared, technicianId: 't2' });
    expect(answer.warnings).toMatchObject([{ id: 'DISP-08' }]);
    const [visit, moved] = [await stateOf(shared), await stateOf(own)];
    expect(visit).toMatchObject({ companionId: 't2', technicianId: 't1', companyChangeCount: 0 });
    expect(moved.planned?.start).toBeGreaterThanOrEqual(visit.planned!.end);

    const other = await promised('t2', clock.at + 8 * HOUR);
    const clash = await send(DISPATCHER, 'appointment.change', {
      orderId: other,
      start: start + 20 * MINUTE,
      cause: 'company',
      reason: '早点去',
      earlyOffer: false,
    });
    expect(clash).toMatchObject({ ok: false, rules: [{ id: 'DISP-08' }] });
    const [preview] =
      (await previewAssignment(house.services, DISPATCHER, {
        orderIds: [await house.order()],
        technicianId: 't2',
        at: start,
      })) ?? [];
    expect(preview?.slots[0]?.start).toBeGreaterThanOrEqual(visit.planned!.end);
  });

  it('[PRIV-01] reads along on the phone, without the number, and takes no step', async () => {
    const { done, send, clock } = house;
    const orderId = await promised('t1', clock.at + 24 * HOUR);
    expect(await cardsFor(house.services, t2, [orderId])).toEqual([]);
    expect(await send(t2, 'order.verify', { orderId })).toMatchObject({ ok: false, code: 'not_found' });
    await done(DISPATCHER, 'order.accompany', { orderId, technicianId: 't2' });
    const [mine] = await cardsFor(house.services, t1, [orderId]);
    const [theirs] = await cardsFor(house.services, t2, [orderId]);
    expect(mine).toMatchObject({ name: '张三丰', phone: '13812341234' });
    expect(theirs).toMatchObject({ name: '张三丰', address: mine?.address, phone: '138****1234' });
    expect(await send(t2, 'order.verify', { orderId })).toMatchObject({ ok: false, code: 'forbidden' });
    await done(DISPATCHER, 'order.unaccompany', { orderId });
    expect(await cardsFor(house.services, t2, [orderId])).toEqual([]);
  });

  it('[CALL-12] calls nobody back about the visit, in whatever seat they sit by then', async () => {
    const { done, send, clock } = house;
    await done(t2, 'technician.on_duty', { technicianId: 't2' });
    const orderId = await house.order({ type: 'fault', detailsRecorded: true });
    await done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await done(t1, 'order.accept', { orderId });
    await done(t1, 'contact.attempt', { orderId, outcome: 'connected' });
    await done(t1, 'appointment.confirm', { orderId, start: clock.at + HOUR, proposedBy: 'customer' });
    await done(t1, 'order.verify', { orderId });
    await done(DISPATCHER, 'order.accompany', { orderId, technicianId: 't2' });
    for (const step of [
      'visit.depart',
      'visit.arrive',
      'visit.enter',
      'visit.work',
      'visit.activate',
    ] as const)
      await done(t1, step, { orderId });
    await done(t1, 'visit.test', { orderId, threeOnes: true });
    await done(t1, 'visit.observe', { orderId });
    clock.at += 6 * MINUTE;
    await done(t1, 'visit.sign', { orderId, filledBy: 'customer' });
    await done(t1, 'visit.finish', { orderId });
    await done(t1, 'order.resolve', { orderId, causeSide: 'central_office' });
    await done(t1, 'order.reply', { orderId });
    const record = (personId: string) =>
      send({ personId, name: '访', role: 'callback_agent', areaIds: ['gulou'] }, 'callback.record', {
        orderId,
        agent: personId,
        outcome: 'done',
        score: 10,
      });
    for (const personId of ['p-t1', 'p-t2'])
      expect(await record(personId)).toMatchObject({
        ok: false,
        rules: [{ id: 'CALL-12' }, { id: 'SEP-01' }],
      });
    expect(await record('p-callback')).toMatchObject({ ok: true });
  });

  it('[RESP-02] goes alone when the companion leaves the area', async () => {
    const { done, clock } = house;
    const orderId = await promised('t1', clock.at + 48 * HOUR);
    await done(DISPATCHER, 'order.accompany', { orderId, technicianId: 't4' });
    await done(SUPERVISOR, 'area.leave', { areaId: 'gulou', technicianId: 't4', successorId: 't3' });
    const order = await stateOf(orderId);
    expect(order).toMatchObject({ companionId: null, companions: [{ technicianId: 't4' }] });
  });
});
