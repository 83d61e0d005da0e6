import { describe, expect, it } from 'vitest';
import {
  filtersIn,
  rememberedFilters,
  rememberFilters,
  withFilter,
} from '#app/dispatch/state/saved-filters.ts';
import { FIRST_VIEW } from '#app/dispatch/state/view.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('saved filters', () => {
  const view = { ...FIRST_VIEW, query: '金源', flags: ['at_risk'] as const, date: '2026-03-10' };

  it('come back as they were, for the person who saved them, without day and selection', () => {
    const storage = memory();
    rememberFilters(storage, 'a', withFilter([], ' 我的\t早班 ', view));
    const [saved] = rememberedFilters(storage, 'a');
    expect(saved?.name).toBe('我的 早班');
    expect(filtersIn(saved!.address)).toMatchObject({ query: '金源', flags: ['at_risk'] });
    expect(filtersIn(saved!.address)).not.toHaveProperty('date');
    expect(rememberedFilters(storage, 'b')).toEqual([]);
  });

  it('of the same name are renewed, and one without a name is not kept', () => {
    const one = withFilter([], '早', view);
    expect(withFilter(one, '早', { ...view, query: '' })).toHaveLength(1);
    expect(withFilter(one, '  ', view)).toBe(one);
  });
});
