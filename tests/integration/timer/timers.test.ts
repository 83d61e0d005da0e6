import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { eventsOfOrder } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import type { Order } from '#domain/order/order.ts';
import type { TimerNotice } from '#domain/timer/timer-notice.ts';
import { type OrderTimers, startOrderTimers } from '#server/jobs/order-timers.ts';
import { raiseNotices } from '#server/services/notice/raise-notices.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

const SECOND = 1_000;

describe('the timers of an order', () => {
  let house: House;
  const running: OrderTimers[] = [];
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(async () => {
    for (const timers of running.splice(0)) await timers.stop();
    await house.close();
  });

  /** A node that does the jobs. */
  const startNode = (services = house.services) => {
    const timers = startOrderTimers(services, house.database.url);
    running.push(timers);
    return timers;
  };
  const current = async (orderId: string) => (await orderById(house.database.sql, orderId)) as Order;
  const told = async (orderId: string): Promise<TimerNotice[]> =>
    (await eventsOfOrder(house.database.sql, orderId))
      .filter(({ entity }) => entity === 'timer')
      .map(({ data }) => (data as { notice: TimerNotice }).notice);
  const levels = async (orderId: string) =>
    (await told(orderId)).map(({ timer, level, at }) => `${timer} ${level} ${at - T0}`);
  const waiting = async (orderId: string) => {
    const [job] = await house.database.sql<{ at: number; next: string; after: number }[]>`
      select (data ->> 'at')::bigint as at, data ->> 'next' as next, start_after as after from pgboss.job
      where singleton_key = ${orderId} and state = 'created'`.catch(() => []);
    return job ?? null;
  };
  let T0 = 0;
  const intake = async () => {
    T0 = house.clock.at;
    return house.order({ type: 'fault' });
  };

  it('[DISP-01] are told at the warning and at the limit, each once, with the true instant however late', async () => {
    const orderId = await intake();
    expect(await raiseNotices(house.services, await current(orderId))).toBe(0);
    house.clock.at = T0 + 7 * MINUTE;
    expect(await raiseNotices(house.services, await current(orderId))).toBe(1);
    house.clock.at = T0 + 10 * MINUTE;
    expect(
      await raiseNotices(house.services, await current(orderId)),
      'exactly at the limit it may still be met',
    ).toBe(0);
    house.clock.at = T0 + 40 * MINUTE;
    const both = await Promise.all([
      raiseNotices(house.services, await current(orderId)),
      raiseNotices(house.services, await current(orderId)),
    ]);
    expect(both[0] + both[1]).toBe(1);
    expect(await levels(orderId)).toEqual([
      `T_DISPATCH_FAULT warning ${7 * MINUTE}`,
      `T_DISPATCH_FAULT due ${10 * MINUTE}`,
    ]);
    const [, due] = await told(orderId);
    expect(due).toMatchObject({
      rule: 'DISP-01',
      raisedAt: T0 + 40 * MINUTE,
      audience: { roles: ['dispatcher', 'duty_supervisor'] },
    });
    expect(await verifyLog(house.database.sql)).toEqual([]);
  });

  it('[ACPT-01] tell the desk, too, once nobody has taken an order a quarter of an hour after its limit', async () => {
    const orderId = await intake();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    house.clock.at = T0 + 31 * MINUTE;
    await raiseNotices(house.services, await current(orderId));
    const acceptance = (await told(orderId)).filter(({ timer }) => timer === 'T_ACCEPT');
    expect(acceptance.map(({ level, at, audience }) => [level, at - T0, audience.roles])).toEqual([
      ['due', 15 * MINUTE, ['area_lead']],
      ['escalation', 30 * MINUTE, ['dispatcher']],
    ]);
    expect(await raiseNotices(house.services, await current(orderId))).toBe(0);
    expect(await verifyLog(house.database.sql)).toEqual([]);
  });

  it('are shown with the area, and what came before the order came to us alarms nobody', async () => {
    const orderId = await house.order({ type: 'fault', intakeAt: house.clock.at - 3 * HOUR });
    await raiseNotices(house.services, await current(orderId));
    expect(await told(orderId)).toEqual([]);
    house.clock.at += 2 * HOUR;
    expect(await raiseNotices(house.services, await current(orderId))).toBeGreaterThan(0);
    const snapshot = await areaSnapshot(house.database.sql, 'gulou', 0);
    expect(snapshot?.state.notices.map(({ id }) => id)).toEqual((await told(orderId)).map(({ id }) => id));
  });

  it('stand in the queue at the next instant, follow every command, and end with what they waited for', async () => {
    const timers = startNode();
    const orderId = await intake();
    timers.nudge();
    await expect
      .poll(() => waiting(orderId))
      .toMatchObject({ at: T0 + 7 * MINUTE, next: 'T_DISPATCH_FAULT warning' });
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    timers.nudge();
    await expect.poll(() => waiting(orderId)).toMatchObject({ next: 'T_ACCEPT warning' });
    const armed = await waiting(orderId);
    expect(armed?.after).toBeGreaterThan(Date.now() + 8 * MINUTE);
  });

  it('wake the order by themselves, at the rate of a clock that runs faster, and are set anew after a restart', async () => {
    // The clock stands until the restart, however long the first start takes.
    let began = Number.POSITIVE_INFINITY;
    const elapsed = () => Math.max(0, Date.now() - began) * 200;
    const orderId = await intake();
    const fast = { ...house.services, clockRate: 200, now: () => T0 + elapsed() };
    const first = startNode(fast);
    await expect.poll(() => waiting(orderId)).not.toBeNull();
    await first.stop();
    running.length = 0;
    expect(await told(orderId)).toEqual([]);
    began = Date.now();
    startNode(fast);
    startNode(fast);
    // Ten minutes of the standard pass in three seconds.
    await expect
      .poll(() => levels(orderId), { timeout: 20_000, interval: 200 })
      .toEqual(
        expect.arrayContaining([
          `T_DISPATCH_FAULT warning ${7 * MINUTE}`,
          `T_DISPATCH_FAULT due ${10 * MINUTE}`,
        ]),
      );
    const all = await levels(orderId);
    expect(new Set(all).size).toBe(all.length);
    const [warned] = await told(orderId);
    // Nothing but its own job would have woken it: all are gone through every ten minutes.
    expect((warned?.raisedAt ?? 0) - (warned?.at ?? 0)).toBeLessThan(200 * 15 * SECOND);
  }, 60_000);

  it('[CHG-08] record what time brings about without a sweep', async () => {
    const began = Date.now();
    const t1 = technicianViewer('t1');
    const orderId = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await house.done(t1, 'order.accept', { orderId });
    await house.done(t1, 'contact.attempt', { orderId, outcome: 'connected' });
    const start = house.clock.at + 3 * HOUR;
    await house.done(t1, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    const from = start + 59 * MINUTE;
    startNode({ ...house.services, clockRate: 60, now: () => from + (Date.now() - began) * 60 });
    const outcome = async () => (await current(orderId)).appointments.at(-1)?.outcome;
    await expect.poll(outcome, { timeout: 20_000, interval: 200 }).toBe('missed_company');
    const missed = (await eventsOfOrder(house.database.sql, orderId)).find(
      ({ type }) => type === 'appointment.ended',
    );
    expect(missed?.at).toBe(start + HOUR);
  }, 60_000);
});
