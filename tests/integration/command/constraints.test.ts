import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendPromise, type PromiseTerms } from '#db/query/appointment-ledger.ts';
import { orderById } from '#db/query/order.ts';
import { writeVisitSlots } from '#db/query/visit-slot.ts';
import type { Appointment, AppointmentChangeRecord } from '#domain/appointment/appointment.ts';
import type { Order } from '#domain/order/order.ts';
import { HOUR, type House, MINUTE, MORNING, openHouse } from '#tests/integration/support/house.ts';

const START = MORNING + 6 * HOUR;

/** What the database refuses although the program asks for it: the last fence behind the rules. */
describe('the database', () => {
  let house: House;
  let order: Order;
  beforeAll(async () => {
    house = await openHouse();
    order = await read(await house.order());
  });
  afterAll(() => house.close());

  async function read(orderId: string): Promise<Order> {
    const found = await orderById(house.database.sql, orderId);
    if (!found) throw new Error('No order.');
    return found;
  }

  const terms = (orderId: string): PromiseTerms => ({
    orderId,
    areaId: 'gulou',
    tz: 'Asia/Shanghai',
    window: ['08:00', '20:00'],
    windowExempt: false,
    noticeMin: 120,
    changeMax: 2,
  });

  const promise = (version: number, start: number, change: AppointmentChangeRecord | null): Appointment => ({
    version,
    start,
    end: start,
    proposedBy: 'customer',
    confirmedAt: MORNING,
    confirmedBy: 'p',
    channel: 'phone',
    outcome: null,
    endedAt: null,
    change,
    lateness: null,
  });

  const companyChange = (
    notifiedAt: number,
    more: Partial<AppointmentChangeRecord> = {},
  ): AppointmentChangeRecord => ({
    cause: 'company',
    reason: '超时',
    requestedBy: 'p-dispatcher',
    requestedAt: notifiedAt,
    notifiedAt,
    noticeLeadMin: 0,
    shortNotice: false,
    counted: true,
    approval: null,
    ...more,
  });

  const approval = (by: string) => ({ by, role: 'supervisor' as const, reason: '同意', at: MORNING });

  /** Adds versions in one transaction and takes them back; resolves to the constraint that refused, or null. */
  async function refused(...versions: readonly Appointment[]): Promise<string | null> {
    class Back extends Error {}
    try {
      await house.database.sql.begin(async (tx) => {
        for (const version of versions) await appendPromise(tx, randomUUID(), terms(order.id), version);
        throw new Back();
      });
      return null;
    } catch (error) {
      if (error instanceof Back) return null;
      return (error as { constraint_name?: string }).constraint_name ?? String(error);
    }
  }

  it('[CHG-01] takes a company change told exactly two hours ahead and refuses one a millisecond later', async () => {
    const first = promise(1, START, null);
    const at = START - 120 * MINUTE;
    expect(await refused(first, promise(2, START + HOUR, companyChange(at)))).toBeNull();
    expect(await refused(first, promise(2, START + HOUR, companyChange(at + 1)))).toBe(
      'short_notice_is_told_truly',
    );
    const earlier = promise(2, START - HOUR, companyChange(at));
    expect(await refused(first, earlier)).toBe('short_notice_is_told_truly');
  });

  it('[CHG-01] takes a short notice only with the approval of another person', async () => {
    const first = promise(1, START, null);
    const short = (more: Partial<AppointmentChangeRecord>) =>
      promise(2, START + HOUR, companyChange(START - HOUR, { shortNotice: true, ...more }));
    expect(await refused(first, short({}))).toBe('short_notice_is_approved_by_another');
    expect(await refused(first, short({ approval: approval('p-dispatcher') }))).toBe(
      'short_notice_is_approved_by_another',
    );
    expect(await refused(first, short({ approval: approval('p-lead') }))).toBeNull();
  });

  it('[CHG-01] takes a short notice that a gate caused without anybody’s approval, and no other cause by that name', async () => {
    const first = promise(1, START, null);
    const atGate = (cause: AppointmentChangeRecord['cause']) =>
      promise(2, START + HOUR, companyChange(START, { shortNotice: true, atGate: true, cause }));
    expect(await refused(first, atGate('third_party'))).toBeNull();
    expect(await refused(first, atGate('company'))).toBe('short_notice_is_approved_by_another');
  });

  it('[CHG-03] counts company changes itself and takes a third only with an approval; customers’ own are free', async () => {
    const change = (version: number, more: Partial<AppointmentChangeRecord> = {}) =>
      promise(version, START + version * MINUTE, companyChange(MORNING, more));
    const two = [promise(1, START, null), change(2), change(3)];
    expect(await refused(...two)).toBeNull();
    expect(await refused(...two, change(4))).toBe('change_over_limit_is_approved_by_another');
    expect(await refused(...two, change(4, { approval: approval('p-supervisor') }))).toBeNull();
    expect(await refused(...two, change(4, { cause: 'customer', counted: false }))).toBeNull();
    expect(await refused(promise(1, START, null), change(2, { cause: 'customer', counted: true }))).toBe(
      'customer_causes_are_not_counted',
    );
  });

  it('[APPT-10] takes promises from 08:00 on and none at 20:00, in the standard’s zone', async () => {
    const at = (clock: string) => promise(1, Date.parse(`2026-03-11T${clock}+08:00`), null);
    expect(await refused(at('08:00:00'))).toBeNull();
    expect(await refused(at('07:59:59.999'))).toBe('promise_inside_visit_window');
    expect(await refused(at('19:59:59.999'))).toBeNull();
    expect(await refused(at('20:00:00'))).toBe('promise_inside_visit_window');
  });

  it('[DISP-08] never holds two visits of one technician at one time, but touching ones', async () => {
    const slot = (start: number, end: number) => ({
      technicianId: 't1',
      start,
      end,
      travelSeconds: 0,
      travelMetres: 0,
    });
    const other = await read(await house.order());
    const placed = (one: Order, start: number, end: number): Order => ({
      ...one,
      status: 'dispatched',
      technicianId: 't1',
      planned: slot(start, end),
    });
    const write = (...orders: Order[]) => house.database.sql.begin((tx) => writeVisitSlots(tx, orders));
    await write(placed(order, START, START + HOUR));
    await expect(write(placed(other, START + HOUR - 1, START + 2 * HOUR))).rejects.toMatchObject({
      code: '23P01',
      constraint_name: 'visit_slot_no_overlap',
    });
    await write(placed(other, START + HOUR, START + 2 * HOUR));
    // Both move by one statement: each goes where the other was.
    await write(placed(order, START + HOUR, START + 2 * HOUR), placed(other, START, START + HOUR));
    const rows = await house.database.sql`select order_id from visit_slot where active`;
    expect(rows).toHaveLength(2);
  });
});
