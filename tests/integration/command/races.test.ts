import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#db/client.ts';
import { promiseLedger } from '#db/query/appointment-ledger.ts';
import { orderById } from '#db/query/order.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import type { CommandAnswer } from '#protocol/command.ts';
import { executeCommand } from '#server/services/command/execute.ts';
import {
  DISPATCHER,
  DISPATCHER_2,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

describe('two at the same moment', () => {
  let house: House;
  let other: Database;
  beforeAll(async () => {
    house = await openHouse();
    other = house.database.connect();
  });
  afterAll(async () => {
    await other.close();
    await house.close();
  });

  const codes = (answers: readonly CommandAnswer[]) =>
    answers.map((answer) => (answer.ok ? 'ok' : answer.code)).sort();

  const secondProcess: House['send'] = (viewer, type, payload, envelope = {}) =>
    executeCommand({
      envelope: { id: crypto.randomUUID(), type, payload, ...envelope },
      viewer,
      services: { ...house.services, database: other },
    });

  // E-41
  it('dragging one order: exactly one succeeds, the other is told that it is stale with what it is now', async () => {
    for (let round = 0; round < 25; round++) {
      const orderId = await house.order();
      const version = 1;
      const answers = await Promise.all([
        house.send(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' }, { version }),
        secondProcess(DISPATCHER_2, 'order.dispatch', { orderId, technicianId: 't2' }, { version }),
      ]);
      expect(codes(answers)).toEqual(['ok', 'stale']);
      const stale = answers.find((answer) => !answer.ok);
      const order = await orderById(house.database.sql, orderId);
      expect(stale).toMatchObject({
        current: { technicianId: order?.technicianId, version: order?.version },
      });
      await house.done(DISPATCHER, 'order.unassign', { orderId, reason: '清理' });
    }
  });

  it('three orders moved round three technicians all at once: all succeed and nothing overlaps', async () => {
    const ring = ['t1', 't2', 't3'];
    const orders = await Promise.all(ring.map(() => house.order()));
    for (const [i, orderId] of orders.entries())
      await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: ring[i] as string });
    for (let round = 1; round <= 6; round++) {
      const answers = await Promise.all(
        orders.map((orderId, i) =>
          (i % 2 === 0 ? house.send : secondProcess)(DISPATCHER, 'order.reassign', {
            orderId,
            technicianId: ring[(i + round) % 3] as string,
            reason: '轮换',
          }),
        ),
      );
      expect(codes(answers)).toEqual(['ok', 'ok', 'ok']);
    }
    for (const [i, orderId] of orders.entries()) {
      const order = await orderById(house.database.sql, orderId);
      expect(order?.technicianId).toBe(ring[(i + 6) % 3]);
      expect(order?.planned?.technicianId).toBe(order?.technicianId);
    }
    expect(await overlaps()).toEqual([]);
  });

  it('[CHG-03] two company changes when one is left: one is counted, the other needs an approval', async () => {
    const t4 = technicianViewer('t4');
    const orderId = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't4' });
    await house.done(t4, 'order.accept', { orderId });
    await house.done(t4, 'contact.attempt', { orderId, outcome: 'connected' });
    const start = house.clock.at + 5 * HOUR;
    await house.done(t4, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    const change = (by: number) => ({
      orderId,
      start: start + by * MINUTE,
      cause: 'company' as const,
      reason: '车辆故障',
      notifiedAt: house.clock.at,
    });
    await house.done(DISPATCHER, 'appointment.change', change(15));
    const answers = await Promise.all([
      house.send(DISPATCHER, 'appointment.change', change(30)),
      secondProcess(DISPATCHER_2, 'appointment.change', change(45)),
    ]);
    expect(codes(answers)).toEqual(['needs_approval', 'ok']);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({
      rules: [{ id: 'CHG-03' }],
      approver: 'supervisor',
    });
    const order = await orderById(house.database.sql, orderId);
    expect(order?.companyChangeCount).toBe(2);
    const ledger = await promiseLedger(house.database.sql, orderId);
    expect(ledger.filter(({ counted }) => counted)).toHaveLength(2);
  });

  it('leaves a log without a gap and with an unbroken chain', async () => {
    expect(await verifyLog(house.database.sql)).toEqual([]);
  });

  const overlaps = () => house.database.sql`
    select a.order_id, b.order_id from visit_slot a join visit_slot b
      on a.technician_id = b.technician_id and a.order_id < b.order_id and a.slot && b.slot
    where a.active and b.active`;
});
