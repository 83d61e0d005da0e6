import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsAfter } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import type { Commands, CommandType } from '#protocol/command.ts';
import { HOUR, MINUTE } from '#tests/integration/support/house.ts';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

const PLACE = { point: { lng: 119.3, lat: 26.08 }, precision: 'rooftop', uncertaintyM: 20 };

describe('an outage over HTTP', () => {
  let house: HttpHouse;
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    house = await openHttpHouse();
    cookies.noc = await house.signIn('noc', { role: 'noc', areaIds: null });
    cookies.desk = await house.signIn('desk', { role: 'dispatcher', areaIds: ['gulou'] });
    cookies.csr = await house.signIn('csr', { role: 'csr', areaIds: ['gulou'] });
    cookies.far = await house.signIn('far', { role: 'dispatcher', areaIds: ['mawei'] });
  });
  afterAll(() => house.close());

  const send = <T extends CommandType>(who: string, type: T, payload: Commands[T], version?: number) =>
    house.call('POST', '/api/v1/commands', {
      cookie: cookies[who],
      body: { id: randomUUID(), type, payload, ...(version === undefined ? {} : { version }) },
    });
  const listed = async (who: string) =>
    (await house.call('GET', '/api/v1/outages?area=gulou', { cookie: cookies[who] })).body.outages;
  const line = async (orderId: string) => orderById(house.database.sql, orderId);
  async function fault(fields: Record<string, unknown> = {}) {
    const taken = await house.call('POST', '/api/v1/orders', {
      cookie: cookies.csr,
      body: {
        number: randomUUID(),
        areaId: 'gulou',
        type: 'fault',
        place: PLACE,
        customer: { name: '张三' },
        ...fields,
      },
      headers: { 'idempotency-key': randomUUID() },
    });
    const warnings = (taken.body.warnings ?? []) as { id: string }[];
    return { id: String(taken.body.orderId), status: taken.status, ids: warnings.map(({ id }) => id), taken };
  }
  const dispatch = (orderId: string) => send('desk', 'order.dispatch', { orderId, technicianId: 't1' });

  it('[OUTG-01] is suggested by the third fault of half an hour, and lies on record once it is opened', async () => {
    const first = await fault();
    const second = await fault();
    expect([...first.ids, ...second.ids]).not.toContain('OUTG-01');
    expect((await fault()).ids).toContain('OUTG-01');
    const opened = await send('noc', 'outage.open', {
      outageId: 'g1',
      areaId: 'gulou',
      cause: '光缆中断',
      orderIds: [first.id, second.id],
    });
    expect(opened, opened.text).toMatchObject({ status: 200, body: { areaId: 'gulou', version: 1 } });
    expect(await listed('desk')).toMatchObject([{ id: 'g1', status: 'confirmed', cause: '光缆中断' }]);
    expect(await listed('far')).toEqual([]);
    expect([await line(first.id), await line(second.id)]).toMatchObject([
      { outageId: 'g1' },
      { outageId: 'g1' },
    ]);
    const log = await eventsAfter(house.database.sql, 'gulou', 0, 1_000);
    expect(log.slice(-3).map(({ type, entity }) => [type, entity])).toEqual([
      ['outage.opened', 'outage'],
      ['order.outage_linked', 'order'],
      ['order.outage_linked', 'order'],
    ]);
  });

  it('[INTK-07] takes a new fault of its area as one more line, and no other order', async () => {
    const one = await fault();
    expect(one.ids).toContain('INTK-07');
    expect(await line(one.id)).toMatchObject({ outageId: 'g1' });
    const install = await fault({ type: 'install' });
    expect(await line(install.id)).toMatchObject({ outageId: null });
    const wrong = await fault({ outageId: 'g9' });
    expect(wrong.taken, wrong.taken.text).toMatchObject({ status: 400, body: { field: 'outageId' } });
  });

  it('[OUTG-01] sends nobody to a single line until it is over', async () => {
    const { id } = await fault();
    const refused = await dispatch(id);
    expect(refused.status, refused.text).toBe(422);
    expect(refused.body.rules).toMatchObject([{ id: 'OUTG-01', facts: { outage: 'g1' } }]);
    expect(await line(id)).toMatchObject({ status: 'pending_dispatch', technicianId: null });
  });

  it('[OUTG-02] takes an order merged into it as a line whose clocks go on', async () => {
    const install = await fault({ type: 'install' });
    expect((await send('desk', 'order.merge', { orderId: install.id, into: 'g1' })).status).toBe(200);
    expect(await line(install.id)).toMatchObject({ status: 'merged', mergedInto: 'g1', outageId: 'g1' });
  });

  it('merges an order only into one that is there', async () => {
    const { id } = await fault({ type: 'install' });
    const nowhere = await send('desk', 'order.merge', { orderId: id, into: 'no-such-order' });
    expect(nowhere, nowhere.text).toMatchObject({ status: 400, body: { code: 'invalid', field: 'into' } });
    expect(await line(id)).toMatchObject({ status: 'pending_dispatch', mergedInto: null });
    const other = await fault({ type: 'install' });
    expect((await send('desk', 'order.merge', { orderId: id, into: other.id })).status).toBe(200);
    expect(await line(id)).toMatchObject({ status: 'merged', mergedInto: other.id });
  });

  // E-88
  it('[OUTG-04] keeps each expected end, and when word of it reached the last line', async () => {
    const past = await send('noc', 'outage.eta', { outageId: 'g1', eta: house.clock.at - MINUTE });
    expect(past.body.rules, past.text).toMatchObject([{ id: 'OUTG-04' }]);
    const eta = '2026-03-10T11:00:00+08:00';
    expect((await send('noc', 'outage.eta', { outageId: 'g1', eta: Date.parse(eta) })).status).toBe(200);
    house.clock.at += 10 * MINUTE;
    expect((await send('csr', 'outage.notify', { outageId: 'g1' })).status).toBe(200);
    expect(await listed('noc')).toMatchObject([
      { etas: [{ eta, deliveredAt: '2026-03-10T09:10:00+08:00' }] },
    ]);
  });

  it('[ATTR-05] says to the customers of its lines when the network is expected back', async () => {
    const lineId = (await fault()).id;
    const say = async () =>
      (await house.call('GET', `/api/v1/orders/${lineId}`, { cookie: cookies.desk })).body.say;
    expect(await say()).toMatchObject({ text: expect.stringContaining('预计3月10日11:00可恢复') });
  });

  it('is changed by who may and from what was seen, and does not exist for others', async () => {
    expect((await send('csr', 'outage.repair', { outageId: 'g1' })).status).toBe(403);
    expect((await send('far', 'outage.repair', { outageId: 'g1' })).status).toBe(404);
    expect((await send('far', 'outage.open', { outageId: 'g2', areaId: 'gulou' })).status).toBe(404);
    const hidden = await send('far', 'outage.open', { outageId: 'g1', areaId: 'mawei' });
    expect(hidden.text).not.toContain('gulou');
    expect(hidden.status).toBe(400);
    const stale = await send('noc', 'outage.repair', { outageId: 'g1' }, 1);
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale', current: { version: 3 } } });
    const again = await send('noc', 'outage.open', { outageId: 'g1', areaId: 'gulou' });
    expect(again.body.rules).toMatchObject([{ id: 'STATE' }]);
    const foreign = await house.order({ areaId: 'mawei', type: 'fault' });
    const linked = await send('noc', 'outage.open', { outageId: 'g3', areaId: 'gulou', orderIds: [foreign] });
    expect(linked, linked.text).toMatchObject({ status: 400, body: { field: 'orderIds' } });
  });

  it('[OUTG-03] is closed when every line has been looked at, merged or linked; one still down is sent for', async () => {
    expect((await send('noc', 'outage.repair', { outageId: 'g1' })).status).toBe(200);
    house.clock.at += HOUR;
    expect((await send('noc', 'outage.restore', { outageId: 'g1' })).status).toBe(200);
    const early = await send('noc', 'outage.verify', { outageId: 'g1' });
    expect(early.body.rules, early.text).toMatchObject([{ id: 'OUTG-03' }]);
    const lines = await house.database.sql<{ id: string }[]>`
      select id from orders where state ->> 'outageId' = 'g1' order by status = 'merged' desc, id`;
    expect(lines.length).toBeGreaterThan(3);
    for (const [index, { id }] of lines.entries()) {
      const looked = await send('noc', 'outage.verify_line', { orderId: id, working: index > 0 });
      expect(looked.status, looked.text).toBe(200);
    }
    const [down] = lines;
    expect((await dispatch(down?.id ?? '')).status).toBe(200);
    expect((await send('noc', 'outage.verify', { outageId: 'g1' })).status).toBe(200);
    expect((await send('noc', 'outage.close', { outageId: 'g1' })).status).toBe(200);
    expect(await listed('noc')).toEqual([]);
    expect(await line((await fault()).id)).toMatchObject({ outageId: null });
  });

  it('[OUTG-01] is no more than a suspicion before it is confirmed: nothing waits for it', async () => {
    expect((await send('csr', 'outage.suspect', { outageId: 'g4', areaId: 'gulou' })).status).toBe(200);
    const { id } = await fault();
    expect(await line(id)).toMatchObject({ outageId: null });
    expect((await dispatch(id)).status).toBe(200);
    expect((await send('noc', 'outage.close', { outageId: 'g4' })).status).toBe(200);
  });

  it('[INTK-07] takes as its lines the faults that it reaches, and asks about those that nobody can tell', async () => {
    const opened = await send('noc', 'outage.open', {
      outageId: 'g5',
      areaId: 'gulou',
      estates: ['左海花园'],
    });
    expect(opened.status, opened.text).toBe(200);
    const inside = await fault({ estate: '左海花园' });
    expect(inside.ids).toContain('INTK-07');
    expect(await line(inside.id)).toMatchObject({ outageId: 'g5' });
    const beside = await fault({ estate: '屏山小区' });
    expect(beside.ids).not.toContain('INTK-07');
    expect(await line(beside.id)).toMatchObject({ outageId: null });
    expect((await dispatch(beside.id)).status).toBe(200);
    const unclear = await fault({ estate: null });
    expect(unclear.ids).toContain('INTK-07');
    expect(await line(unclear.id)).toMatchObject({ outageId: null });
    const told = await fault({ estate: null, outageId: 'g5' });
    expect(await line(told.id)).toMatchObject({ outageId: 'g5' });
    expect((await send('noc', 'outage.reach', { outageId: 'g5' })).status).toBe(200);
    expect(await line((await fault({ estate: '屏山小区' })).id)).toMatchObject({ outageId: 'g5' });
  });
});
