import { describe, expect, it } from 'vitest';
import { connectionOf, FIRST_LINE, type Line } from '#app/live/connection.ts';

const NOW = 1_000_000;
const line = (change: Partial<Line>): Line => ({ ...FIRST_LINE, ...change });

describe('connection banner', () => {
  it.each<[string, Partial<Line>, string]>([
    ['a watched line is live', { watching: true }, 'live'],
    ['before the first answer it is reconnecting', {}, 'reconnecting'],
    ['a line just lost is reconnecting', { downSince: NOW - 4_999 }, 'reconnecting'],
    ['after five seconds it is offline', { downSince: NOW - 5_000 }, 'offline'],
    ['with something unsent it is offline at once', { downSince: NOW - 1, queued: 1 }, 'offline'],
    ['a server without its database saves nothing', { watching: true, refusing: true, queued: 1 }, 'offline'],
    ['nobody signed in any more', { signedOut: true, downSince: NOW }, 'signed_out'],
    ['another protocol version', { outdated: true }, 'outdated'],
    ['areas that are no longer ours', { forbidden: true }, 'forbidden'],
  ])('%s', (_what, change, state) => {
    expect(connectionOf(line(change), NOW).state).toBe(state);
  });

  it('says how many commands wait', () => {
    expect(connectionOf(line({ queued: 3, downSince: NOW }), NOW)).toMatchObject({
      state: 'offline',
      queued: 3,
    });
  });
});
