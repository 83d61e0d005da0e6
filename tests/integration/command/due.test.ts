import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsOfOrder } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import { settleDue } from '#server/services/order/settle-due.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

describe('what time alone brings about', () => {
  let house: House;
  let orderId: string;
  let start: number;
  beforeEach(async () => {
    house = await openHouse();
    const t1 = technicianViewer('t1');
    orderId = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await house.done(t1, 'order.accept', { orderId });
    await house.done(t1, 'contact.attempt', { orderId, outcome: 'connected' });
    start = house.clock.at + 3 * HOUR;
    await house.done(t1, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
  });
  afterEach(() => house.close());

  it('is recorded once, at the instant at which it became due, however many nodes look', async () => {
    const other = house.database.connect();
    expect(await settleDue(house.services)).toBe(0);
    house.clock.at = start + 5 * HOUR;
    const both = await Promise.all([
      settleDue(house.services),
      settleDue({ ...house.services, database: other }),
    ]);
    await other.close();
    expect(both[0] + both[1]).toBe(1);
    expect(await settleDue(house.services)).toBe(0);
    const missed = (await eventsOfOrder(house.database.sql, orderId)).filter(
      ({ type }) => type === 'appointment.ended',
    );
    expect(missed).toMatchObject([
      { at: start + HOUR, actorRole: 'system', data: { outcome: 'missed_company' } },
    ]);
    expect((await orderById(house.database.sql, orderId))?.appointments.at(-1)?.outcome).toBe(
      'missed_company',
    );
    expect(await verifyLog(house.database.sql)).toEqual([]);
  });

  it('comes before a command that is decided later', async () => {
    house.clock.at = start + HOUR + MINUTE;
    await house.done(DISPATCHER, 'contact.attempt', { orderId, outcome: 'connected' });
    const types = (await eventsOfOrder(house.database.sql, orderId)).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['appointment.ended', 'contact.attempted']);
    expect(await settleDue(house.services)).toBe(0);
  });
});
