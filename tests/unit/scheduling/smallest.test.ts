import { describe, expect, it } from 'vitest';
import { seededRandom } from '#domain/base/random.ts';
import { smallest } from '#domain/scheduling/smallest.ts';

describe('the smallest of many numbers', () => {
  it('are those that sorting all of them would put first', () => {
    const random = seededRandom(4);
    for (let round = 0; round < 200; round++) {
      const count = random.below(400);
      const spread = 1 + random.below(2000);
      const keys = Float64Array.from({ length: count + 5 }, () => random.below(spread));
      const reach = 1 + random.below(80);
      const sorted = Array.from(keys.slice(0, count)).sort((one, other) => one - other);
      expect(Array.from(smallest(keys, count, reach))).toEqual(sorted.slice(0, reach));
    }
  });

  it('leaves the numbers as they were', () => {
    const keys = Float64Array.from([3, 1, 2]);
    smallest(keys, 3, 2);
    smallest(keys, 3, 3);
    expect(Array.from(keys)).toEqual([3, 1, 2]);
  });
});
