import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsOfOrder } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { seedCalendar } from '#server/services/calendar/work-years.ts';
import { settleDue } from '#server/services/order/settle-due.ts';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

const beijing = (stamp: string) => Date.parse(`${stamp.replace(' ', 'T')}:00+08:00`);
/** What T_INSTALL and T_INSTALL_MAX of an order taken in on 30 December are due to. */
const BY_WEEKDAYS = ['2027-01-05 00:00', '2027-01-09 00:00'].map(beijing);
const BY_DAYS = ['2027-01-07 00:00', '2027-01-12 00:00'].map(beijing);
const GIVEN = {
  year: 2027,
  off: '1月1日至3日 2027-01-04',
  work: '1月9日',
  source: '国办发明电〔2026〕1号',
};

// E-08
describe('[ARITH-04] the calendar of working days', () => {
  let house: HttpHouse;
  let admin: string;
  let supervisor: string;
  beforeEach(async () => {
    house = await openHttpHouse();
    house.clock.at = beijing('2026-12-30 10:00');
    admin = await house.signIn('admin', { role: 'admin', areaIds: null });
    supervisor = await house.signIn('supervisor', { role: 'supervisor', areaIds: ['gulou'] });
    await seedCalendar(house.services);
  });
  afterEach(() => house.close());

  const read = async () => (await house.call('GET', '/api/v1/calendar', { cookie: admin })).body;
  const publish = (body: object, cookie = admin) => house.call('POST', '/api/v1/calendar', { cookie, body });
  const dues = async (orderId: string) => {
    const order = await orderById(house.database.sql, orderId);
    if (!order) throw new Error(`no order ${orderId}`);
    return timersOf(order, standardOf(order), house.clock.at)
      .filter(({ name }) => name === 'T_INSTALL' || name === 'T_INSTALL_MAX')
      .map(({ dueLiteral }) => dueLiteral);
  };
  const recomputes = async (orderId: string) =>
    (await eventsOfOrder(house.database.sql, orderId)).filter(({ type }) => type === 'deadlines.recomputed');

  it('is brought in with the program at every start, and says which year is missing', async () => {
    await seedCalendar(house.services);
    const { years, missing } = (await read()) as {
      years: { year: number; version: number; source: string }[];
      missing: object[];
    };
    expect(years.at(0)).toMatchObject({ year: 2008, version: 1, source: 'chinese-days' });
    expect(years.at(-1)).toMatchObject({ year: 2026, version: 1 });
    expect(missing).toEqual([{ year: 2027, orders: 0 }]);
    await house.order();
    expect((await read()).missing).toEqual([{ year: 2027, orders: 1 }]);
    const days = await house.database.sql<{ date: string }[]>`
      select to_char(date, 'YYYY-MM-DD') as date from work_calendar
      where is_workday and date between '2026-02-13' and '2026-02-24' order by date`;
    expect(days.map(({ date }) => date)).toEqual(['2026-02-13', '2026-02-14', '2026-02-24']);
  });

  it('[ARITH-11] a year that is published recomputes what was counted by weekdays, once and on record', async () => {
    const orderId = await house.order();
    const early = await house.order({ intakeAt: beijing('2026-12-01 10:00') });
    expect(await dues(orderId)).toEqual(BY_WEEKDAYS);
    house.clock.at = beijing('2026-12-31 09:00');
    const answer = await publish(GIVEN);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toEqual({ year: 2027, version: 1, recomputed: 1 });
    expect(await dues(orderId)).toEqual(BY_DAYS);
    expect(await recomputes(orderId)).toMatchObject([
      {
        actorRole: 'system',
        at: house.clock.at,
        data: {
          year: 2027,
          days: { off: '0101 0104', work: '0109' },
          deadlines: [
            {
              timer: 'T_INSTALL',
              before: { dueLiteral: BY_WEEKDAYS[0] },
              after: { dueLiteral: BY_DAYS[0] },
            },
            {
              timer: 'T_INSTALL_MAX',
              before: { dueLiteral: BY_WEEKDAYS[1] },
              after: { dueLiteral: BY_DAYS[1] },
            },
          ],
        },
      },
    ]);
    expect(await recomputes(early)).toEqual([]);
    expect(await settleDue(house.services)).toBe(0);
    expect((await publish(GIVEN)).body).toEqual({ year: 2027, version: 1, recomputed: 0 });
    expect(await recomputes(orderId)).toHaveLength(1);
    expect((await read()).missing).toEqual([]);
    expect(await verifyLog(house.database.sql)).toEqual([]);
  });

  it('[ARITH-11] new orders count by the latest days, running ones keep those that they were given', async () => {
    await publish(GIVEN);
    const first = await house.order();
    expect(await dues(first)).toEqual(BY_DAYS);
    const corrected = await publish({ ...GIVEN, off: '1月1日', work: '', source: '更正' });
    expect(corrected.body).toEqual({ year: 2027, version: 2, recomputed: 0 });
    const second = await house.order();
    expect(await dues(first)).toEqual(BY_DAYS);
    expect(await dues(second)).toEqual(['2027-01-06 00:00', '2027-01-12 00:00'].map(beijing));
    await seedCalendar(house.services);
    expect(((await read()).years as { version: number }[]).at(-1)?.version).toBe(2);
  });

  it('an order that was missed while the server was away is recomputed when time is next looked at', async () => {
    const orderId = await house.order();
    await house.database.sql`
      insert into work_year (year, version, off_days, worked_days, source, published_at, published_by)
      values (2027, 1, '0101 0104', '0109', 'elsewhere', ${house.clock.at}, 'p')`;
    expect(await settleDue(house.services)).toBe(1);
    expect(await dues(orderId)).toEqual(BY_DAYS);
    expect(await settleDue(house.services)).toBe(0);
  });

  it('is published by an admin alone, and names the word that cannot be a day', async () => {
    expect((await publish(GIVEN, supervisor)).status).toBe(403);
    expect((await publish({ ...GIVEN, source: '' })).body).toMatchObject({
      code: 'invalid',
      field: 'source',
    });
    expect((await publish({ ...GIVEN, off: '1月1日 2月30日' })).body).toMatchObject({
      code: 'invalid',
      field: 'off',
      title: expect.stringContaining('2月30日'),
    });
    expect((await publish({ ...GIVEN, work: '2027-01-05' })).body).toMatchObject({ field: 'work' });
    expect((await read()).missing).toEqual([{ year: 2027, orders: 0 }]);
    await expect(house.database.sql`delete from work_year`).rejects.toThrow('append-only');
  });
});
