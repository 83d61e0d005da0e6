import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILTERS_MOST } from '#protocol/saved-filter.ts';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

const PATH = '/api/v1/me/filters';

describe('saved filters over HTTP', () => {
  let house: HttpHouse;
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    house = await openHttpHouse();
    cookies.one = await house.signIn('one', { role: 'dispatcher', areaIds: ['gulou'] });
    cookies.other = await house.signIn('other', { role: 'dispatcher', areaIds: ['gulou'] });
  });
  afterAll(() => house.close());

  const listed = async (who: string) =>
    (await house.call('GET', PATH, { cookie: cookies[who] })).body.filters;
  const save = (who: string, name: string, address = '?flags=at_risk') =>
    house.call('PUT', PATH, { cookie: cookies[who], body: { name, address } });

  it('are the person’s own, wherever they sign in, and the same name is renewed', async () => {
    expect((await save('one', '早班')).status).toBe(200);
    await save('one', '早班', '?query=金源');
    const again = await house.call('POST', '/api/auth/sign-in/username', {
      body: { username: 'one', password: 'a password of the tests' },
    });
    expect(again.status).toBe(200);
    expect(await listed('one')).toEqual([{ name: '早班', address: '?query=金源' }]);
    expect(await listed('other')).toEqual([]);
  });

  it('of another person are not touched by a removal, and one that is gone stays gone', async () => {
    await save('other', '早班');
    const body = { name: '早班' };
    for (const _ of [1, 2])
      expect((await house.call('DELETE', PATH, { cookie: cookies.one, body })).body.filters).toEqual([]);
    expect(await listed('other')).toHaveLength(1);
  });

  it('without a name, too long, or one too many are refused with the reason, and the others stay', async () => {
    expect(await save('one', '  ')).toMatchObject({ status: 400, body: { field: 'name' } });
    expect(await save('one', '长', 'x'.repeat(2001))).toMatchObject({
      status: 400,
      body: { field: 'address' },
    });
    for (let index = 0; index < FILTERS_MOST; index += 1) await save('one', `第${index}个`);
    const more = await save('one', '再一个');
    expect(more).toMatchObject({ status: 400, body: { field: 'name' } });
    expect(more.body.title).toContain(`${FILTERS_MOST}`);
    expect((await save('one', '第0个', '?query=改')).status).toBe(200);
    expect(await listed('one')).toHaveLength(FILTERS_MOST);
  });
});
