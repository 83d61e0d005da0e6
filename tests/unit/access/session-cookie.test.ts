import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cookiePrefix, sessionTokenIn } from '#server/access/session-cookie.ts';

const SECRET = 'a secret of the tests, and of nobody else at all';
const signature = (token: string, secret = SECRET) =>
  createHmac('sha256', secret).update(token).digest('base64');
const cookie = (value: string, name = 'zhundian.session_token') => `${name}=${encodeURIComponent(value)}`;
const read = (cookies: string) => sessionTokenIn(cookies, 'zhundian', SECRET);

describe('the session in a Cookie header', () => {
  it('is the token that we have signed, wherever it stands among the cookies', () => {
    const own = cookie(`abc.${signature('abc')}`);
    expect(read(own)).toBe('abc');
    expect(read(`a=b; ${own}; zhundian.locale=en`)).toBe('abc');
    expect(read(cookie(`a.b.${signature('a.b')}`))).toBe('a.b');
  });

  it.each([
    ['another token', cookie(`abd.${signature('abc')}`)],
    ['another secret', cookie(`abc.${signature('abc', 'other')}`)],
    ['a signature cut short', cookie(`abc.${signature('abc').slice(0, 20)}`)],
    ['no signature', cookie('abc')],
    ['an empty token', cookie(`.${signature('')}`)],
    ['another name', cookie(`abc.${signature('abc')}`, 'other.session_token')],
    ['broken encoding', 'zhundian.session_token=%E0%A4%A'],
    ['nothing', ''],
  ])('is nobody’s with %s', (_, cookies) => {
    expect(read(cookies)).toBeNull();
  });

  it('is tied to this host where people come over https', () => {
    expect(cookiePrefix('https://dispatch.example.com')).toBe('__Host-zhundian');
    expect(cookiePrefix('http://10.0.0.5:3000')).toBe('zhundian');
    expect(cookiePrefix(null)).toBe('zhundian');
  });
});
