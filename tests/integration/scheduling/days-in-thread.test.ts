import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AreaWorkAtSeq, readAreaWork } from '#db/query/area-work.ts';
import type { OrderId } from '#domain/base/brand.ts';
import { RunningDays } from '#server/planner/running-days.ts';
import { explainOrder, type OrderWhy } from '#server/services/plan/explain-order.ts';
import { offeredSlots } from '#server/services/plan/offer-slots.ts';
import {
  DISPATCHER,
  type House,
  MINUTE,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

const at = (clock: string) => Date.parse(`2026-03-10T${clock}:00+08:00`);

describe('the work of an area', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const read = async (before?: AreaWorkAtSeq): Promise<AreaWorkAtSeq> =>
    (await readAreaWork(house.database.sql, 'gulou', house.clock.at, before))!;

  it('is brought up to now by what events have touched, and all else stays the same object', async () => {
    const [given, left, taken] = [await house.order(), await house.order(), await house.order()];
    const before = await read();
    await house.done(DISPATCHER, 'order.dispatch', { orderId: given, technicianId: 't1' });
    await house.done(DISPATCHER, 'order.cancel', { orderId: taken, by: 'customer', reason: '用户取消' });
    await house.order();
    house.clock.at += MINUTE;
    const now = await read(before);
    expect(now).toEqual(await read());
    const of = ({ work }: AreaWorkAtSeq, id: OrderId) => work.orders.find((order) => order.id === id);
    expect(of(now, left)).toBe(of(before, left));
    expect(of(now, given)).toMatchObject({ technicianId: 't1' });
    expect(now.work.technicians[0]).toBe(before.work.technicians[0]);
  });
});

describe('questions about a day, asked of its thread', { timeout: 60_000 }, () => {
  let house: House;
  let days: RunningDays;
  beforeEach(async () => {
    house = await openHouse();
    days = new RunningDays(house.database.url);
  });
  afterEach(async () => {
    await days.close();
    await house.close();
  });

  it('are answered as in the asker’s own', async () => {
    const orderId = await house.order();
    const own = [
      await explainOrder(house.services, DISPATCHER, orderId),
      await offeredSlots(house.services, DISPATCHER, { orderId, lengthMin: 0 }),
    ];
    const services = { ...house.services, days };
    expect([
      await explainOrder(services, DISPATCHER, orderId),
      await offeredSlots(services, DISPATCHER, { orderId, lengthMin: 0 }),
    ]).toEqual(own);
    expect((own[0] as OrderWhy).fits.map(({ technicianId }) => technicianId)).toEqual([
      't1',
      't2',
      't3',
      't4',
    ]);
  });

  it('are refused as to be asked again while there is no thread', async () => {
    const orderId = await house.order();
    await days.close();
    await expect(days.why(orderId, house.clock.at)).rejects.toMatchObject({ code: 'DAYS_AWAY' });
  });

  it('offer the time at which the order itself stands, and that beside it, to whoever has it', async () => {
    const orderId = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1', at: at('10:30') });
    await house.done(technicianViewer('t1'), 'order.accept', { orderId });
    const reached = { orderId, outcome: 'connected', contentConfirmed: true } as const;
    await house.done(DISPATCHER, 'contact.attempt', reached);
    await house.done(DISPATCHER, 'appointment.confirm', {
      orderId,
      start: at('10:30'),
      proposedBy: 'customer',
    });
    const other = await house.order();
    const query = { orderId, date: '2026-03-10', lengthMin: 0 };
    const free = await offeredSlots(house.services, DISPATCHER, { ...query, orderId: other });
    const own = await offeredSlots(house.services, DISPATCHER, query);
    const at1030 = (slots: typeof own) => slots?.find(({ start }) => start === at('10:30'))?.technicians;
    expect(at1030(own)).toBe(4);
    expect(at1030(free)).toBe(3);
  });
});
