import type { SavedFilter } from '#protocol/saved-filter.ts';
import { addressOf, FIRST_VIEW, type View, viewOf } from './view.ts';

/** A saved filter as this browser knows it: `unsent` is what the server has not been told of yet. */
export interface KnownFilter extends SavedFilter {
  readonly unsent?: 'saved' | 'removed';
}

export type Filters = Pick<
  View,
  'areas' | 'query' | 'types' | 'statuses' | 'access' | 'flags' | 'sort' | 'rowSort' | 'hideOff'
>;

const keyOf = (personId: string) => `zhundian.dispatch.filters.${personId}`;

/** The filters of a view, without what it shows besides: day, selection, zoom. */
export function filtersOf(view: View): Filters {
  const { areas, query, types, statuses, access, flags, sort, rowSort, hideOff } = view;
  return { areas, query, types, statuses, access, flags, sort, rowSort, hideOff };
}

export function addressOfFilters(view: View): string {
  return addressOf({ ...FIRST_VIEW, ...filtersOf(view) });
}

/** The filters that an address names. */
export function filtersIn(address: string): Filters {
  return filtersOf(viewOf(address));
}

/** A name as it is kept: tabs and line ends become spaces. */
export function plainName(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/** What this browser remembers for this person; nothing when it remembers nothing readable. */
export function rememberedFilters(
  storage: Pick<Storage, 'getItem'>,
  personId: string,
): readonly KnownFilter[] {
  const text = storage.getItem(keyOf(personId));
  if (text === null) return [];
  return text.split('\n').flatMap((line): KnownFilter[] => {
    const [name, address, unsent] = line.split('\t');
    if (!name || address === undefined) return [];
    return unsent === 'saved' || unsent === 'removed' ? [{ name, address, unsent }] : [{ name, address }];
  });
}

export function rememberFilters(
  storage: Pick<Storage, 'setItem'>,
  personId: string,
  filters: readonly KnownFilter[],
): void {
  const lines = filters.map(({ name, address, unsent }) => [name, address, unsent ?? ''].join('\t'));
  storage.setItem(keyOf(personId), lines.join('\n'));
}
