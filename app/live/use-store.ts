import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Store } from './store.ts';

/**
 * The selected part of a store; the component renders again only when that part changes by `same`
 * (identity unless told otherwise). A store known to hold nothing yet on the server must hold the same in the browser.
 */
export function useStore<T, S>(
  store: Omit<Store<T>, 'set'>,
  select: (value: T) => S,
  same: (a: S, b: S) => boolean = Object.is,
): S {
  const last = useRef<{ value: S } | null>(null);
  const read = useCallback(() => {
    const next = select(store.get());
    if (last.current && same(last.current.value, next)) return last.current.value;
    last.current = { value: next };
    return next;
  }, [store, select, same]);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Sets a store to what `change` makes of it. */
export function update<T>(store: Store<T>, change: (before: T) => T): void {
  store.set(change(store.get()));
}

/** For `useStore(store, ({ a, b }) => ({ a, b }), sameFields)`: several fields, rendered again when one of them changes. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((name) => Object.is(a[name], b[name]));
}

/** For `useStore(store, whole)`: all of it. */
export function whole<T>(value: T): T {
  return value;
}
