import { describe, expect, it } from 'vitest';
import { Cooling } from '#domain/scheduling/cooling.ts';

const heat = { hot: 600, cold: 6 };

/** Temperatures and ends of anneals over a budget of so many trials, asked a hundred times, `first` of them for the first plan. */
function over(trials: number, enough: number, first = 0) {
  const cooling = new Cooling(heat, enough);
  const asked = Array.from({ length: 100 - first }, (_, i) => {
    const at = first + i;
    const ended = cooling.advance(at / 100, (trials * i) / 100);
    return { at, ended, temperature: cooling.temperature };
  });
  return { asked, ends: asked.filter(({ ended }) => ended) };
}

describe('the temperature of a search', () => {
  it('falls once from hot to cold where the budget holds one anneal', () => {
    const { asked, ends } = over(2300, 1000);
    expect(ends).toEqual([]);
    expect(asked[0]!.temperature).toBe(600);
    expect(asked[50]!.temperature).toBeCloseTo(60);
    for (let i = 1; i < asked.length; i++)
      expect(asked[i]!.temperature).toBeLessThan(asked[i - 1]!.temperature);
  });

  it('rises to the whole heat for each further anneal, and to a tenth for the last', () => {
    const { ends } = over(2500, 1000);
    expect(ends.map(({ at }) => at)).toEqual([43, 85]);
    expect(ends[0]!.temperature).toBeGreaterThan(560);
    expect(ends[1]!.temperature).toBeCloseTo(60);
  });

  it('anneals as often when a first plan has taken its part of the budget', () => {
    expect(over(2600, 1000, 5).ends.map(({ at }) => at)).toEqual([43, 85]);
    expect(over(2600, 1000, 50).ends).toEqual([]);
  });
});
