import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { promiseLedger } from '#db/query/appointment-ledger.ts';
import { pendingApprovals } from '#db/query/approval.ts';
import { eventsOfOrder } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import type { Commands } from '#protocol/command.ts';
import {
  DISPATCHER,
  DISPATCHER_2,
  ELSEWHERE,
  HOUR,
  type House,
  LEAD,
  MINUTE,
  openHouse,
  SUPERVISOR,
  technicianViewer,
} from '#tests/integration/support/house.ts';

describe('a change that needs an approval', () => {
  let house: House;
  let orderId: string;
  let start: number;
  beforeEach(async () => {
    house = await openHouse();
    const t1 = technicianViewer('t1');
    orderId = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await house.done(t1, 'order.accept', { orderId });
    await house.done(t1, 'contact.attempt', { orderId, outcome: 'connected' });
    start = house.clock.at + 4 * HOUR;
    await house.done(t1, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
  });
  afterEach(() => house.close());

  const change = (): Commands['appointment.change'] => ({
    orderId,
    start: start + HOUR,
    cause: 'company',
    reason: '上一单超时',
    notifiedAt: house.clock.at,
  });

  async function askedForShortNotice(): Promise<string> {
    house.clock.at = start - 119 * MINUTE;
    const answer = await house.send(DISPATCHER, 'appointment.change', change());
    expect(answer).toMatchObject({
      ok: false,
      code: 'needs_approval',
      rules: [{ id: 'CHG-01' }],
      approver: 'area_lead',
    });
    const { approvalId } = await house.done(DISPATCHER, 'approval.request', {
      orderId,
      command: { type: 'appointment.change', payload: change() },
      reason: '客户已同意',
    });
    if (!approvalId) throw new Error('No approval was asked for.');
    return approvalId;
  }

  it('[CHG-01] is carried out when another person approves, with the approval in the ledger', async () => {
    const approvalId = await askedForShortNotice();
    expect(await pendingApprovals(house.database.sql, ['gulou'])).toMatchObject([
      { id: approvalId, orderId },
    ]);
    await house.done(LEAD, 'approval.approve', { approvalId, reason: '同意' });
    const ledger = await promiseLedger(house.database.sql, orderId);
    expect(ledger.at(-1)).toMatchObject({
      version: 2,
      start: start + HOUR,
      shortNotice: true,
      counted: true,
      requestedBy: DISPATCHER.personId,
      approval: { by: LEAD.personId, role: 'area_lead', reason: '同意' },
    });
    expect(await pendingApprovals(house.database.sql, ['gulou'])).toEqual([]);
    const types = (await eventsOfOrder(house.database.sql, orderId)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['approval.requested', 'approval.approved', 'appointment.changed']),
    );
  });

  it('[SEP-01] is not approved by the person who asked, nor by a role that may not', async () => {
    const approvalId = await askedForShortNotice();
    const twice = { ...DISPATCHER, role: 'area_lead' as const };
    const self = await house.send(twice, 'approval.approve', { approvalId, reason: '自批' });
    expect(self).toMatchObject({ ok: false, code: 'refused', rules: [{ id: 'SEP-01' }] });
    const low = await house.send(DISPATCHER_2, 'approval.approve', { approvalId, reason: '代批' });
    expect(low).toMatchObject({ ok: false, code: 'needs_approval', approver: 'area_lead' });
    expect(await promiseLedger(house.database.sql, orderId)).toHaveLength(1);
    await house.done(SUPERVISOR, 'approval.approve', { approvalId, reason: '同意' });
    expect(await promiseLedger(house.database.sql, orderId)).toHaveLength(2);
  });

  it('lapses when the rules refuse it by the time it is approved, and says why', async () => {
    const approvalId = await askedForShortNotice();
    await house.done(technicianViewer('t1'), 'order.verify', { orderId });
    await house.done(technicianViewer('t1'), 'visit.depart', { orderId });
    const answer = await house.send(SUPERVISOR, 'approval.approve', { approvalId, reason: '同意' });
    expect(answer).toMatchObject({ ok: false, code: 'refused', rules: [{ id: 'STATE' }] });
    expect(await pendingApprovals(house.database.sql, null)).toEqual([]);
    const types = (await eventsOfOrder(house.database.sql, orderId)).map(({ type }) => type);
    expect(types.at(-1)).toBe('approval.lapsed');
  });

  it('lapses with its order', async () => {
    const approvalId = await askedForShortNotice();
    await house.done(DISPATCHER, 'order.cancel', { orderId, by: 'customer', reason: '不装了' });
    expect(await pendingApprovals(house.database.sql, null)).toEqual([]);
    const answer = await house.send(SUPERVISOR, 'approval.approve', { approvalId, reason: '同意' });
    expect(answer).toMatchObject({ ok: false, code: 'stale', current: { state: 'lapsed' } });
  });

  it('stays as it is when it is rejected, and a decided request is stale for whoever comes later', async () => {
    const approvalId = await askedForShortNotice();
    await house.done(LEAD, 'approval.reject', { approvalId, reason: '换人上门' });
    const late = await house.send(SUPERVISOR, 'approval.approve', { approvalId, reason: '同意' });
    expect(late).toMatchObject({ ok: false, code: 'stale', current: { state: 'rejected' } });
    expect((await orderById(house.database.sql, orderId))?.appointments).toHaveLength(1);
  });

  it('is asked for once, only where it is needed, and not seen by another area', async () => {
    const approvalId = await askedForShortNotice();
    const request = {
      orderId,
      command: { type: 'appointment.change' as const, payload: change() },
      reason: '再来',
    };
    expect(await house.send(DISPATCHER_2, 'approval.request', request)).toMatchObject({
      ok: false,
      code: 'overlap',
    });
    const foreign = await house.send({ ...ELSEWHERE, role: 'supervisor' }, 'approval.approve', {
      approvalId,
      reason: '同意',
    });
    expect(foreign).toMatchObject({ ok: false, code: 'not_found' });
    const needless = await house.send(DISPATCHER, 'approval.request', {
      orderId,
      command: { type: 'contact.attempt', payload: { orderId, outcome: 'connected' } },
      reason: '多余',
    });
    expect(needless).toMatchObject({ ok: false, code: 'invalid', field: 'command' });
    const broken = await house.send(DISPATCHER, 'approval.request', {
      orderId,
      command: { type: 'appointment.change', payload: { ...change(), cause: 'weather' } },
      reason: '坏字段',
    });
    expect(broken).toMatchObject({ ok: false, code: 'invalid', field: 'command.payload.cause' });
  });
});
