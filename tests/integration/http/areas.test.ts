import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertPlan } from '#db/query/plan.ts';
import { DISPATCHER, HOUR, MINUTE, technicianViewer } from '#tests/integration/support/house.ts';
import {
  type Answer,
  allRoutes,
  type Call,
  type HttpHouse,
  openHttpHouse,
  type Route,
} from '#tests/integration/support/http.ts';

/** Values that may appear nowhere outside the area: were one of them in an answer, it would have leaked. */
const CANARY = {
  name: '金丝雀',
  phone: '13900001111',
  address: '鼓楼区金丝雀路7号9号楼1203室',
  note: '金丝雀的备注',
  number: 'CANARY-0001',
  estate: '金丝雀花园',
};

/** What each route is asked about the other area's order; a route without a line here fails the test. */
type Probe = (ids: Ids) => { path: string; body?: unknown; form?: FormData; query?: string };
interface Ids {
  order: string;
  visit: string;
  approval: string;
  plan: string;
  import: string;
}

const PROBES: Record<string, Probe | 'own'> = {
  'GET /api/v1/me': 'own',
  'GET /api/v1/standards/[id]': 'own',
  'GET /api/v1/openapi.json': 'own',
  'GET /api/v1/me/filters': 'own',
  'PUT /api/v1/me/filters': 'own',
  'DELETE /api/v1/me/filters': 'own',
  'GET /api/v1/areas': () => ({ path: '/api/v1/areas' }),
  'GET /api/v1/technicians': () => ({ path: '/api/v1/technicians?area=gulou' }),
  'GET /api/v1/orders': () => ({ path: '/api/v1/orders?area=gulou' }),
  'GET /api/v1/orders/[id]': ({ order }) => ({ path: `/api/v1/orders/${order}` }),
  'GET /api/v1/outages': () => ({ path: '/api/v1/outages?area=gulou' }),
  'GET /api/v1/cutovers': () => ({ path: '/api/v1/cutovers?area=gulou' }),
  'GET /api/v1/calendar': () => ({ path: '/api/v1/calendar' }),
  'POST /api/v1/calendar': () => ({
    path: '/api/v1/calendar',
    body: { year: 2027, off: '2027-01-01', source: '越权' },
  }),
  'GET /api/v1/reveals': () => ({ path: '/api/v1/reveals?area=gulou' }),
  'GET /api/v1/orders/[id]/photos': ({ order }) => ({ path: `/api/v1/orders/${order}/photos` }),
  'GET /api/v1/photos/[id]': () => ({ path: `/api/v1/photos/${randomUUID()}` }),
  'POST /api/v1/visits/[id]/photos': ({ visit }) => ({
    path: `/api/v1/visits/${visit}/photos`,
    form: photoForm(),
  }),
  'POST /api/v1/orders/[id]/reveal': ({ order }) => ({
    path: `/api/v1/orders/${order}/reveal`,
    body: { reason: '越区' },
  }),
  'GET /api/v1/approvals': () => ({ path: '/api/v1/approvals?area=gulou' }),
  'GET /api/v1/calls': () => ({ path: '/api/v1/calls?area=gulou' }),
  'GET /api/v1/travel': () => ({ path: '/api/v1/travel?area=gulou' }),
  'GET /api/v1/kpis': () => ({ path: '/api/v1/kpis?from=2026-03-01&to=2026-03-31&area=gulou&by=technician' }),
  'GET /api/v1/kpis/[id]/orders': () => ({
    path: '/api/v1/kpis/KPI-06/orders?from=2026-03-01&to=2026-03-31&area=gulou',
  }),
  'GET /api/v1/complaints': () => ({ path: '/api/v1/complaints?area=gulou' }),
  'GET /api/v1/events': () => ({ path: '/api/v1/events?area=gulou' }),
  'GET /api/v1/plans/[id]': ({ plan }) => ({ path: `/api/v1/plans/${plan}` }),
  'GET /api/v1/imports': () => ({ path: '/api/v1/imports' }),
  'GET /api/v1/imports/[id]': ({ import: id }) => ({ path: `/api/v1/imports/${id}` }),
  'POST /api/v1/imports': () => ({ path: '/api/v1/imports', form: importForm() }),
  'POST /api/v1/orders': () => ({
    path: '/api/v1/orders',
    body: { number: 'other', areaId: 'gulou', type: 'fault', customer: { name: '别人' } },
  }),
  'POST /api/v1/orders/[id]/assignment': ({ order }) => ({
    path: `/api/v1/orders/${order}/assignment`,
    body: { technicianId: 'm1' },
  }),
  'DELETE /api/v1/orders/[id]/assignment': ({ order }) => ({
    path: `/api/v1/orders/${order}/assignment`,
    body: { reason: '越区' },
  }),
  'POST /api/v1/orders/[id]/contacts': ({ order }) => ({
    path: `/api/v1/orders/${order}/contacts`,
    body: { outcome: 'connected' },
  }),
  'POST /api/v1/orders/[id]/appointment': ({ order }) => ({
    path: `/api/v1/orders/${order}/appointment`,
    body: { start: '2026-03-10T15:00:00+08:00', proposedBy: 'customer' },
  }),
  'POST /api/v1/orders/[id]/appointment/changes': ({ order }) => ({
    path: `/api/v1/orders/${order}/appointment/changes`,
    body: { start: '2026-03-10T17:00:00+08:00', cause: 'customer', reason: '客户' },
  }),
  'POST /api/v1/changes/[id]/[step]': ({ order }) => ({
    path: `/api/v1/changes/${order}/withdrawn`,
    body: {},
  }),
  'POST /api/v1/assignments/preview': ({ order }) => ({
    path: '/api/v1/assignments/preview',
    body: { orderIds: [order] },
  }),
  'POST /api/v1/approvals': ({ order }) => ({
    path: '/api/v1/approvals',
    body: {
      orderId: order,
      command: { type: 'order.cancel', payload: { orderId: order, by: 'company', reason: '越区' } },
      reason: '越区',
    },
  }),
  'POST /api/v1/approvals/[id]/[decision]': ({ approval }) => ({
    path: `/api/v1/approvals/${approval}/approve`,
    body: { reason: '越区' },
  }),
  'POST /api/v1/visits/[id]/steps': ({ visit }) => ({
    path: `/api/v1/visits/${visit}/steps`,
    body: { step: 'arrive' },
  }),
  'POST /api/v1/commands': ({ order }) => ({
    path: '/api/v1/commands',
    body: {
      id: randomUUID(),
      type: 'order.cancel',
      payload: { orderId: order, by: 'company', reason: '越区' },
    },
  }),
  'POST /api/v1/positions': () => ({
    path: '/api/v1/positions',
    body: [
      {
        technicianId: 't1',
        lng: 119.3,
        lat: 26,
        accuracyM: 5,
        occurredAt: '2026-03-10T09:00:00+08:00',
        seq: 1,
      },
    ],
  }),
  'POST /api/v1/plans': () => ({ path: '/api/v1/plans', body: { areaId: 'gulou', date: '2026-03-10' } }),
  'POST /api/v1/plans/[id]/publish': ({ plan }) => ({
    path: `/api/v1/plans/${plan}/publish`,
    body: { baseSeq: 0 },
  }),
  'POST /api/v1/plans/[id]/dismiss': ({ plan }) => ({ path: `/api/v1/plans/${plan}/dismiss`, body: {} }),
  'GET /api/v1/ripple': () => ({ path: '/api/v1/ripple?area=gulou' }),
  'GET /api/v1/orders/[id]/options': ({ order }) => ({ path: `/api/v1/orders/${order}/options` }),
  'GET /api/v1/orders/[id]/why': ({ order }) => ({ path: `/api/v1/orders/${order}/why` }),
  'GET /api/v1/slots': ({ order }) => ({ path: `/api/v1/slots?orderId=${order}` }),
};

function photoForm(): FormData {
  const form = new FormData();
  form.set('photo', randomUUID());
  form.set('file', new File([new Uint8Array([0xff, 0xd8, 0xff])], 'door.jpg'));
  return form;
}

function importForm(): FormData {
  const form = new FormData();
  const row = '工单编号,工单类型,客户姓名,联系电话,装机地址\nZ1,修障,某人,13812341234,福州市鼓楼区东街1号\n';
  form.set('file', new File([row], 'orders.csv'));
  form.set('kind', 'orders');
  form.set('crs', 'wgs84');
  return form;
}

describe('an area that is not yours', () => {
  let house: HttpHouse;
  let ids: Ids;
  let routes: Route[];
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    house = await openHttpHouse();
    routes = (await allRoutes()).filter(({ path }) => path.startsWith('/api/v1/'));
    const { number, estate, ...customer } = CANARY;
    const t1 = technicianViewer('t1');
    const order = await house.order({ number, estate, customer });
    await house.done(DISPATCHER, 'order.dispatch', { orderId: order, technicianId: 't1' });
    await house.done(t1, 'order.accept', { orderId: order });
    await house.done(t1, 'contact.attempt', { orderId: order, outcome: 'connected' });
    const start = house.clock.at + 2 * HOUR;
    await house.done(t1, 'appointment.confirm', { orderId: order, start, proposedBy: 'customer' });
    house.clock.at = start - 90 * MINUTE;
    const { approvalId = '' } = await house.done(DISPATCHER, 'approval.request', {
      orderId: order,
      command: {
        type: 'appointment.change',
        payload: {
          orderId: order,
          start: start + HOUR,
          cause: 'company',
          reason: '金丝雀',
          notifiedAt: house.clock.at,
        },
      },
      reason: '金丝雀',
    });
    await house.done(t1, 'order.verify', { orderId: order });
    await house.done(t1, 'visit.depart', { orderId: order });
    const [{ id: visit = '' } = {}] = await house.database.sql<{ id: string }[]>`
      select state #>> '{visits,0,id}' as id from orders where id = ${order}`;
    const plan = randomUUID();
    await insertPlan(house.database.sql, {
      id: plan,
      areaId: 'gulou',
      date: '2026-03-10',
      seconds: 1,
      requestedBy: 'p',
      requestedAt: house.clock.at,
      baseSeq: 0,
    });
    ids = { order, visit, approval: approvalId, plan, import: randomUUID() };
    cookies.dispatcher = await house.signIn('far', { role: 'dispatcher', areaIds: ['mawei'] });
    cookies.supervisor = await house.signIn('farther', { role: 'supervisor', areaIds: ['mawei'] });
    cookies.technician = await house.signIn('m1', {
      role: 'technician',
      areaIds: ['mawei'],
      technicianId: 'm1',
    });
    cookies.colleague = await house.signIn('t2', {
      role: 'technician',
      areaIds: ['gulou'],
      technicianId: 't2',
    });
  });
  afterAll(() => house.close());

  const ask = (route: Route, call: Call): Promise<Answer> => {
    const probe = PROBES[`${route.method} ${route.path}`];
    if (!probe || probe === 'own') return house.call(route.method, route.path, call);
    const { path, ...rest } = probe(ids);
    return house.call(route.method, path, { ...call, ...rest });
  };

  it('is asked about on every route that there is', () => {
    const known = routes.map(({ method, path }) => `${method} ${path}`);
    expect(known.filter((name) => !(name in PROBES))).toEqual([]);
  });

  it('tells nothing to whoever is not signed in, on any route', async () => {
    for (const route of routes) {
      if (route.path === '/api/v1/openapi.json') continue;
      const answer = await ask(route, {});
      expect(answer.status, `${route.method} ${route.path}`).toBe(401);
      expect(leaks(answer), `${route.method} ${route.path}`).toEqual([]);
    }
  });

  for (const who of ['dispatcher', 'supervisor', 'technician', 'colleague']) {
    it(`does not exist for a ${who} elsewhere: no answer holds anything of it and nothing changes`, async () => {
      const before = await fingerprint();
      for (const route of routes) {
        // A technician may take an order in for the own area.
        if (who === 'colleague' && route.method === 'POST' && route.path === '/api/v1/orders') continue;
        const answer = await ask(route, { cookie: cookies[who] });
        const name = `${route.method} ${route.path}`;
        expect(leaks(answer), `${name}: ${answer.text.slice(0, 300)}`).toEqual([]);
        if (route.path.includes('[id]'))
          expect([403, 404], `${name}: ${answer.text}`).toContain(answer.status);
      }
      // The import of the foreign area runs on after its answer; it must end with nothing taken.
      await expect.poll(async () => (await running()).length).toBe(0);
      expect(await fingerprint()).toEqual(before);
    });
  }

  function leaks({ text }: Answer): string[] {
    return Object.values({ ...CANARY, order: ids.order, visit: ids.visit }).filter(
      // An error may repeat the id that was asked for, but nothing that was not in the question.
      (value) => text.includes(value) && value !== ids.order && value !== ids.visit,
    );
  }

  const running = () => house.database.sql`select id from import_run where status = 'running'`;

  /** Everything of the area that a request could have changed. */
  async function fingerprint() {
    const { sql } = house.database;
    const [heads, orders, plans, last] = await Promise.all([
      sql`select seq, hash from area_head where area_id = 'gulou'`,
      sql`select id, version from orders where area_id = 'gulou' order by id`,
      sql`select id, status from plan where area_id = 'gulou' order by id`,
      sql`select technician_id, occurred_at from position_last where area_id = 'gulou' order by technician_id`,
    ]);
    return JSON.stringify([heads, orders, plans, last]);
  }
});
