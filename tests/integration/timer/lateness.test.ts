import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import { watchLateness } from '#server/services/notice/watch-lateness.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

describe('the watch over the running day', () => {
  let house: House;
  let T0 = 0;
  const t1 = technicianViewer('t1');
  beforeEach(async () => {
    house = await openHouse();
    T0 = house.clock.at;
    await house.done(t1, 'technician.on_duty', { technicianId: 't1' });
  });
  afterEach(() => house.close());

  const promised = async (start: number, lng: number) => {
    const place = { point: { lng, lat: 26.09 }, precision: 'rooftop', uncertaintyM: 20 } as const;
    const orderId = await house.order({ place });
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await house.done(t1, 'order.accept', { orderId });
    await house.done(t1, 'contact.attempt', { orderId, outcome: 'connected' });
    await house.done(t1, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    return orderId;
  };
  const given = async () =>
    ((await areaSnapshot(house.database.sql, 'gulou', 0))?.state.notices ?? [])
      .filter(({ timer }) => timer === 'T_LATE_NOTICE')
      .map(({ orderId, level, dueLiteral, audience }) => ({ orderId, level, dueLiteral, audience }));

  it('[TRAV-03] tells the technician and the desk of a lateness that nobody has told the customer, each level once', async () => {
    const first = await promised(T0 + HOUR, 119.31);
    const next = await promised(T0 + 3 * HOUR, 119.4);
    house.clock.at = T0 + 40 * MINUTE;
    await house.done(t1, 'order.verify', { orderId: first });
    await house.done(t1, 'visit.depart', { orderId: first });
    house.clock.at = T0 + 55 * MINUTE;
    await house.done(t1, 'visit.arrive', { orderId: first, distanceM: 5 });
    await house.done(t1, 'visit.enter', { orderId: first });
    await house.done(t1, 'visit.work', { orderId: first });
    expect(await watchLateness(house.services), 'there is an hour for the way').toBe(0);
    // The work runs over, and the way to the next customer is ten kilometres long.
    house.clock.at = T0 + 2 * HOUR + 44 * MINUTE;
    const both = await Promise.all([watchLateness(house.services), watchLateness(house.services)]);
    expect(both[0] + both[1]).toBe(1);
    house.clock.at += MINUTE;
    expect(await watchLateness(house.services), 'exactly at the limit it may still be told').toBe(0);
    house.clock.at += 1;
    expect(await watchLateness(house.services)).toBe(1);
    expect(await watchLateness(house.services)).toBe(0);
    const audience = { roles: ['technician', 'dispatcher'], technicianId: 't1' };
    const dueLiteral = T0 + 3 * HOUR - 15 * MINUTE;
    expect(await given()).toEqual([
      { orderId: next, level: 'warning', dueLiteral, audience },
      { orderId: next, level: 'due', dueLiteral, audience },
    ]);
    expect(await verifyLog(house.database.sql)).toEqual([]);
  });

  it('[TRAV-03] is silent once the customer has been told, and more than two hours before', async () => {
    const orderId = await promised(T0 + 3 * HOUR, 119.31);
    await house.done(t1, 'technician.off_duty', { technicianId: 't1' });
    house.clock.at = T0 + HOUR - 1;
    expect(await watchLateness(house.services), 'lateness cannot be declared yet').toBe(0);
    house.clock.at = T0 + HOUR;
    const eta = T0 + 3 * HOUR + 20 * MINUTE;
    await house.done(DISPATCHER, 'appointment.late', { orderId, eta, reason: '上一户超时' });
    expect(await watchLateness(house.services)).toBe(0);
    expect(await given()).toEqual([]);
  });

  it('[TRAV-03] tells the desk of a promise of which its technician has gone home', async () => {
    const orderId = await promised(T0 + HOUR, 119.31);
    await house.done(t1, 'technician.off_duty', { technicianId: 't1' });
    expect(await watchLateness(house.services)).toBe(1);
    expect(await given()).toMatchObject([{ orderId, level: 'warning' }]);
  });
});
