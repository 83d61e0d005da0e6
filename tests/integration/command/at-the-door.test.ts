import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { promiseLedger } from '#db/query/appointment-ledger.ts';
import { orderById } from '#db/query/order.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  SUPERVISOR,
  technicianViewer,
} from '#tests/integration/support/house.ts';

describe('a crew at the door', () => {
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
    start = house.clock.at + 3 * HOUR;
    await house.done(t1, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    await house.done(t1, 'order.verify', { orderId });
  });
  afterEach(() => house.close());

  const read = async () => {
    const order = await orderById(house.database.sql, orderId);
    if (!order) throw new Error('No such order.');
    return order;
  };
  const arriveAt = async (at: number) => {
    house.clock.at = at - 20 * MINUTE;
    await house.done(t1, 'visit.depart', { orderId });
    house.clock.at = at;
    await house.done(t1, 'visit.arrive', { orderId, distanceM: 5 });
  };
  const gateRefuses = async () => {
    const report = { orderId, reason: 'property', department: 'property' };
    const told = await house.done(t1, 'visit.block', { ...report, expectedReturnDate: '2026-03-11' });
    expect(told.warnings.map(({ id }) => id)).toEqual(['BLOK-01']);
    await house.done(DISPATCHER, 'coordination.done', { orderId });
  };
  const agree = (newStart: number) =>
    house.send(DISPATCHER, 'appointment.confirm', { orderId, start: newStart, proposedBy: 'customer' });

  it('[CHG-04] turned back by a gate is promised anew as a third party’s change, short, counted and approved by nobody', async () => {
    await arriveAt(start - 5 * MINUTE);
    await gateRefuses();
    house.clock.at = start + HOUR;
    expect(await agree(start + 4 * HOUR)).toMatchObject({ ok: true });
    const [, second] = await promiseLedger(house.database.sql, orderId);
    expect(second).toMatchObject({
      cause: 'third_party',
      counted: true,
      countedNo: 1,
      shortNotice: true,
      approval: null,
    });
  });

  it('[CHG-03] as the third change waits for the supervisor’s word on the new time', async () => {
    for (const moved of [HOUR, 2 * HOUR])
      await house.done(DISPATCHER, 'appointment.change', {
        orderId,
        start: start + moved,
        cause: 'company',
        reason: '前一单超时',
      });
    await arriveAt(start + 2 * HOUR);
    await gateRefuses();
    const payload = { orderId, start: start + 5 * HOUR, proposedBy: 'customer' as const };
    expect(await agree(payload.start)).toMatchObject({
      ok: false,
      code: 'needs_approval',
      approver: 'supervisor',
    });
    const { approvalId } = await house.done(DISPATCHER, 'approval.request', {
      orderId,
      command: { type: 'appointment.confirm', payload },
      reason: '已与物业说好',
    });
    await house.done(SUPERVISOR, 'approval.approve', { approvalId: approvalId!, reason: '同意' });
    const ledger = await promiseLedger(house.database.sql, orderId);
    expect(ledger.at(-1)).toMatchObject({ countedNo: 3, approval: { by: SUPERVISOR.personId } });
  });

  it('[CHG-08] not let in late leaves the day, and no place is kept for it', async () => {
    await arriveAt(start + MINUTE);
    await house.done(t1, 'visit.turned_away', { orderId, by: 'household', reason: '没人告诉他们' });
    expect(await read()).toMatchObject({ status: 'pending_appointment', companyChangeCount: 0 });
    expect((await read()).appointments.at(-1)?.outcome).toBe('missed_company');
    const slots = await house.database.sql`select 1 from visit_slot where order_id = ${orderId} and active`;
    expect(slots).toHaveLength(0);
  });

  it('[TRAV-07] not let in before the promised time stands in the day again, and is gone to a second time', async () => {
    await arriveAt(start - HOUR);
    await house.done(t1, 'visit.turned_away', { orderId, by: 'customer', reason: '约的是中午' });
    expect((await read()).status).toBe('appointed');
    const [slot] = await house.database.sql<{ from: Date }[]>`
      select lower(slot) as "from" from visit_slot where order_id = ${orderId} and active`;
    expect(slot).toBeDefined();
    await arriveAt(start - MINUTE);
    await house.done(t1, 'visit.enter', { orderId });
    expect((await read()).appointments.at(-1)?.outcome).toBe('kept');
  });

  it('[WIN-01] work past closing keeps the customer’s tick and its reason in the log', async () => {
    await arriveAt(start);
    await house.done(t1, 'visit.enter', { orderId });
    await house.done(t1, 'visit.work', { orderId });
    house.clock.at = Date.parse('2026-03-10T20:00:01+08:00');
    const unasked = await house.done(t1, 'visit.test', { orderId, threeOnes: true, downMbps: 500 });
    expect(unasked.warnings.map(({ id }) => id)).toContain('WIN-01');
    await house.done(t1, 'visit.past_hours', { orderId, goesOn: true, reason: '墙体太硬' });
    const asked = await house.done(t1, 'visit.test', { orderId, threeOnes: true, downMbps: 500 });
    expect(asked.warnings.map(({ id }) => id)).not.toContain('WIN-01');
    const logged = await house.database.sql<{ told: { goesOn: boolean; reason: string } }[]>`
      select e.data::jsonb #> '{visit,pastHours}' as told from event_order o join event e using (area_id, seq)
      where o.order_id = ${orderId} and e.data::jsonb ->> 'step' = 'visit.past_hours'`;
    expect(logged).toMatchObject([{ told: { goesOn: true, reason: '墙体太硬' } }]);
  });
});
