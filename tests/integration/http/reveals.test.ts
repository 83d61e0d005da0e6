import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsAfter } from '#db/query/event.ts';
import { DISPATCHER, HOUR, MINUTE } from '#tests/integration/support/house.ts';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

const FULL = '13812341234';
const MASKED = '138****1234';

describe('the full number of a customer', () => {
  let house: HttpHouse;
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    house = await openHttpHouse();
    const areaIds = ['gulou'];
    cookies.desk = await house.signIn('desk', { role: 'dispatcher', areaIds });
    cookies.csr = await house.signIn('csr', { role: 'csr', areaIds });
    cookies.boss = await house.signIn('boss', { role: 'supervisor', areaIds });
    cookies.auditor = await house.signIn('auditor', { role: 'auditor', areaIds: null });
    cookies.t1 = await house.signIn('t1', { role: 'technician', areaIds, technicianId: 't1' });
    cookies.noc = await house.signIn('noc', { role: 'noc', areaIds: null });
    cookies.far = await house.signIn('far', { role: 'supervisor', areaIds: ['mawei'] });
  });
  afterAll(() => house.close());

  const reveal = (who: string, orderId: string, body: object = { reason: '客户约定回电' }, key?: string) =>
    house.call('POST', `/api/v1/orders/${orderId}/reveal`, {
      cookie: cookies[who],
      body,
      ...(key ? { headers: { 'idempotency-key': key } } : {}),
    });
  const phoneSeen = async (who: string, orderId: string) => {
    const { body } = await house.call('GET', `/api/v1/orders/${orderId}`, { cookie: cookies[who] });
    return (body.card as { phone: string }).phone;
  };
  const looked = async (who: string, query = '') =>
    house.call('GET', `/api/v1/reveals?area=gulou${query}`, { cookie: cookies[who] });

  it('[PRIV-01] is shown to who gives a reason, to nobody else, for a quarter of an hour', async () => {
    const orderId = await house.order();
    expect(await phoneSeen('desk', orderId)).toBe(MASKED);
    const shown = await reveal('desk', orderId);
    expect(shown, shown.text).toMatchObject({ status: 200, body: { orderId, customer: { phone: FULL } } });
    expect(await phoneSeen('desk', orderId)).toBe(FULL);
    expect(await phoneSeen('csr', orderId)).toBe(MASKED);
    house.clock.at += 15 * MINUTE - 1;
    expect(await phoneSeen('desk', orderId)).toBe(FULL);
    house.clock.at += 1;
    expect(await phoneSeen('desk', orderId)).toBe(MASKED);
  });

  it('[PRIV-01] is on record: who, when, of which order, and why', async () => {
    const orderId = await house.order();
    await reveal('csr', orderId, { reason: '核对地址' });
    const list = await looked('boss', `&order=${orderId}`);
    expect(list.body.reveals, list.text).toMatchObject([
      { orderId, number: `N-${orderId}`, name: 'csr', role: 'csr', reason: '核对地址' },
    ]);
    expect(list.text).not.toContain(FULL);
    const [event] = (await eventsAfter(house.database.sql, 'gulou', 0, 1_000)).slice(-1);
    expect(event).toMatchObject({ type: 'customer.revealed', entity: 'reveal', data: { orderId } });
    expect((await looked('auditor')).status).toBe(200);
    for (const who of ['csr', 'desk', 't1', 'noc']) expect((await looked(who)).status, who).toBe(404);
    expect((await looked('far')).body.reveals).toEqual([]);
  });

  it('[PRIV-01] takes a reason, the right to ask, and an order of the own area', async () => {
    const orderId = await house.order();
    expect((await reveal('desk', orderId, {})).status).toBe(400);
    expect((await reveal('desk', orderId, { reason: '   ' })).status).toBe(400);
    expect((await reveal('noc', orderId)).status).toBe(403);
    expect((await reveal('t1', orderId)).status).toBe(403);
    expect((await reveal('far', orderId)).status).toBe(404);
    expect((await looked('boss', `&order=${orderId}`)).body.reveals).toEqual([]);
  });

  it('[PRIV-06] points out a reason that speaks of private matters', async () => {
    const orderId = await house.order();
    const answer = await reveal('desk', orderId, { reason: '客户离婚了，问新地址' });
    expect(answer.body.warnings, answer.text).toMatchObject([{ id: 'PRIV-06', kind: 'warning' }]);
  });

  it('[PRIV-01] the answer that is kept with the id holds no number; asked again too late it is not shown', async () => {
    const orderId = await house.order();
    const key = randomUUID();
    expect((await reveal('desk', orderId, undefined, key)).body.customer).toMatchObject({ phone: FULL });
    const rows = await house.database.sql`select answer::text as kept from idem where command_id = ${key}`;
    expect(JSON.stringify(rows)).not.toContain(FULL);
    house.clock.at += HOUR;
    const again = await reveal('desk', orderId, undefined, key);
    expect(again.body).toMatchObject({ replay: true, customer: { phone: MASKED } });
    expect((await looked('boss', `&order=${orderId}`)).body.reveals).toHaveLength(1);
  });

  it('[PRIV-01] more than twenty looks in an hour are told once; twenty are not', async () => {
    house.clock.at += 2 * HOUR;
    const orderId = await house.order();
    const told = async () =>
      (await eventsAfter(house.database.sql, 'gulou', 0, 5_000)).filter(
        ({ type }) => type === 'customer.revealed_often',
      );
    const look = () => house.done(DISPATCHER, 'customer.reveal', { orderId, reason: '核对' });
    for (let n = 0; n < 20; n++) await look();
    expect(await told()).toEqual([]);
    await look();
    await look();
    expect(await told()).toMatchObject([
      { id: DISPATCHER.personId, data: { personId: DISPATCHER.personId, count: 21 } },
    ]);
    const often = (await looked('boss')).body.often;
    expect(often).toMatchObject([{ personId: DISPATCHER.personId, areaId: 'gulou', count: 21 }]);
    expect((await looked('far')).body.often).toEqual([]);
    house.clock.at += HOUR;
    await look();
    expect(await told()).toHaveLength(1);
    house.clock.at += 24 * HOUR;
    expect((await looked('boss')).body.often).toEqual([]);
  });
});
