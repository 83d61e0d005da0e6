import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Order } from '#domain/order/order.ts';
import type { Commands, CommandType } from '#protocol/command.ts';
import { DaysAway } from '#server/services/plan/day-desk.ts';
import { HOUR, MINUTE } from '#tests/integration/support/house.ts';
import { type Answer, type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

/** Every state machine of §22 over HTTP, each by the people whose sign-in it takes. */
describe('the machines over HTTP', () => {
  let house: HttpHouse;
  const cookies: Record<string, string> = {};
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    house = await openHttpHouse();
    const areaIds = ['gulou'];
    cookies.dispatcher = await house.signIn('dispatcher', { role: 'dispatcher', areaIds });
    cookies.lead = await house.signIn('lead', { role: 'area_lead', areaIds });
    cookies.supervisor = await house.signIn('supervisor', { role: 'supervisor', areaIds });
    cookies.callback = await house.signIn('callback', { role: 'callback_agent', areaIds });
    cookies.t1 = await house.signIn('t1', { role: 'technician', areaIds, technicianId: 't1' });
    for (const [who, cookie] of Object.entries(cookies))
      ids[who] = (await house.call('GET', '/api/v1/me', { cookie })).body.personId as string;
  });
  afterAll(() => house.close());

  function send<T extends CommandType>(who: string, type: T, payload: Commands[T]): Promise<Answer> {
    return house.call('POST', '/api/v1/commands', {
      cookie: cookies[who],
      body: { id: randomUUID(), type, payload },
    });
  }
  async function done<T extends CommandType>(who: string, type: T, payload: Commands[T]): Promise<Answer> {
    const answer = await send(who, type, payload);
    expect(answer.status, `${type}: ${answer.text}`).toBe(200);
    return answer;
  }
  const rulesOf = ({ body }: Answer) => ((body.rules ?? []) as { id: string }[]).map(({ id }) => id);
  async function read(orderId: string): Promise<Order> {
    const { body } = await house.call('GET', `/api/v1/orders/${orderId}`, { cookie: cookies.dispatcher });
    return body.order as Order;
  }
  async function intake(given: Partial<Commands['order.intake']> = {}): Promise<string> {
    const orderId = randomUUID();
    await done('dispatcher', 'order.intake', {
      orderId,
      number: `M-${orderId}`,
      areaId: 'gulou',
      type: 'fault',
      place: { point: { lng: 119.31, lat: 26.09 }, precision: 'rooftop', uncertaintyM: 20 },
      ...given,
    });
    return orderId;
  }
  /** A complaint that was answered: what a callback may follow, done at a desk. */
  async function answeredComplaint(): Promise<string> {
    const orderId = await intake({ type: 'complaint' });
    await done('supervisor', 'order.review', { orderId });
    await done('dispatcher', 'order.dispatch', { orderId, technicianId: 't1' });
    await done('t1', 'order.accept', { orderId });
    await done('t1', 'contact.attempt', { orderId, outcome: 'connected' });
    await done('dispatcher', 'order.resolve', { orderId });
    await done('dispatcher', 'order.reply', { orderId });
    return orderId;
  }

  it('[CALL-03] callback: the agent signs in the own name, and the order is closed', async () => {
    const orderId = await answeredComplaint();
    const other = await send('callback', 'callback.record', {
      orderId,
      agent: 'somebody-else',
      outcome: 'done',
    });
    expect(other.status, other.text).toBe(403);
    const dispatcher = await send('dispatcher', 'callback.record', {
      orderId,
      agent: ids.dispatcher ?? '',
      outcome: 'done',
    });
    expect(dispatcher.status).toBe(403);
    await done('callback', 'callback.record', {
      orderId,
      agent: ids.callback ?? '',
      outcome: 'done',
      dissatisfied: false,
    });
    expect(await read(orderId)).toMatchObject({ status: 'closed', callbacks: [{ agent: ids.callback }] });
  });

  it('[CALL-12] callback: who did the work does not ask about it, in whatever seat', async () => {
    const orderId = await answeredComplaint();
    // The very person has become a callback agent since.
    const areaIds = ['gulou'];
    const cookie = await house.signIn('t1', { role: 'callback_agent', areaIds });
    const answer = await house.call('POST', '/api/v1/commands', {
      cookie,
      body: {
        id: randomUUID(),
        type: 'callback.record',
        payload: { orderId, agent: ids.t1, outcome: 'done' },
      },
    });
    cookies.t1 = await house.signIn('t1', { role: 'technician', areaIds, technicianId: 't1' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'refused' } });
    expect(rulesOf(answer)).toEqual(expect.arrayContaining(['CALL-12', 'SEP-01']));
    expect((await read(orderId)).callbacks).toEqual([]);
  });

  it('[OVRD-01] urge: issued by the desk and the customer, each a record of its own', async () => {
    const orderId = await intake();
    await done('dispatcher', 'urge.issue', { orderId });
    await done('dispatcher', 'urge.issue', { orderId });
    await done('dispatcher', 'customer.urge', { orderId });
    expect(await read(orderId)).toMatchObject({
      urges: [{ by: 'person' }, { by: 'person' }],
      customerUrges: [{}],
    });
    expect((await send('t1', 'urge.issue', { orderId })).status).toBe(403);
  });

  it('[DMG-01] damage claim: reported, agreed, paid by who may pay', async () => {
    const orderId = await intake();
    await done('dispatcher', 'damage.report', {
      orderId,
      item: 'left glass door of the TV cabinet',
      photo: true,
      apologised: true,
    });
    expect((await read(orderId)).damage).toMatchObject({
      item: 'left glass door of the TV cabinet',
      photo: true,
      apologisedAt: expect.stringMatching(/^2026/),
    });
    await done('dispatcher', 'damage.agree', { orderId });
    expect((await send('dispatcher', 'damage.compensate', { orderId })).status).toBe(403);
    await done('supervisor', 'damage.compensate', { orderId });
    expect((await read(orderId)).damage).toMatchObject({ compensatedAt: expect.stringMatching(/^2026/) });
    const again = await send('supervisor', 'damage.compensate', { orderId });
    expect(again).toMatchObject({ status: 422, body: { code: 'refused' } });
    expect(rulesOf(again)).toEqual(['STATE']);
  });

  it('[BLOK-01] coordination: a visit that cannot go on is taken up and solved', async () => {
    const orderId = await intake({ type: 'install', durationMin: 30 });
    await done('dispatcher', 'order.dispatch', { orderId, technicianId: 't1' });
    await done('t1', 'order.accept', { orderId });
    await done('t1', 'contact.attempt', { orderId, outcome: 'connected', contentConfirmed: true });
    const start = house.clock.at + 3 * HOUR;
    await done('t1', 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    expect((await send('dispatcher', 'coordination.ack', { orderId })).status).toBe(422);
    house.clock.at = start - 20 * MINUTE;
    const steps = (step: string, more: object = {}) =>
      house.call('POST', `/api/v1/visits/${orderId}/steps`, { cookie: cookies.t1, body: { step, ...more } });
    await done('t1', 'order.verify', { orderId });
    expect((await steps('depart')).status).toBe(200);
    house.clock.at = start - 6 * MINUTE;
    expect((await steps('arrive', { distanceM: 10 })).status).toBe(200);
    expect((await steps('enter')).status).toBe(200);
    const blocked = await steps('block', {
      reason: '楼道无资源',
      department: '网络部',
      consent: true,
      expectedReturnDate: '2026-03-12',
    });
    expect(blocked.status, blocked.text).toBe(200);
    await done('dispatcher', 'coordination.ack', { orderId });
    await done('dispatcher', 'coordination.done', { orderId });
    expect(await read(orderId)).toMatchObject({
      status: 'pending_appointment',
      blocks: [{ department: '网络部' }],
    });
  });

  it('[APPT-11] hold: asked for by one, approved by another signed-in person, never by the same', async () => {
    const orderId = await intake({ type: 'install' });
    await done('dispatcher', 'order.dispatch', { orderId, technicianId: 't1' });
    await done('t1', 'order.accept', { orderId });
    await done('t1', 'contact.attempt', { orderId, outcome: 'connected' });
    const hold = {
      orderId,
      reason: 'customer_wish' as const,
      until: house.clock.at + 48 * HOUR,
      offered: [house.clock.at + HOUR],
    };
    const needs = await send('dispatcher', 'hold.start', hold);
    expect(needs).toMatchObject({ status: 422, body: { code: 'needs_approval', approver: 'area_lead' } });
    const asked = await house.call('POST', '/api/v1/approvals', {
      cookie: cookies.lead,
      body: { orderId, command: { type: 'hold.start', payload: hold }, reason: '客户出差' },
    });
    expect(asked.status, asked.text).toBe(201);
    const path = `/api/v1/approvals/${asked.body.approvalId}/approve`;
    const own = await house.call('POST', path, { cookie: cookies.lead, body: { reason: '同意' } });
    expect(own.status).toBe(422);
    expect(rulesOf(own)).toContain('SEP-01');
    const other = await house.call('POST', path, { cookie: cookies.supervisor, body: { reason: '同意' } });
    expect(other.status, other.text).toBe(200);
    expect((await read(orderId)).status).toBe('on_hold_customer');
    await done('dispatcher', 'hold.end', { orderId });
    expect((await read(orderId)).status).toBe('accepted');
  });

  it('[INTK-09] a removal without its retention is completed, another is won back', async () => {
    const orderId = await intake({ type: 'remove', missing: ['churnReason'] });
    expect((await read(orderId)).status).toBe('draft');
    const refused = await send('dispatcher', 'order.dispatch', { orderId, technicianId: 't1' });
    expect(rulesOf(refused)).toContain('INTK-09');
    await done('dispatcher', 'order.complete', {
      orderId,
      fields: ['churnReason'],
      churnReason: '搬家',
      retentionLevel: 2,
    });
    expect((await read(orderId)).status).toBe('pending_dispatch');
    const stays = await intake({ type: 'remove' });
    await done('supervisor', 'order.retain', { orderId: stays, reason: '赠送三个月' });
    expect((await read(stays)).status).toBe('retained');
  });

  it('says that the planner is to be asked again when it does not answer in time', async () => {
    const orderId = await intake();
    const { days } = house.services;
    const away = () => Promise.reject(new DaysAway());
    house.services.days = { options: away, why: away, slots: away };
    for (const path of [
      `/slots?orderId=${orderId}`,
      `/orders/${orderId}/why`,
      `/orders/${orderId}/options`,
    ]) {
      const answer = await house.call('GET', `/api/v1${path}`, { cookie: cookies.dispatcher });
      expect(answer).toMatchObject({
        status: 503,
        body: { code: 'retry', title: expect.stringContaining('planner') },
      });
    }
    house.services.days = days;
  });

  it('tells which times could be promised and why an order waits, and changes nothing by it', async () => {
    const orderId = await intake({ type: 'install', durationMin: 60 });
    const before = (await read(orderId)).version;
    const slots = await house.call('GET', `/api/v1/slots?orderId=${orderId}`, { cookie: cookies.dispatcher });
    expect(slots.status, slots.text).toBe(200);
    const offered = slots.body.slots as { start: string; technicianId: string; costSeconds: number }[];
    expect(offered.length).toBeGreaterThan(0);
    expect(offered[0]?.start).toMatch(/^2026-03-1\dT\d\d:(00|30):00\+08:00$/);
    const promised = await house.call('POST', `/api/v1/assignments/preview`, {
      cookie: cookies.dispatcher,
      body: { orderIds: [orderId], technicianId: offered[0]?.technicianId, at: offered[0]?.start },
    });
    expect(promised.body).toMatchObject({ technicians: [{ outcome: 'accepted' }] });

    const why = await house.call('GET', `/api/v1/orders/${orderId}/why`, { cookie: cookies.dispatcher });
    expect(why).toMatchObject({ status: 200, body: { orderId, repair: null } });
    expect((why.body.fits as unknown[]).length).toBeGreaterThan(0);
    const unskilled = await intake({ type: 'install', accessType: 'LAN', durationMin: 700 });
    const long = await house.call('GET', `/api/v1/orders/${unskilled}/why`, { cookie: cookies.dispatcher });
    expect(long.body.fits).toEqual([]);
    const reasons = long.body.technicians as { technicianId: string; reason: { code: string } }[];
    expect(reasons.map(({ technicianId }) => technicianId).sort()).toEqual(['t1', 't2', 't3', 't4']);
    expect(reasons.every(({ reason }) => reason.code !== '')).toBe(true);
    expect((await read(orderId)).version).toBe(before);
    expect(
      (await house.call('GET', '/api/v1/slots?orderId=nothing', { cookie: cookies.dispatcher })).status,
    ).toBe(404);
  });

  it('[CUTV-01] points out the times that fall into a cutover of the area, and no others', async () => {
    const orderId = await intake({ type: 'install', durationMin: 60 });
    const notesOf = async () => {
      const { body } = await house.call('GET', `/api/v1/slots?orderId=${orderId}`, {
        cookie: cookies.dispatcher,
      });
      return (body.slots as { start: string; rules: { id: string }[] }[]).map(({ start, rules }) => ({
        at: Date.parse(start),
        cutover: rules.some(({ id }) => id === 'CUTV-01'),
      }));
    };
    const before = await notesOf();
    expect(before.map(({ cutover }) => cutover)).not.toContain(true);
    const start = before[0]!.at + 2 * HOUR;
    const end = start + 2 * HOUR;
    await done('dispatcher', 'cutover.plan', {
      cutoverId: 'slots-1',
      areaId: 'gulou',
      work: '设备搬迁',
      start,
      end,
    });
    const after = await notesOf();
    expect(after.length).toBeGreaterThan(0);
    for (const { at, cutover } of after) expect(cutover).toBe(at < end && at + HOUR > start);
    expect(new Set(after.map(({ cutover }) => cutover))).toEqual(new Set([true, false]));
  });
});
