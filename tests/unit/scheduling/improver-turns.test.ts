import { describe, expect, it } from 'vitest';
import { ImproverTurns } from '#server/planner/improver-turns.ts';

/** The areas looked at in turn while the same ones stay upset. */
function turns(count: number, upset: readonly string[], areas = ['a', 'b', 'c', 'd']): string {
  const improver = new ImproverTurns();
  for (const area of areas) improver.took(area, 1);
  return Array.from({ length: count }, () => {
    const area = improver.next(areas, new Set(upset)) ?? '-';
    improver.took(area, 2);
    return area;
  }).join('');
}

describe('whose running day is looked at', () => {
  it('is everybody’s in turn while nothing happens', () => {
    expect(turns(6, [])).toBe('abcdab');
  });

  it('is one that was upset, before those who wait longer, every second time', () => {
    expect(turns(6, ['d'])).toBe('dadbdc');
  });

  it('is that of each upset one in turn', () => {
    expect(turns(4, ['c', 'd'])).toBe('cadb');
  });

  it('is that of a new one first, and nobody’s when nobody works', () => {
    const improver = new ImproverTurns();
    improver.took('a', 1);
    expect(improver.next(['a', 'b'], new Set())).toBe('b');
    expect(improver.next([], new Set(['a']))).toBeNull();
  });

  it('remembers the seq of the last look that succeeded', () => {
    const improver = new ImproverTurns();
    improver.took('a', 7);
    improver.took('a', null);
    expect([...improver.lookedAt]).toEqual([['a', 7]]);
  });
});
