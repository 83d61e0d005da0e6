import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR } from '#tests/integration/support/house.ts';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

const PLACE = { point: { lng: 119.3, lat: 26.08 }, precision: 'rooftop', uncertaintyM: 20 };

describe('figures over HTTP', () => {
  let house: HttpHouse;
  let dispatcher: string;
  let csr: string;
  beforeAll(async () => {
    house = await openHttpHouse();
    dispatcher = await house.signIn('dispatcher', { role: 'dispatcher', areaIds: ['gulou'] });
    csr = await house.signIn('desk', { role: 'csr', areaIds: ['gulou'] });
    for (const number of ['K1', 'K2']) {
      const taken = await house.call('POST', '/api/v1/orders', {
        cookie: dispatcher,
        body: { number, areaId: 'gulou', type: 'fault', place: PLACE, customer: { name: '张三' } },
        headers: { 'idempotency-key': randomUUID() },
      });
      expect(taken.status).toBe(201);
      if (number === 'K2') continue;
      const given = await house.call('POST', `/api/v1/orders/${taken.body.orderId}/assignment`, {
        cookie: dispatcher,
        body: { technicianId: 't1', version: 1 },
        headers: { 'idempotency-key': randomUUID() },
      });
      expect(given, given.text).toMatchObject({ status: 200 });
    }
    house.clock.at += HOUR;
  });
  afterAll(() => house.close());

  const PERIOD = 'from=2026-03-10&to=2026-03-10';
  const read = (path: string, cookie = dispatcher) => house.call('GET', `/api/v1${path}`, { cookie });

  it('[KPI-14] count what was dispatched in time, and name the orders behind it', async () => {
    const report = await read(`/kpis?${PERIOD}`);
    expect(report.status).toBe(200);
    const [all] = report.body.groups as { figures: { id: string }[] }[];
    const figures = all?.figures ?? [];
    expect(figures.find(({ id }) => id === 'KPI-14')).toMatchObject({
      numerator: 1,
      denominator: 2,
      value: 0.5,
      excluded: 0,
      exclusions: [],
      corrected: [],
    });
    expect(figures.find(({ id }) => id === 'KPI-09')).toMatchObject({ denominator: 0, value: null });
    const orders = await read(`/kpis/KPI-14/orders?${PERIOD}`);
    const behind = orders.body.orders as { number: string; value: number; at: string }[];
    expect(behind.map(({ number, value }) => [number, value]).sort()).toEqual([
      ['K1', 1],
      ['K2', 0],
    ]);
    expect(behind[0]?.at).toMatch(/\+08:00$/);
  });

  it('are told apart by technician', async () => {
    const groups = (await read(`/kpis?${PERIOD}&by=technician`)).body.groups as { key: string | null }[];
    expect(groups.map(({ key }) => key).sort()).toEqual(['t1', null].sort());
  });

  it('lead from one group to its own orders', async () => {
    const behind = async (query: string) =>
      ((await read(`/kpis/KPI-14/orders?${PERIOD}${query}`)).body.orders as { number: string }[])
        .map(({ number }) => number)
        .toSorted();
    expect(await behind('&by=technician&key=t1')).toEqual(['K1']);
    expect(await behind('&by=technician'), 'those that nobody has').toEqual(['K2']);
    expect(await behind('&by=area&key=elsewhere')).toEqual([]);
  });

  it('say what is wrong with a period or an indicator', async () => {
    expect(await read('/kpis?from=2026-03-10&to=2026-03-09')).toMatchObject({
      status: 400,
      body: { field: 'to' },
    });
    expect(await read('/kpis?from=2026-03-10')).toMatchObject({ status: 400, body: { field: 'to' } });
    for (const [from, to, field] of [
      ['0001-01-01', '2026-03-10', 'from'],
      ['2026-03-10', '9999-12-31', 'to'],
    ])
      expect(await read(`/kpis?from=${from}&to=${to}`)).toMatchObject({ status: 400, body: { field } });
    expect((await read(`/kpis/KPI-99/orders?${PERIOD}`)).status).toBe(404);
  });

  it('[PRIV-02] leave the house only with a reason, and carry who took them', async () => {
    const bare = await read(`/kpis/KPI-14/orders?${PERIOD}&format=csv`);
    expect(bare).toMatchObject({ status: 422, body: { rules: [{ id: 'PRIV-02' }] } });
    const table = await read(`/kpis/KPI-14/orders?${PERIOD}&format=csv&reason=monthly`);
    expect(table.headers.get('content-type')).toMatch(/^text\/csv/);
    const [mark, head, ...rows] = table.text.trim().split('\r\n');
    expect(mark).toMatch(/内部资料 .* monthly$/);
    expect([head, rows.length]).toEqual(['order,at,value,left out', 2]);
  });

  it('are not for everybody', async () => {
    expect((await read(`/kpis?${PERIOD}`, csr)).status).toBe(404);
  });
});
