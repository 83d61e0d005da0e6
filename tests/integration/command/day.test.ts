import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { promiseLedger } from '#db/query/appointment-ledger.ts';
import { orderById } from '#db/query/order.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

describe('an order through its day', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('[CHG-06] is moved within its technician’s own day, which changes nothing but its place', async () => {
    const { done, clock, database } = house;
    const orderId = await house.order();
    await done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1', at: clock.at + 2 * HOUR });
    const before = await orderById(database.sql, orderId);
    await done(DISPATCHER, 'order.reassign', { orderId, technicianId: 't1', at: clock.at + 4 * HOUR });
    const after = await orderById(database.sql, orderId);
    expect(after).toMatchObject({
      technicianId: 't1',
      planned: { start: clock.at + 4 * HOUR },
      assignments: before!.assignments,
    });
    await done(DISPATCHER, 'order.cancel', { orderId, by: 'customer', reason: '不装了' });
  });

  it('goes from intake to a finished visit, every step in the log and every promise in the ledger', async () => {
    const { done, clock, database } = house;
    const t1 = technicianViewer('t1');
    const orderId = await house.order();
    await done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    const dispatched = await orderById(database.sql, orderId);
    expect(dispatched).toMatchObject({
      status: 'dispatched',
      technicianId: 't1',
      planned: { technicianId: 't1' },
    });

    clock.at += 5 * MINUTE;
    await done(t1, 'order.accept', { orderId });
    await done(t1, 'contact.attempt', { orderId, outcome: 'connected' });
    const start = clock.at + 4 * HOUR;
    await done(t1, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    const appointed = await orderById(database.sql, orderId);
    expect(appointed).toMatchObject({ status: 'appointed', planned: { start } });

    await done(DISPATCHER, 'appointment.change', {
      orderId,
      start: start + HOUR,
      cause: 'company',
      reason: '上一单超时',
      notifiedAt: clock.at,
    });
    expect(await promiseLedger(database.sql, orderId)).toMatchObject([
      { version: 1, start, cause: null, counted: false },
      { version: 2, start: start + HOUR, cause: 'company', counted: true, countedNo: 1, shortNotice: false },
    ]);
    const changed = await orderById(database.sql, orderId);
    expect(changed).toMatchObject({ companyChangeCount: 1, planned: { start: start + HOUR } });

    clock.at = start + HOUR - 30 * MINUTE;
    await done(t1, 'order.verify', { orderId });
    await done(t1, 'visit.depart', { orderId });
    clock.at = start + HOUR - 5 * MINUTE;
    await done(t1, 'visit.arrive', { orderId, distanceM: 10 });
    await done(t1, 'visit.enter', { orderId });
    await done(t1, 'visit.work', { orderId });
    clock.at += 40 * MINUTE;
    await done(t1, 'visit.test', { orderId, threeOnes: true, downMbps: 500 });
    await done(t1, 'visit.activate', { orderId });
    await done(t1, 'visit.sign', { orderId, filledBy: 'customer' });
    await done(t1, 'visit.finish', { orderId });
    await done(t1, 'order.resolve', { orderId });
    const finished = await orderById(database.sql, orderId);
    expect(finished?.status).toBe('resolved');
    expect(finished?.appointments.at(-1)?.outcome).toBe('kept');
    expect(await verifyLog(database.sql)).toEqual([]);
  });
});
