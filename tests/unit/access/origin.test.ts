import { describe, expect, it } from 'vitest';
import { originAllowed } from '#server/access/origin.ts';

const host = 'dispatch.example.cn:3000';

describe('origin of a socket', () => {
  it.each([
    ['a page of this server', `http://${host}`],
    ['the same behind TLS', `https://${host}`],
  ])('lets in %s', (_what, origin) => {
    expect(originAllowed({ origin, host }, [])).toBe(true);
  });

  it('lets in an origin that the configuration names, whatever Host says', () => {
    expect(
      originAllowed({ origin: 'https://crew.example.cn', host: '10.0.0.7:3000' }, [
        'https://crew.example.cn',
      ]),
    ).toBe(true);
  });

  it.each([
    ['a foreign page', 'https://evil.example'],
    ['another port', 'http://dispatch.example.cn:3001'],
    ['a longer name', `http://${host}.evil.example`],
    ['a page without an origin', 'null'],
    ['a program that sends none', undefined],
    ['an empty one', ''],
  ])('refuses %s', (_what, origin) => {
    expect(originAllowed({ origin, host }, [])).toBe(false);
  });

  it('refuses a request without Host', () => {
    expect(originAllowed({ origin: `http://${host}`, host: undefined }, [])).toBe(false);
  });
});
