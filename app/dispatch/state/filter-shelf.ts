import type { SavedFilter } from '#protocol/saved-filter.ts';
import { createStore, type Store } from '../../live/store.ts';
import { type KnownFilter, plainName, rememberedFilters, rememberFilters } from './saved-filters.ts';

/** The server's list of a person's filters. Each call throws when the server cannot be reached or refuses. */
export interface FilterServer {
  list(): Promise<readonly SavedFilter[]>;
  save(filter: SavedFilter): Promise<unknown>;
  remove(name: string): Promise<unknown>;
}

/** A person's saved filters. The server keeps them; this browser's copy is shown meanwhile, and holds what is yet to be told. */
export interface FilterShelf {
  readonly filters: Store<readonly KnownFilter[]>;
  /** Saves under a name, at once here. Throws when the server did not take it; it stays here and is sent with the next turn. */
  save(filter: SavedFilter): Promise<void>;
  remove(name: string): Promise<void>;
  /** Tells the server what it has not been told and takes its list. Throws when it cannot be reached. */
  renew(): Promise<void>;
}

export function createFilterShelf(
  personId: string,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  server: FilterServer,
): FilterShelf {
  const filters = createStore(rememberedFilters(storage, personId));
  const keep = (next: readonly KnownFilter[]) => {
    rememberFilters(storage, personId, next);
    filters.set(next);
  };
  const put = (one: KnownFilter) => keep([...filters.get().filter(({ name }) => name !== one.name), one]);

  async function tell(one: KnownFilter): Promise<void> {
    if (one.unsent === 'removed') await server.remove(one.name);
    else await server.save({ name: one.name, address: one.address });
    // Changed again while it was on its way, it waits for its own turn.
    if (!filters.get().includes(one)) return;
    keep(
      filters.get().flatMap((other): KnownFilter[] => {
        if (other !== one) return [other];
        return one.unsent === 'removed' ? [] : [{ name: one.name, address: one.address }];
      }),
    );
  }
  async function change(one: KnownFilter): Promise<void> {
    put(one);
    await tell(one);
  }

  return {
    filters,
    save: ({ name, address }) => change({ name: plainName(name), address, unsent: 'saved' }),
    async remove(name) {
      const one = filters.get().find((other) => other.name === name);
      if (one) await change({ ...one, unsent: 'removed' });
    },
    async renew() {
      // Another window may have changed the copy meanwhile.
      filters.set(rememberedFilters(storage, personId));
      for (const one of filters.get()) if (one.unsent) await tell(one);
      const listed = await server.list();
      const waiting = filters.get().filter(({ unsent }) => unsent);
      const taken = listed.filter(({ name }) => !waiting.some((one) => one.name === name));
      keep([...taken, ...waiting]);
    },
  };
}
