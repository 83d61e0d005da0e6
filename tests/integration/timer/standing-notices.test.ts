import { afterEach, beforeEach, expect, it } from 'vitest';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { orderById } from '#db/query/order.ts';
import { raiseNotices } from '#server/services/notice/raise-notices.ts';
import { standingNotices } from '#server/services/notice/standing-notices.ts';
import { DISPATCHER, HOUR, type House, openHouse } from '#tests/integration/support/house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const SHOWN_H = 36;

/** The limits of which a screen that is opened now is told. */
async function told(): Promise<readonly string[]> {
  const read = await areaSnapshot(house.database.sql, 'gulou', house.clock.at - SHOWN_H * HOUR, 'desk');
  if (!read) throw new Error('The area has gone.');
  const notices = await standingNotices(house.services, read.state);
  return notices.map(({ timer, level }) => `${timer} ${level}`);
}

async function letTimeAct(orderId: string, hours: number): Promise<void> {
  house.clock.at += hours * HOUR;
  const order = await orderById(house.database.sql, orderId);
  if (order) await raiseNotices(house.services, order);
}

it('an alarm that nobody acted on is told for as long as it waits, however old it is', async () => {
  const orderId = await house.order({ type: 'fault' });
  await letTimeAct(orderId, 1);
  expect(await told()).toEqual(['T_DISPATCH_FAULT due']);
  house.clock.at += 10 * 24 * HOUR;
  expect(await told(), 'nobody has dispatched it in ten days').toContain('T_DISPATCH_FAULT due');
});

it('what was done in the meantime is told of no more once it is old', async () => {
  const orderId = await house.order({ type: 'fault' });
  await letTimeAct(orderId, 1);
  await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
  expect(await told(), 'of the last days everything is told').toContain('T_DISPATCH_FAULT due');
  house.clock.at += 10 * 24 * HOUR;
  expect(await told()).not.toContain('T_DISPATCH_FAULT due');
});
