import { describe, expect, it } from 'vitest';
import { createFilterShelf, type FilterServer } from '#app/dispatch/state/filter-shelf.ts';
import { addressOfFilters, filtersIn } from '#app/dispatch/state/saved-filters.ts';
import { FIRST_VIEW } from '#app/dispatch/state/view.ts';
import type { SavedFilter } from '#protocol/saved-filter.ts';

/** One browser's storage. */
function browser() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

/** The server's list of one person, behind a line that can be cut. */
function server() {
  const kept = new Map<string, SavedFilter>();
  const line = { cut: false };
  const over = async <T>(work: () => T): Promise<T> => {
    if (line.cut) throw new Error('no line');
    return work();
  };
  const calls: FilterServer = {
    list: () => over(() => [...kept.values()]),
    save: (filter) => over(() => kept.set(filter.name, filter)),
    remove: (name) => over(() => kept.delete(name)),
  };
  return { line, calls, kept };
}

const view = { ...FIRST_VIEW, query: '金源', flags: ['at_risk'] as const, date: '2026-03-10' };
const address = addressOfFilters(view);
const names = (shelf: ReturnType<typeof createFilterShelf>) => shelf.filters.get().map(({ name }) => name);

describe('saved filters', () => {
  it('come back on another machine, without day and selection', async () => {
    const { calls } = server();
    await createFilterShelf('a', browser(), calls).save({ name: ' 我的\t早班 ', address });
    const elsewhere = createFilterShelf('a', browser(), calls);
    expect(names(elsewhere)).toEqual([]);
    await elsewhere.renew();
    const [saved] = elsewhere.filters.get();
    expect(saved).toEqual({ name: '我的 早班', address });
    expect(filtersIn(saved!.address)).toMatchObject({ query: '金源', flags: ['at_risk'] });
    expect(filtersIn(saved!.address)).not.toHaveProperty('date');
  });

  it('are at hand before the server has answered, for the person who saved them', async () => {
    const storage = browser();
    const { calls } = server();
    await createFilterShelf('a', storage, calls).save({ name: '早', address });
    expect(names(createFilterShelf('a', storage, calls))).toEqual(['早']);
    expect(names(createFilterShelf('b', storage, calls))).toEqual([]);
  });

  it('saved or removed without a line are kept and told when it is back', async () => {
    const storage = browser();
    const { calls, line, kept } = server();
    const shelf = createFilterShelf('a', storage, calls);
    await shelf.save({ name: '旧', address });
    line.cut = true;
    await expect(shelf.save({ name: '新', address })).rejects.toThrow('no line');
    await expect(shelf.remove('旧')).rejects.toThrow('no line');
    expect([...kept.keys()]).toEqual(['旧']);

    // The page is opened anew, still without a line, and then with one.
    const reopened = createFilterShelf('a', storage, calls);
    await expect(reopened.renew()).rejects.toThrow('no line');
    expect(reopened.filters.get()).toContainEqual({ name: '新', address, unsent: 'saved' });
    line.cut = false;
    await reopened.renew();
    expect([...kept.keys()]).toEqual(['新']);
    expect(reopened.filters.get()).toEqual([{ name: '新', address }]);
  });

  it('removed on another machine are gone here with the next turn', async () => {
    const { calls } = server();
    const here = createFilterShelf('a', browser(), calls);
    const there = createFilterShelf('a', browser(), calls);
    await here.save({ name: '早', address });
    await there.renew();
    await there.remove('早');
    await here.renew();
    expect(names(here)).toEqual([]);
  });

  it('of the same name are renewed', async () => {
    const { calls } = server();
    const shelf = createFilterShelf('a', browser(), calls);
    await shelf.save({ name: '早', address });
    await shelf.save({ name: '早', address: '' });
    expect(shelf.filters.get()).toEqual([{ name: '早', address: '' }]);
  });
});
