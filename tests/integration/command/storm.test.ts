import { afterEach, beforeEach, expect, it } from 'vitest';
import { promiseLedger } from '#db/query/appointment-ledger.ts';
import { pendingApprovals } from '#db/query/approval.ts';
import { eventsOfOrder } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  openHouse,
  SUPERVISOR,
  technicianViewer,
} from '#tests/integration/support/house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

/** An order promised in four hours to a customer of this technician. */
async function promised(technicianId: string): Promise<{ orderId: string; start: number }> {
  const technician = technicianViewer(technicianId);
  const orderId = await house.order();
  await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId });
  await house.done(technician, 'order.accept', { orderId });
  await house.done(technician, 'contact.attempt', { orderId, outcome: 'connected' });
  const start = house.clock.at + 4 * HOUR;
  await house.done(technician, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
  return { orderId, start };
}

// E-44
it('[CHG-03] a storm moves two promises with one reason of the supervisor: each order keeps its own approval and counts its change', async () => {
  const orders = [await promised('t1'), await promised('t2')];
  house.clock.at += 3 * HOUR;
  for (const { orderId, start } of orders) {
    const payload = {
      orderId,
      start: start + 2 * HOUR,
      cause: 'force_majeure' as const,
      reason: '台风',
      notifiedAt: house.clock.at,
    };
    const asked = await house.send(DISPATCHER, 'appointment.change', payload);
    expect(asked).toMatchObject({ ok: false, code: 'needs_approval', rules: [{ id: 'CHG-01' }] });
    const command = { type: 'appointment.change' as const, payload };
    await house.done(DISPATCHER, 'approval.request', { orderId, command, reason: '台风红色预警' });
  }
  const waiting = await pendingApprovals(house.database.sql, null);
  expect(waiting).toHaveLength(2);

  const reason = '台风红色预警，统一改期';
  for (const { id } of waiting) await house.done(SUPERVISOR, 'approval.approve', { approvalId: id, reason });

  expect(await pendingApprovals(house.database.sql, null)).toEqual([]);
  for (const { orderId, start } of orders) {
    expect((await promiseLedger(house.database.sql, orderId)).at(-1)).toMatchObject({
      version: 2,
      start: start + 2 * HOUR,
      cause: 'force_majeure',
      counted: true,
      approval: { by: SUPERVISOR.personId, role: 'supervisor', reason },
    });
    expect((await orderById(house.database.sql, orderId))?.companyChangeCount).toBe(1);
    const types = (await eventsOfOrder(house.database.sql, orderId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'approval.approved')).toHaveLength(1);
  }
});
