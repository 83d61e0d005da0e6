import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderById } from '#db/query/order.ts';
import type { OrderId } from '#domain/base/brand.ts';
import { CONSENT_VERSION } from '#domain/technician/consent-version.ts';
import type { RepairOption, RepairOptions } from '#protocol/repair.ts';
import { listCalls } from '#server/services/contact/list-calls.ts';
import { readOrder } from '#server/services/order/read.ts';
import { optionsFor } from '#server/services/plan/options-for.ts';
import { rippleNow } from '#server/services/plan/ripple-now.ts';
import {
  DISPATCHER,
  ELSEWHERE,
  type House,
  MINUTE,
  MORNING,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

const at = (clock: string) => Date.parse(`2026-03-10T${clock}:00+08:00`);

describe('[SCHD-11] a technician who is late', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
    for (const id of ['t1', 't2']) {
      const viewer = technicianViewer(id);
      await house.done(viewer, 'technician.consent', {
        technicianId: id,
        version: CONSENT_VERSION,
        given: true,
      });
      await house.done(viewer, 'technician.on_duty', { technicianId: id });
    }
  });
  afterEach(() => house.close());

  /** An install of an hour, given to t1, its customer promised that time. */
  async function promised(clock: string): Promise<OrderId> {
    const orderId = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await house.done(technicianViewer('t1'), 'order.accept', { orderId });
    await house.done(DISPATCHER, 'contact.attempt', {
      orderId,
      outcome: 'connected',
      contentConfirmed: true,
    });
    await house.done(DISPATCHER, 'appointment.confirm', {
      orderId,
      start: at(clock),
      proposedBy: 'customer',
    });
    return orderId;
  }

  const ripple = async () =>
    (await rippleNow(house.services, DISPATCHER, 'gulou'))?.map(({ orderId, cause, lateMin, isTold }) => ({
      orderId,
      cause,
      lateMin,
      isTold,
    }));
  const kinds = (options: readonly RepairOption[] = []) => [...new Set(options.map(({ kind }) => kind))];

  async function offeredFor(orderId: OrderId): Promise<RepairOptions> {
    const offered = await optionsFor(house.services, DISPATCHER, orderId);
    if (typeof offered === 'string') throw new Error(`Nothing is offered: ${offered}`);
    return offered;
  }

  it('pushes the visits behind, which get ways out in their order; taking one ends the trouble', async () => {
    const first = await promised('10:30');
    const second = await promised('11:45');
    expect(await ripple()).toEqual([]);

    await house.done(technicianViewer('t1'), 'appointment.late', {
      orderId: first,
      eta: at('11:00'),
      reason: '电动车爆胎',
    });
    expect(await ripple()).toEqual([
      { orderId: second, cause: 'late', lateMin: 15, isTold: false },
      { orderId: first, cause: 'late', lateMin: 30, isTold: true },
    ]);
    const read = await readOrder(house.services, DISPATCHER, second);
    expect(read).toMatchObject({ promise: { state: 'at_risk' }, expected: { beginAt: at('12:00') } });

    const offered = await offeredFor(second);
    expect(offered).toMatchObject({ cause: 'late', lateMin: 15, technicianId: 't1' });
    expect(kinds(offered.options)).toEqual(['same_time', 'change', 'short_notice']);
    const [way] = offered.options;
    expect(way).toMatchObject({
      kind: 'same_time',
      technicianId: 't2',
      outcome: 'accepted',
      beginAt: at('11:45'),
    });
    expect(offered.options.find(({ kind }) => kind === 'change')).toMatchObject({
      start: at('11:30'),
      callBy: at('09:30'),
      needsApproval: false,
    });
    // Nothing has moved by itself.
    expect((await orderById(house.database.sql, second))?.planned?.start).toBe(at('11:45'));

    if (way?.kind !== 'same_time') throw new Error('no way at the same time');
    for (const { type, payload } of way.commands) await house.done(DISPATCHER, type, payload);
    expect(await orderById(house.database.sql, second)).toMatchObject({
      technicianId: 't2',
      planned: { start: at('11:45') },
    });
    expect(await ripple()).toEqual([{ orderId: first, cause: 'late', lateMin: 30, isTold: true }]);
  });

  it('fills the list of calls: another time while there is notice, the lateness when there is none', async () => {
    const first = await promised('10:30');
    const second = await promised('11:45');
    await house.done(technicianViewer('t1'), 'appointment.late', {
      orderId: first,
      eta: at('11:10'),
      reason: '堵车',
    });
    const purposes = async () =>
      (await listCalls(house.services, DISPATCHER, 'gulou'))
        .filter(({ orderId }) => orderId === second)
        .map(({ purpose, usable }) => ({ purpose, usable }))
        .filter(({ purpose }) => purpose === 'negotiate' || purpose === 'late_notice');
    house.clock.at = at('09:40');
    expect(await purposes()).toEqual([{ purpose: 'negotiate', usable: at('09:45') }]);
    house.clock.at = at('09:46');
    expect(await purposes()).toEqual([{ purpose: 'late_notice', usable: at('11:30') }]);
    const offered = await offeredFor(second);
    expect(kinds(offered.options)).toEqual(['same_time', 'lateness_notice', 'short_notice']);
    const notice = offered.options.find(({ kind }) => kind === 'lateness_notice');
    expect(notice).toMatchObject({ etaAt: at('12:10'), lateMin: 25, callBy: at('11:30') });
    if (notice?.kind !== 'lateness_notice') throw new Error('no notice');
    await house.done(DISPATCHER, 'appointment.late', { orderId: second, eta: notice.etaAt, reason: '堵车' });
    expect(await purposes()).toEqual([]);
    expect(await ripple()).toEqual([
      { orderId: first, cause: 'late', lateMin: 40, isTold: true },
      { orderId: second, cause: 'late', lateMin: 25, isTold: true },
    ]);
  });

  it('tells of a way out what it adds to the day, not the whole way', async () => {
    const order = await promised('10:30');
    await house.done(technicianViewer('t1'), 'appointment.late', {
      orderId: order,
      eta: at('11:10'),
      reason: '堵车',
    });
    const [way] = (await offeredFor(order)).options;
    // t2 sets out from where t1 does: what one drives more, the other is spared.
    expect(way).toMatchObject({
      kind: 'same_time',
      technicianId: 't2',
      travelSeconds: 0,
      overtimeSeconds: 0,
    });
  });

  it('leaves the visits of somebody who goes off duty with nobody, and another takes each at its time', async () => {
    const order = await promised('10:30');
    house.clock.at = MORNING + 10 * MINUTE;
    await house.done(DISPATCHER, 'technician.off_duty', { technicianId: 't1' });
    expect(await ripple()).toEqual([{ orderId: order, cause: 'absent', lateMin: 0, isTold: false }]);
    const offered = await offeredFor(order);
    expect(offered.options[0]).toMatchObject({
      kind: 'same_time',
      technicianId: 't2',
      needsAcceptance: true,
    });
  });

  it('tells nobody of another area', async () => {
    const order = await promised('10:30');
    expect(await optionsFor(house.services, ELSEWHERE, order)).toBe('no_order');
    expect(await rippleNow(house.services, ELSEWHERE, 'gulou')).toBeNull();
  });

  it('offer nothing for an order that stands in nobody’s day today, and say so', async () => {
    const orderId = await house.order();
    expect(await optionsFor(house.services, DISPATCHER, 'no-such-order')).toBe('no_order');
    await house.done(DISPATCHER, 'order.cancel', { orderId, by: 'customer', reason: '不装了' });
    expect(await optionsFor(house.services, DISPATCHER, orderId)).toBe('not_today');
  });
});
