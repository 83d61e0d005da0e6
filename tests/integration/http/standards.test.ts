import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

let house: HttpHouse;
let cookie: string;
beforeAll(async () => {
  house = await openHttpHouse();
  cookie = await house.signIn('desk', { role: 'dispatcher', areaIds: ['gulou'] });
});
afterAll(() => house.close());

const read = (id: string) => house.call('GET', `/api/v1/standards/${id}`, { cookie });

it('[ACPT-03] a standard answers with every value and where it comes from', async () => {
  const { status, body } = await read('mobile-2015');
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: 'mobile-2015', version: 1, parent: 'base' });
  const parameters = body.parameters as {
    name: string;
    kind: string;
    value: unknown;
    clause: string | null;
  }[];
  const named = (name: string) => parameters.find((one) => one.name === name);
  expect(named('contact.install')).toMatchObject({
    kind: 'stated',
    value: { limitMin: 120, metBy: 'attempt' },
  });
  expect(named('contact.install')?.clause).toContain('2小时之内启动');
  expect(named('accept.dayMin')).toMatchObject({ kind: 'inherited', value: 15, standardId: 'base' });
  expect(named('travel.bufferMin')).toMatchObject({ value: 10, clause: null });
});

it('an unknown standard does not exist, and nobody reads one without signing in', async () => {
  expect((await read('mobile')).status).toBe(404);
  expect((await house.call('GET', '/api/v1/standards/base', {})).status).toBe(401);
});
