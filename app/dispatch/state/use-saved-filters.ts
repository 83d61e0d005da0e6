import { useEffect, useState } from 'react';
import { useConsole } from './console.ts';
import {
  filtersIn,
  rememberedFilters,
  rememberFilters,
  type SavedFilter,
  withFilter,
} from './saved-filters.ts';
import { update } from './use-store.ts';

/** This person's saved filters, kept in this browser; another window of the same browser follows. */
export function useSavedFilters() {
  const { view, viewer } = useConsole();
  const [filters, setFilters] = useState<readonly SavedFilter[]>([]);
  useEffect(() => {
    const read = () => setFilters(rememberedFilters(window.localStorage, viewer.personId));
    read();
    window.addEventListener('storage', read);
    return () => window.removeEventListener('storage', read);
  }, [viewer.personId]);
  const keep = (next: readonly SavedFilter[]) => {
    rememberFilters(window.localStorage, viewer.personId, next);
    setFilters(next);
  };
  return {
    filters,
    save: (name: string) => keep(withFilter(filters, name, view.get())),
    remove: (name: string) => keep(filters.filter((one) => one.name !== name)),
    apply: ({ address }: SavedFilter) => update(view, (before) => ({ ...before, ...filtersIn(address) })),
  };
}
