import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderById } from '#db/query/order.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

describe('a visit that began before its time', () => {
  let house: House;
  let orderId: string;
  let start: number;
  const t1 = technicianViewer('t1');
  beforeEach(async () => {
    house = await openHouse();
    orderId = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await house.done(t1, 'order.accept', { orderId });
    await house.done(t1, 'contact.attempt', { orderId, outcome: 'connected' });
    start = house.clock.at + 2 * HOUR;
    await house.done(t1, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    await house.done(t1, 'order.verify', { orderId });
    house.clock.at = start - 50 * MINUTE;
    await house.done(t1, 'visit.depart', { orderId });
    house.clock.at = start - 40 * MINUTE;
    await house.done(t1, 'visit.arrive', { orderId, distanceM: 5 });
    await house.done(t1, 'visit.enter', { orderId });
    await house.done(t1, 'visit.work', { orderId });
  });
  afterEach(() => house.close());

  const read = async (id: string) => {
    const order = await orderById(house.database.sql, id);
    if (!order?.planned) throw new Error('Not planned.');
    return { ...order, planned: order.planned };
  };

  it('keeps the place that it had, and the next visit comes behind it as it really goes', async () => {
    const before = await read(orderId);
    const next = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId: next, technicianId: 't1' });
    const after = await read(next);
    expect((await read(orderId)).planned).toEqual(before.planned);
    // Begun 40 minutes early with an hour to do: the technician is free 20 minutes after the promised time.
    expect(after.planned.start).toBeGreaterThanOrEqual(start + 20 * MINUTE);
    expect(after.planned.start).toBeLessThan(before.planned.end);
  });

  it('frees the technician when it is done, and is not planned again', async () => {
    const before = await read(orderId);
    house.clock.at = start - 20 * MINUTE;
    await house.done(t1, 'visit.test', { orderId, threeOnes: true, downMbps: 500 });
    await house.done(t1, 'visit.activate', { orderId });
    await house.done(t1, 'visit.sign', { orderId, filledBy: 'customer' });
    await house.done(t1, 'visit.finish', { orderId });
    const next = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId: next, technicianId: 't1' });
    expect((await read(orderId)).planned).toEqual(before.planned);
    expect((await read(next)).planned.start).toBeLessThan(start + 20 * MINUTE);
  });
});
