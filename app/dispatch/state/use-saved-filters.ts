import { useEffect } from 'react';
import type { SavedFilter } from '#protocol/saved-filter.ts';
import { update, useStore, whole } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { toastDone, toastRefused } from '../../ui/toasts.tsx';
import { useConsole } from './console.ts';
import { createFilterShelf, type FilterShelf } from './filter-shelf.ts';
import { ApiError, callApi } from './read-api.ts';
import { addressOfFilters, filtersIn, plainName } from './saved-filters.ts';

const PATH = '/api/v1/me/filters';
const shelves = new Map<string, FilterShelf>();

/** One shelf a person, whatever part of the page asks. */
function shelfOf(personId: string): FilterShelf {
  const known = shelves.get(personId);
  if (known) return known;
  const shelf = createFilterShelf(personId, window.localStorage, {
    list: async () => (await callApi<{ filters: SavedFilter[] }>(PATH)).filters,
    save: (filter) => callApi(PATH, { method: 'PUT', body: JSON.stringify(filter) }),
    remove: (name) => callApi(PATH, { method: 'DELETE', body: JSON.stringify({ name }) }),
  });
  shelves.set(personId, shelf);
  return shelf;
}

/** This person's saved filters, on whatever machine they were saved. */
export function useSavedFilters() {
  const f = useMessages().tools.filters;
  const { view, viewer } = useConsole();
  const shelf = shelfOf(viewer.personId);
  const known = useStore(shelf.filters, whole);

  useEffect(() => {
    // Without a line the browser's copy is shown, and what it holds goes with the next turn.
    const renew = () => void shelf.renew().catch(reportError);
    renew();
    window.addEventListener('online', renew);
    return () => window.removeEventListener('online', renew);
  }, [shelf]);

  const told = (done: Promise<void>, words: string, later: string) =>
    done.then(
      () => toastDone(words, 'filter'),
      (error: unknown) =>
        error instanceof ApiError && error.status < 500
          ? toastRefused('filter', error.message)
          : toastDone(later, 'filter'),
    );
  return {
    filters: known.filter(({ unsent }) => unsent !== 'removed'),
    save: (name: string) =>
      told(
        shelf.save({ name, address: addressOfFilters(view.get()) }),
        f.saved(plainName(name)),
        f.savedHere(plainName(name)),
      ),
    remove: (name: string) => told(shelf.remove(name), f.removed(name), f.removedHere(name)),
    apply: ({ address }: SavedFilter) => update(view, (before) => ({ ...before, ...filtersIn(address) })),
  };
}
