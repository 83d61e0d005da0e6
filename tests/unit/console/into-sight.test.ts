import { describe, expect, it } from 'vitest';
import { intoSpan } from '#app/dispatch/timeline/use-bring-into-sight.ts';

describe('a span brought into sight', () => {
  it('moves nothing where all of it is seen', () => {
    expect(intoSpan(100, 400, 100, 152)).toBe(100);
    expect(intoSpan(100, 400, 448, 500)).toBe(100);
  });

  it('comes in at the nearer edge', () => {
    expect(intoSpan(100, 400, 52, 104)).toBe(52);
    expect(intoSpan(100, 400, 480, 532)).toBe(132);
  });

  it('shows its beginning where it is longer than the room, and scrolls before nothing', () => {
    expect(intoSpan(0, 400, 600, 1100)).toBe(600);
    expect(intoSpan(80, 400, -24, 60)).toBe(0);
  });
});
