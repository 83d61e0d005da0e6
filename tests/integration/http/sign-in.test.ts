import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disablePerson } from '#db/query/person.ts';
import { cookieOf, type HttpHouse, openHttpHouse, PASSWORD } from '#tests/integration/support/http.ts';

describe('signing in', () => {
  let house: HttpHouse;
  beforeAll(async () => {
    house = await openHttpHouse();
  });
  afterAll(() => house.close());

  const signIn = (username: string, password: string, headers: Record<string, string> = {}) =>
    house.call('POST', '/api/auth/sign-in/username', { body: { username, password }, headers });

  it('gives a cookie that scripts cannot read, and a person with role and areas', async () => {
    const cookie = await house.signIn('wei', { role: 'dispatcher', areaIds: ['gulou'] });
    const answer = await signIn('wei', PASSWORD);
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly/i);
    expect(answer.headers.getSetCookie()[0]).toMatch(/SameSite=Lax/i);
    const me = await house.call('GET', '/api/v1/me', { cookie });
    expect(me).toMatchObject({ status: 200, body: { name: 'wei', role: 'dispatcher', areaIds: ['gulou'] } });
  });

  it('refuses a wrong password and an unknown name alike', async () => {
    await house.signIn('known', { role: 'dispatcher', areaIds: [] });
    const wrong = await signIn('known', 'not the password');
    const unknown = await signIn('nobody', 'not the password');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body).toEqual(unknown.body);
  });

  it('does not know a session that was tampered with', async () => {
    const cookie = await house.signIn('liu', { role: 'dispatcher', areaIds: ['gulou'] });
    const forged = cookie.replace(/=(.)/, (_, first: string) => `=${first === 'a' ? 'b' : 'a'}`);
    expect((await house.call('GET', '/api/v1/me', { cookie: forged })).status).toBe(401);
  });

  it('ends every session of a person who is disabled, and lets them in no more', async () => {
    const cookie = await house.signIn('gone', { role: 'dispatcher', areaIds: ['gulou'] });
    const signedIn = await house.services.access.signedInFrom(new Headers({ cookie }));
    if (!signedIn) throw new Error('Not signed in.');
    const { viewer, sessionToken, rights } = signedIn;
    expect((await house.services.access.liveRights([sessionToken])).get(sessionToken)).toBe(rights);
    await disablePerson(house.database.sql, viewer.personId);
    expect((await house.services.access.liveRights([sessionToken])).size).toBe(0);
    expect((await house.call('GET', '/api/v1/me', { cookie })).status).toBe(401);
    expect((await signIn('gone', PASSWORD)).status).toBe(401);
  });

  it('is known to have other rights as soon as an administrator changes them', async () => {
    const cookie = await house.signIn('moved', { role: 'dispatcher', areaIds: ['gulou'] });
    const before = await house.services.access.signedInFrom(new Headers({ cookie }));
    await house.services.access.writePerson({
      username: 'moved',
      password: PASSWORD,
      name: 'moved',
      role: 'dispatcher',
      areaIds: ['mawei'],
    });
    const after = await house.services.access.signedInFrom(new Headers({ cookie }));
    expect(after?.viewer.areaIds).toEqual(['mawei']);
    expect(after?.rights).not.toBe(before?.rights);
  });

  it('signs out', async () => {
    const cookie = await house.signIn('out', { role: 'dispatcher', areaIds: ['gulou'] });
    const out = await house.call('POST', '/api/auth/sign-out', { cookie, body: {} });
    expect(out.status).toBe(200);
    expect((await house.call('GET', '/api/v1/me', { cookie })).status).toBe(401);
    expect(cookieOf(out)).not.toContain(cookie);
  });

  it('offers nothing else of the library: nobody signs up, and nobody asks who exists', async () => {
    const user = { email: 'a@b.cn', password: PASSWORD, name: 'a', username: 'intruder' };
    for (const path of [
      '/sign-up/email',
      '/is-username-available',
      '/sign-in/email',
      '/update-user',
      '/delete-user',
    ]) {
      const answer = await house.call('POST', `/api/auth${path}`, { body: user });
      expect(answer.status, path).toBe(404);
    }
  });

  it('does not read more of a body than a sign-in needs', async () => {
    const answer = await house.call('POST', '/api/auth/sign-in/username', {
      body: { username: 'nobody', password: 'x'.repeat(20_000) },
    });
    expect(answer).toMatchObject({ status: 400, body: { field: 'body' } });
  });

  it('counts attempts by address, so that one attacker does not lock everybody out', async () => {
    const { sql } = house.database;
    await signIn('nobody', 'wrong', { 'x-zhundian-client-address': '10.9.9.9' });
    // However slow the machine, the next one comes within the window.
    const inWindow = Date.now() + 60_000;
    await sql`update rate_limit set last_request = ${inWindow} where key like '10.9.9.9%'`;
    await signIn('nobody', 'wrong', { 'x-zhundian-client-address': '10.9.9.9' });
    await signIn('nobody', 'wrong', { 'x-zhundian-client-address': '10.8.8.8' });
    const rows = await sql<{ key: string; count: number }[]>`
      select key, count from rate_limit where key like '10.9.9.9%' or key like '10.8.8.8%' order by key`;
    expect(rows.map(({ count }) => count)).toEqual([1, 2]);
    await sql`update rate_limit set count = 1000, last_request = ${inWindow} where key like '10.9.9.9%'`;
    const locked = await signIn('nobody', 'wrong', { 'x-zhundian-client-address': '10.9.9.9' });
    const free = await signIn('nobody', 'wrong', { 'x-zhundian-client-address': '10.8.8.8' });
    expect([locked.status, free.status]).toEqual([429, 401]);
  });

  it('does not try a name any more that has failed ten times from one address, while others go on', async () => {
    await house.signIn('hunted', { role: 'dispatcher', areaIds: [] });
    const there = { 'x-zhundian-client-address': '10.7.7.7' };
    await signIn('hunted', 'wrong', there);
    await house.database.sql`update rate_limit set count = 10 where key = 'name:hunted|10.7.7.7'`;
    const locked = await signIn('HUNTED', PASSWORD, there);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
    expect((await signIn('hunted', PASSWORD)).status).toBe(200);
    await house.database.sql`update rate_limit set last_request = 0 where key = 'name:hunted|10.7.7.7'`;
    expect((await signIn('hunted', PASSWORD, there)).status).toBe(200);
  });

  it('refuses a sign-in from a page of another origin', async () => {
    const cookie = await house.signIn('csrf', { role: 'dispatcher', areaIds: ['gulou'] });
    const answer = await house.call('POST', '/api/auth/sign-out', {
      cookie,
      body: {},
      headers: { origin: 'http://evil.example' },
    });
    expect(answer.status).toBe(403);
    expect((await house.call('GET', '/api/v1/me', { cookie })).status).toBe(200);
  });
});
