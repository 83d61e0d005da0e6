import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { aliveOrders } from '#db/query/order.ts';
import type { Viewer } from '#server/access/viewer.ts';
import {
  HOUR,
  type House,
  MORNING,
  openHouse,
  SUPERVISOR,
  technicianViewer,
} from '#tests/integration/support/house.ts';

const CALLBACK: Viewer = {
  personId: 'p-callback',
  name: '何',
  role: 'callback_agent',
  areaIds: ['gulou'],
};

describe('what is owed after the work', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const onDesk = async (reader: 'planner' | 'desk' = 'desk') =>
    (await areaSnapshot(house.database.sql, 'gulou', house.clock.at - 36 * HOUR, reader))?.state.orders.map(
      ({ id }) => id,
    );

  it('[INTK-09] [CALL-04] a removal talked out of at the counter stays on the lists until it was called back', async () => {
    const orderId = await house.order({ type: 'remove', churnReason: '资费', retentionLevel: 2 });
    await house.done(SUPERVISOR, 'order.retain', { orderId, reason: '赠送三个月' });
    house.clock.at = MORNING + 72 * HOUR;
    expect(await onDesk()).toEqual([orderId]);
    expect((await aliveOrders(house.database.sql, '', 10)).map(({ id }) => id)).toEqual([orderId]);
    const callback = { orderId, agent: CALLBACK.personId, outcome: 'done' } as const;
    await house.done(CALLBACK, 'callback.record', callback);
    expect(await onDesk()).toEqual([]);
    expect(await aliveOrders(house.database.sql, '', 10)).toEqual([]);
  });

  it('[CALL-03] an answered complaint stays on the desk’s lists until its callback, however long ago it was answered', async () => {
    const orderId = await house.order({ type: 'complaint' });
    await house.done(SUPERVISOR, 'order.review', { orderId });
    await house.done(SUPERVISOR, 'order.dispatch', { orderId, technicianId: 't1' });
    const t1 = technicianViewer('t1');
    await house.done(t1, 'order.accept', { orderId });
    await house.done(t1, 'contact.attempt', { orderId, outcome: 'connected' });
    await house.done(SUPERVISOR, 'order.resolve', { orderId });
    await house.done(SUPERVISOR, 'order.reply', { orderId });
    house.clock.at = MORNING + 47.75 * HOUR;
    expect(await onDesk()).toEqual([orderId]);
    expect(await onDesk('planner')).toEqual([]);
    const callback = { orderId, agent: CALLBACK.personId, outcome: 'done' } as const;
    await house.done(CALLBACK, 'callback.record', callback);
    house.clock.at = MORNING + 96 * HOUR;
    expect(await onDesk()).toEqual([]);
  });
});
