import { addressOf, FIRST_VIEW, type View, viewOf } from './view.ts';

/** A person's filters under a name. */
export interface SavedFilter {
  readonly name: string;
  /** The address part that stands for them. */
  readonly address: string;
}

export type Filters = Pick<View, 'areas' | 'query' | 'types' | 'flags' | 'sort' | 'rowSort' | 'hideOff'>;

const keyOf = (personId: string) => `zhundian.dispatch.filters.${personId}`;

/** The filters of a view, without what it shows besides: day, selection, zoom. */
export function filtersOf({ areas, query, types, flags, sort, rowSort, hideOff }: View): Filters {
  return { areas, query, types, flags, sort, rowSort, hideOff };
}

export function addressOfFilters(view: View): string {
  return addressOf({ ...FIRST_VIEW, ...filtersOf(view) });
}

/** The filters that an address names. */
export function filtersIn(address: string): Filters {
  return filtersOf(viewOf(address));
}

/** What this browser remembers for this person; nothing when it remembers nothing readable. */
export function rememberedFilters(
  storage: Pick<Storage, 'getItem'>,
  personId: string,
): readonly SavedFilter[] {
  const text = storage.getItem(keyOf(personId));
  if (text === null) return [];
  return text.split('\n').flatMap((line) => {
    const [name, address] = line.split('\t');
    return name && address !== undefined ? [{ name, address }] : [];
  });
}

export function rememberFilters(
  storage: Pick<Storage, 'setItem'>,
  personId: string,
  filters: readonly SavedFilter[],
): void {
  storage.setItem(keyOf(personId), filters.map(({ name, address }) => `${name}\t${address}`).join('\n'));
}

/** The list with one more; the same name is renewed. Tabs and line ends in a name become spaces. */
export function withFilter(
  filters: readonly SavedFilter[],
  name: string,
  view: View,
): readonly SavedFilter[] {
  const plain = name.replace(/\s+/g, ' ').trim();
  const others = filters.filter((one) => one.name !== plain);
  return plain === '' ? filters : [...others, { name: plain, address: addressOfFilters(view) }];
}
