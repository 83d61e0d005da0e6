import { describe, expect, it } from 'vitest';
import { isStuck } from '#server/realtime/slow-sockets.ts';

const MB = 1_000_000;

describe('a screen that reads slowly', () => {
  it.each([
    ['a large snapshot that has just been sent', 3 * MB, 0, false],
    ['a large snapshot that is being read', 2 * MB, 3 * MB, false],
    ['one that is nearly read', 0.95 * MB, MB + 1, false],
    ['nothing read since', 3 * MB, 3 * MB, true],
    ['more coming than is read', 4 * MB, 3 * MB, true],
    ['less than a tenth read', 2.8 * MB, 3 * MB, true],
    ['little unsent, however long', 0.5 * MB, 0.5 * MB, false],
  ])('%s', (_what, unsent, before, stuck) => {
    expect(isStuck(unsent, before)).toBe(stuck);
  });
});
