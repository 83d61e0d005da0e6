import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOfOrder } from '#db/query/event.ts';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

const PLACE = { point: { lng: 119.3, lat: 26.08 }, precision: 'rooftop', uncertaintyM: 20 };
const OLD = '马尾区江滨路2号江滨花园1号楼101室';
const NEW = '鼓楼区东街1号6号楼302室';

describe('what is told of a customer later', () => {
  let house: HttpHouse;
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    house = await openHttpHouse();
    cookies.desk = await house.signIn('desk', { role: 'csr', areaIds: ['gulou', 'mawei'] });
    cookies.boss = await house.signIn('boss', { role: 'supervisor', areaIds: null });
  });
  afterAll(() => house.close());

  const take = async (body: object) => {
    const number = randomUUID();
    const taken = await house.call('POST', '/api/v1/orders', {
      cookie: cookies.desk,
      body: { number, areaId: 'gulou', place: PLACE, ...body },
    });
    expect(taken.status, taken.text).toBe(201);
    return String(taken.body.orderId);
  };
  const read = async (orderId: string) => {
    const { body } = await house.call('GET', `/api/v1/orders/${orderId}`, { cookie: cookies.desk });
    return body as { order: { status: string; hasPhone: boolean }; card: Record<string, string> };
  };
  const send = (type: string, payload: object) =>
    house.call('POST', '/api/v1/commands', {
      cookie: cookies.desk,
      body: { id: randomUUID(), type, payload },
    });

  it('[SITE-11] a move with both addresses is ready at both, each in its own area', async () => {
    const id = await take({
      type: 'move',
      moveFrom: { areaId: 'mawei', estate: '江滨花园' },
      customer: { name: '张三', phone: '13812341234', address: NEW, previousAddress: OLD },
    });
    const install = await read(`${id}.install`);
    const remove = await read(`${id}.remove`);
    expect([install.order, remove.order]).toMatchObject([
      { areaId: 'gulou', status: 'pending_dispatch' },
      { areaId: 'mawei', status: 'pending_dispatch' },
    ]);
    expect([install.card.address, remove.card.address]).toEqual([NEW, OLD]);
  });

  it('[INTK-01] the old address that came later completes the removal and stands with it, not in the log', async () => {
    const id = await take({ type: 'move', customer: { name: '张三', phone: '13812341234', address: NEW } });
    const orderId = `${id}.remove`;
    expect(await read(orderId)).toMatchObject({ order: { status: 'draft' }, card: { address: '' } });
    const done = await send('order.complete', { orderId, customer: { address: OLD } });
    expect(done.status, done.text).toBe(200);
    expect(await read(orderId)).toMatchObject({
      order: { status: 'pending_dispatch' },
      card: { address: OLD, name: '张三' },
    });
    const log = await eventsOfOrder(house.database.sql, orderId);
    expect(log.at(-1)).toMatchObject({ type: 'order.completed', data: { fields: ['address'] } });
    expect(JSON.stringify(log)).not.toContain('江滨路');
  });

  it('[INTK-01] a number that was missing is kept sealed, and masked', async () => {
    const missing = ['contactPhone'];
    const orderId = await take({ type: 'install', missing, customer: { name: '李四', address: NEW } });
    expect(await read(orderId)).toMatchObject({ order: { status: 'draft', hasPhone: false } });
    const wrong = await send('order.complete', { orderId, customer: { phone: '12345' } });
    expect(wrong, wrong.text).toMatchObject({ status: 400, body: { field: 'customer.phone' } });
    expect((await send('order.complete', { orderId, customer: { phone: '139 1234 1235' } })).status).toBe(
      200,
    );
    expect(await read(orderId)).toMatchObject({
      order: { status: 'pending_dispatch', hasPhone: true },
      card: { phone: '139****1235' },
    });
  });

  it('[VRFY-01] what was wrong is put right when the order is verified; the rest stays', async () => {
    const customer = { name: '王五', phone: '13812341234', address: NEW, note: '有狗' };
    const orderId = await take({ type: 'install', customer });
    await send('order.mismatch', { orderId, field: 'address', causedBy: 'company' });
    const right = `${NEW}（后门）`;
    const verified = await send('order.verify', {
      orderId,
      customer: { address: right, accessNotes: '走后门' },
    });
    expect(verified.status, verified.text).toBe(200);
    expect((await read(orderId)).card).toMatchObject({
      name: '王五',
      address: right,
      note: '有狗',
      accessNotes: '走后门',
    });
  });

  it('[PRIV-06] is pointed out when it speaks of private matters', async () => {
    const orderId = await take({ type: 'install', customer: { name: '王五', address: NEW } });
    const answer = await send('order.verify', { orderId, customer: { note: '客户欠债' } });
    expect(answer.body.warnings, answer.text).toMatchObject([{ id: 'PRIV-06' }]);
  });
});
