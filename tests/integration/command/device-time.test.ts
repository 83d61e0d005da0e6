import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventsOfOrder } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import { countedOrder } from '#domain/kpi/order-facts.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  SUPERVISOR,
  technicianViewer,
} from '#tests/integration/support/house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

// E-59
it('[ARITH-06] an arrival that came forty minutes late is kept in the figures once a supervisor has confirmed it', async () => {
  const t1 = technicianViewer('t1');
  const orderId = await house.order();
  await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
  await house.done(t1, 'order.accept', { orderId });
  await house.done(t1, 'contact.attempt', { orderId, outcome: 'connected' });
  const start = house.clock.at + 4 * HOUR;
  await house.done(t1, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
  await house.done(t1, 'order.verify', { orderId });
  await house.done(t1, 'visit.depart', { orderId });

  house.clock.at = start + 35 * MINUTE;
  const arrival = await house.done(t1, 'visit.arrive', { orderId, occurredAt: start - 5 * MINUTE });
  expect(arrival.warnings).toMatchObject([{ id: 'ARITH-06' }]);
  await house.done(t1, 'visit.enter', { orderId });
  const read = async () => {
    const order = await orderById(house.database.sql, orderId);
    if (!order) throw new Error('the order is gone');
    return { order, counted: countedOrder(order, standardOf(order)) };
  };
  expect((await read()).counted.appointments[0]?.outcome).toBe('kept_late');

  const wanted = { type: 'order.confirm_times' as const, payload: { orderId, reason: '电梯里没有信号' } };
  const alone = await house.send(t1, wanted.type, wanted.payload);
  expect(alone).toMatchObject({ ok: false, code: 'needs_approval', approver: 'supervisor' });
  const { approvalId } = await house.done(t1, 'approval.request', {
    orderId,
    command: wanted,
    reason: '电梯里没有信号',
  });
  await house.done(SUPERVISOR, 'approval.approve', { approvalId: approvalId ?? '', reason: '轨迹相符' });

  const { order, counted } = await read();
  expect(order.appointments[0]?.outcome).toBe('kept_late');
  expect(order.visits[0]).toMatchObject({
    arrivedAt: start + 35 * MINUTE,
    occurred: { 'visit.arrive': start - 5 * MINUTE },
    clockConfirmed: { by: SUPERVISOR.personId, role: 'supervisor', reason: '轨迹相符' },
  });
  expect(counted.appointments[0]?.outcome).toBe('kept');
  expect(counted.visits[0]?.arrivedAt).toBe(start - 5 * MINUTE);
  const types = (await eventsOfOrder(house.database.sql, orderId)).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['approval.approved', 'order.times_confirmed']));
});
