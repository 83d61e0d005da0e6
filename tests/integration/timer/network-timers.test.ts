import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { eventsAfter } from '#db/query/event.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import type { TimerNotice } from '#domain/timer/timer-notice.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { type OrderTimers, startOrderTimers } from '#server/jobs/order-timers.ts';
import { alarmedOnNetwork, raiseNetworkNotices } from '#server/services/notice/raise-notices.ts';
import { HOUR, type House, MINUTE, openHouse, SUPERVISOR } from '#tests/integration/support/house.ts';

const NOC: Viewer = { personId: 'p-noc', name: '网', role: 'noc', areaIds: null };

describe('the timers of the network', () => {
  let house: House;
  let T0 = 0;
  const running: OrderTimers[] = [];
  beforeEach(async () => {
    house = await openHouse();
    T0 = house.clock.at;
  });
  afterEach(async () => {
    for (const timers of running.splice(0)) await timers.stop();
    await house.close();
  });

  const startNode = (services = house.services) => {
    const timers = startOrderTimers(services, house.database.url);
    running.push(timers);
    return timers;
  };
  const raise = async (kind: 'outage' | 'cutover', id: string) => {
    const alarmed = await alarmedOnNetwork(house.services, { kind, id });
    return alarmed ? raiseNetworkNotices(house.services, alarmed) : null;
  };
  const told = async () =>
    (await eventsAfter(house.database.sql, 'gulou', 0, 1_000))
      .filter(({ entity }) => entity === 'timer')
      .map(({ data }) => (data as { notice: TimerNotice }).notice);
  const levels = async () => (await told()).map(({ timer, level, at }) => `${timer} ${level} ${at - T0}`);
  const waiting = async (key: string) => {
    const [job] = await house.database.sql<{ at: number; next: string }[]>`
      select (data ->> 'at')::bigint as at, data ->> 'next' as next from pgboss.job
      where singleton_key = ${key} and state = 'created'`.catch(() => []);
    return job ?? null;
  };
  const open = () => house.done(NOC, 'outage.open', { outageId: 'g1', areaId: 'gulou', cause: '光缆中断' });
  const eta = (hours: number) =>
    house.done(NOC, 'outage.eta', { outageId: 'g1', eta: house.clock.at + hours * HOUR });

  it('[OUTG-04] a new expected end is warned of after a quarter of an hour and due after half of one, each once', async () => {
    await open();
    await eta(2);
    expect(await raise('outage', 'g1')).toBe(0);
    house.clock.at = T0 + 15 * MINUTE;
    expect(await raise('outage', 'g1')).toBe(1);
    expect(await raise('outage', 'g1')).toBe(0);
    house.clock.at = T0 + 30 * MINUTE;
    expect(await raise('outage', 'g1'), 'exactly at the limit it may still be met').toBe(0);
    house.clock.at = T0 + 50 * MINUTE;
    const both = await Promise.all([raise('outage', 'g1'), raise('outage', 'g1')]);
    expect((both[0] ?? 0) + (both[1] ?? 0)).toBe(1);
    expect(await levels()).toEqual([
      `T_OUTAGE_ETA warning ${15 * MINUTE}`,
      `T_OUTAGE_ETA due ${30 * MINUTE}`,
    ]);
    const [, due] = await told();
    expect(due).toMatchObject({
      rule: 'OUTG-04',
      orderId: null,
      subject: { kind: 'outage', id: 'g1' },
      raisedAt: T0 + 50 * MINUTE,
      audience: { roles: ['noc', 'supervisor'] },
    });
    const snapshot = await areaSnapshot(house.database.sql, 'gulou', 0);
    expect(snapshot?.state.notices).toEqual(await told());
    expect(await verifyLog(house.database.sql)).toEqual([]);
  });

  it('[OUTG-04] word that reached everybody in time ends it, and the next expected end begins anew', async () => {
    await open();
    const orderId = await house.order({ type: 'fault' });
    await eta(2);
    house.clock.at = T0 + 10 * MINUTE;
    await house.done(NOC, 'outage.notify', { outageId: 'g1', orderIds: [orderId] });
    house.clock.at = T0 + HOUR;
    expect(await raise('outage', 'g1')).toBe(0);
    await eta(3);
    house.clock.at = T0 + 75 * MINUTE;
    expect(await raise('outage', 'g1')).toBe(1);
    expect(await levels()).toEqual([`T_OUTAGE_ETA warning ${75 * MINUTE}`]);
  });

  it('[CUTV-01] an announcement is asked for a day before its last instant, and again when a cutover is brought forward', async () => {
    const start = T0 + 5 * 24 * HOUR;
    await house.done(NOC, 'cutover.plan', { cutoverId: 'k1', areaId: 'gulou', work: '设备搬迁', start });
    house.clock.at = T0 + 24 * HOUR;
    expect(await raise('cutover', 'k1')).toBe(1);
    await house.done(NOC, 'cutover.announce', { cutoverId: 'k1' });
    house.clock.at = T0 + 26 * HOUR;
    await house.done(NOC, 'cutover.move', { cutoverId: 'k1', start: start - HOUR, reason: '配合施工' });
    expect(await raise('cutover', 'k1')).toBe(1);
    house.clock.at = T0 + 60 * HOUR;
    expect(await raise('cutover', 'k1')).toBe(1);
    expect(await levels()).toEqual([
      `T_CUTOVER warning ${24 * HOUR}`,
      `T_CUTOVER warning ${26 * HOUR}`,
      `T_CUTOVER due ${47 * HOUR}`,
    ]);
  });

  it('[CUTV-01] one that is planned too late alarms nobody: whoever planned it knows', async () => {
    await house.done(NOC, 'cutover.plan', {
      cutoverId: 'k1',
      areaId: 'gulou',
      work: '抢修',
      start: T0 + HOUR,
    });
    house.clock.at = T0 + MINUTE;
    expect(await raise('cutover', 'k1')).toBe(0);
  });

  it('[OUTG-04] stand in the queue, follow every command, and are set anew after a restart', async () => {
    const timers = startNode();
    await open();
    await eta(2);
    timers.nudge();
    await expect
      .poll(() => waiting('outage g1'))
      .toMatchObject({ at: T0 + 15 * MINUTE, next: 'T_OUTAGE_ETA warning' });
    await timers.stop();
    running.length = 0;
    await house.database.sql`delete from pgboss.job`;
    const again = startNode();
    await expect.poll(() => waiting('outage g1')).toMatchObject({ next: 'T_OUTAGE_ETA warning' });
    house.clock.at = T0 + 20 * MINUTE;
    await house.send(SUPERVISOR, 'outage.eta', { outageId: 'g1', eta: T0 + 3 * HOUR }, { id: randomUUID() });
    again.nudge();
    await expect
      .poll(() => waiting('outage g1'))
      .toMatchObject({ at: T0 + 35 * MINUTE, next: 'T_OUTAGE_ETA warning' });
  });

  it('[OUTG-04] tell by themselves at the rate of the clock', async () => {
    const began = Date.now();
    await open();
    await eta(2);
    startNode({ ...house.services, clockRate: 600, now: () => T0 + (Date.now() - began) * 600 });
    // Half an hour of the standard passes in three seconds.
    await expect
      .poll(() => levels(), { timeout: 20_000, interval: 200 })
      .toEqual([`T_OUTAGE_ETA warning ${15 * MINUTE}`, `T_OUTAGE_ETA due ${30 * MINUTE}`]);
  }, 60_000);
});
