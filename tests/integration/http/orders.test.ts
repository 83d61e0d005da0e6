import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

const NEW_ORDER = {
  number: 'H1',
  areaId: 'gulou',
  type: 'install',
  intakeAt: '2026-03-10T08:30:00+08:00',
  place: { point: { lng: 119.3, lat: 26.08 }, precision: 'rooftop', uncertaintyM: 20 },
  customer: { name: '张三', phone: '138 1234 1234', address: '东街1号', note: '' },
};

describe('orders over HTTP', () => {
  let house: HttpHouse;
  let dispatcher: string;
  let t1: string;
  beforeAll(async () => {
    house = await openHttpHouse();
    dispatcher = await house.signIn('dispatcher', { role: 'dispatcher', areaIds: ['gulou'] });
    t1 = await house.signIn('t1', { role: 'technician', areaIds: ['gulou'], technicianId: 't1' });
  });
  afterAll(() => house.close());

  const key = () => ({ 'idempotency-key': randomUUID() });
  async function newOrder(number: string): Promise<string> {
    const taken = await house.call('POST', '/api/v1/orders', {
      cookie: dispatcher,
      body: { ...NEW_ORDER, number },
      headers: key(),
    });
    expect(taken.status).toBe(201);
    return taken.body.orderId as string;
  }

  it('are taken in once however often the call is repeated, and told with their timeline', async () => {
    const headers = key();
    const first = await house.call('POST', '/api/v1/orders', {
      cookie: dispatcher,
      body: NEW_ORDER,
      headers,
    });
    const again = await house.call('POST', '/api/v1/orders', {
      cookie: dispatcher,
      body: NEW_ORDER,
      headers,
    });
    expect(first).toMatchObject({ status: 201, body: { replay: false, version: 1 } });
    expect(again).toMatchObject({ status: 201, body: { ...first.body, replay: true } });
    const read = await house.call('GET', `/api/v1/orders/${first.body.orderId}`, { cookie: dispatcher });
    expect(read).toMatchObject({
      status: 200,
      body: {
        order: { number: 'H1', status: 'pending_dispatch', intakeAt: '2026-03-10T08:30:00+08:00' },
        card: { name: '张三', phone: '138****1234' },
        events: [{ type: 'order.taken_in' }],
        ledger: [],
      },
    });
  });

  it('go through assignment, acceptance, promise and visit', async () => {
    const id = await newOrder('H2');
    const assignment = `/api/v1/orders/${id}/assignment`;
    const given = await house.call('POST', assignment, {
      cookie: dispatcher,
      body: { technicianId: 't1', version: 1 },
      headers: key(),
    });
    expect(given.status).toBe(200);
    const accepted = await house.call('POST', '/api/v1/commands', {
      cookie: t1,
      body: { id: randomUUID(), type: 'order.accept', payload: { orderId: id } },
    });
    expect(accepted.status).toBe(200);
    const contacts = await house.call('POST', `/api/v1/orders/${id}/contacts`, {
      cookie: t1,
      body: { outcome: 'connected' },
    });
    expect(contacts.status).toBe(200);
    const promised = await house.call('POST', `/api/v1/orders/${id}/appointment`, {
      cookie: t1,
      body: { start: '2026-03-10T15:00:00+08:00', proposedBy: 'customer' },
    });
    expect(promised.status).toBe(200);
    const mine = await house.call('GET', `/api/v1/orders/${id}`, { cookie: t1 });
    expect(mine.body).toMatchObject({
      order: { status: 'appointed', planned: { start: '2026-03-10T15:00:00+08:00' } },
      card: { phone: '13812341234' },
      ledger: [{ version: 1, start: '2026-03-10T15:00:00+08:00' }],
    });
    const verified = await house.call('POST', '/api/v1/commands', {
      cookie: t1,
      body: { id: randomUUID(), type: 'order.verify', payload: { orderId: id } },
    });
    expect(verified.status).toBe(200);
    const step = await house.call('POST', `/api/v1/visits/${id}/steps`, {
      cookie: t1,
      body: { step: 'depart' },
    });
    expect(step.status).toBe(200);
    const under = await house.call('GET', `/api/v1/orders/${id}`, { cookie: t1 });
    const visits = (under.body.order as { visits: { id: string }[] }).visits;
    const arrived = await house.call('POST', `/api/v1/visits/${visits[0]?.id}/steps`, {
      cookie: t1,
      body: { step: 'visit.arrive', distanceM: 12, occurredAt: '2026-03-10T09:00:00+08:00' },
    });
    expect(arrived.status).toBe(200);
  });

  it('answer a drag that was sent twice as before, also when it was a dispatch', async () => {
    const id = await newOrder('H3');
    const drag = { cookie: dispatcher, body: { technicianId: 't2', version: 1 }, headers: key() };
    const first = await house.call('POST', `/api/v1/orders/${id}/assignment`, drag);
    const again = await house.call('POST', `/api/v1/orders/${id}/assignment`, drag);
    expect(again).toMatchObject({ status: 200, body: { ...first.body, replay: true } });
    const other = await house.call('POST', `/api/v1/orders/${id}/assignment`, {
      ...drag,
      body: { technicianId: 't3', version: 1 },
    });
    expect(other).toMatchObject({ status: 409, body: { code: 'key_reuse' } });
    const back = await house.call('DELETE', `/api/v1/orders/${id}/assignment`, {
      cookie: dispatcher,
      body: { reason: '客户改期' },
    });
    expect(back.status).toBe(200);
  });

  it('are refused as problems: stale with the fresh state, a rule with id and clause, a bad field by name', async () => {
    const id = await newOrder('H4');
    const stale = await house.call('POST', `/api/v1/orders/${id}/assignment`, {
      cookie: dispatcher,
      body: { technicianId: 't2', version: 7 },
    });
    expect(stale.headers.get('content-type')).toBe('application/problem+json');
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'stale', status: 409, current: { id, version: 1 } },
    });
    const tooEarly = await house.call('POST', `/api/v1/orders/${id}/appointment`, {
      cookie: dispatcher,
      body: { start: '2026-03-11T15:00:00+08:00', proposedBy: 'customer' },
    });
    expect(tooEarly).toMatchObject({ status: 422, body: { code: 'refused', rules: [{ id: 'STATE' }] } });
    const foreign = await house.call('POST', `/api/v1/orders/${id}/assignment`, {
      cookie: dispatcher,
      body: { technicianId: 'm1', version: 1 },
    });
    expect(foreign).toMatchObject({ status: 400, body: { field: 'technicianId' } });
    const supervisor = await house.signIn('supervisor', { role: 'supervisor', areaIds: null });
    const outside = await house.call('POST', `/api/v1/orders/${id}/assignment`, {
      cookie: supervisor,
      body: { technicianId: 'm1', version: 1 },
    });
    expect(outside).toMatchObject({ status: 422, body: { code: 'refused', rules: [{ id: 'DISP-09' }] } });
    const unknown = await house.call('POST', `/api/v1/orders/${id}/assignment`, {
      cookie: dispatcher,
      body: { technicianId: 't2', colour: 'red' },
    });
    expect(unknown).toMatchObject({ status: 400, body: { code: 'invalid', field: 'colour' } });
    const vague = await house.call('POST', `/api/v1/orders/${id}/appointment`, {
      cookie: dispatcher,
      body: { start: '2026-03-11T15:00:00', proposedBy: 'customer' },
    });
    expect(vague).toMatchObject({ status: 400, body: { field: 'start' } });
    const nobody = await house.call('POST', `/api/v1/orders/${id}/assignment`, {
      cookie: dispatcher,
      body: { technicianId: 't99' },
    });
    expect(nobody).toMatchObject({ status: 400, body: { field: 'technicianId' } });
  });

  it('[PRIV-01] are listed in pages, by state and text; by the customer for those who see who it is', async () => {
    for (const number of ['L1', 'L2', 'L3']) await newOrder(number);
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const page = await house.call('GET', `/api/v1/orders?limit=2${cursor}`, { cookie: dispatcher });
      const { orders, cursor: next } = page.body as { orders: { number: string }[]; cursor: string | null };
      seen.push(...orders.map(({ number }) => number));
      cursor = next ? `&cursor=${next}` : '';
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(['L1', 'L2', 'L3']));
    const found = await house.call('GET', '/api/v1/orders?q=L2', { cookie: dispatcher });
    expect(found.body.orders).toMatchObject([{ number: 'L2', card: { name: '张三' } }]);
    const byPhone = await house.call('GET', '/api/v1/orders?q=13812341234&state=pending_dispatch', {
      cookie: dispatcher,
    });
    expect((byPhone.body.orders as unknown[]).length).toBeGreaterThan(2);
    const auditor = await house.signIn('auditor', { role: 'auditor', areaIds: ['gulou'] });
    const tried = async (q: string) =>
      (await house.call('GET', `/api/v1/orders?q=${encodeURIComponent(q)}`, { cookie: auditor })).body.orders;
    expect(await tried('L2')).toMatchObject([{ number: 'L2', card: { name: '张*', phone: '138****1234' } }]);
    for (const known of ['13812341234', '张三']) expect(await tried(known), known).toEqual([]);
    const wrong = await house.call('GET', '/api/v1/orders?colour=red', { cookie: dispatcher });
    expect(wrong).toMatchObject({ status: 400, body: { field: 'colour' } });
  });

  it('tell what an assignment would mean without changing anything', async () => {
    const id = await newOrder('P1');
    const preview = await house.call('POST', '/api/v1/assignments/preview', {
      cookie: dispatcher,
      body: { orderIds: [id] },
    });
    const technicians = preview.body.technicians as { technicianId: string; outcome: string }[];
    expect(technicians.map(({ technicianId }) => technicianId)).toEqual(['t1', 't2', 't3', 't4']);
    expect(technicians.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    const after = await house.call('GET', `/api/v1/orders/${id}`, { cookie: dispatcher });
    expect(after.body).toMatchObject({ order: { status: 'pending_dispatch', version: 1 } });
  });

  it('are not changed from elsewhere: no Origin, another Origin, no JSON, too much of it', async () => {
    const call = { cookie: dispatcher, body: { ...NEW_ORDER, number: 'X1' } };
    for (const origin of ['', 'http://evil.example', 'null']) {
      const answer = await house.call('POST', '/api/v1/orders', { ...call, headers: { origin } });
      expect(answer, origin).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    const form = await house.call('POST', '/api/v1/orders', {
      ...call,
      headers: { 'content-type': 'text/plain' },
    });
    expect(form).toMatchObject({ status: 400, body: { field: 'Content-Type' } });
    const broken = await house.call('POST', '/api/v1/orders', { cookie: dispatcher, body: '{"number":' });
    expect(broken).toMatchObject({ status: 400, body: { field: 'body' } });
    const deep = `${'{"a":'.repeat(100_000 / 5)}1${'}'.repeat(100_000 / 5)}`;
    const nested = await house.call('POST', '/api/v1/orders', { cookie: dispatcher, body: deep });
    expect(nested).toMatchObject({ status: 400, body: { field: 'body' } });
    const huge = await house.call('POST', '/api/v1/orders', {
      cookie: dispatcher,
      body: { ...NEW_ORDER, estate: 'x'.repeat(300_000) },
    });
    expect(huge).toMatchObject({ status: 400, body: { field: 'body' } });
    const badKey = await house.call('POST', '/api/v1/orders', {
      ...call,
      headers: { 'idempotency-key': 'again' },
    });
    expect(badKey).toMatchObject({ status: 400, body: { field: 'Idempotency-Key' } });
  });
});
