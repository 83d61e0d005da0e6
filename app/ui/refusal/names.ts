import { createStore } from '../../live/store.ts';

/** What somebody or an area is called, by id; undefined when this page knows none of that id. */
export type NameOf = (id: string) => string | undefined;

/**
 * The names that the open page knows, for the facts of a refusal: these carry ids, and toasts stand outside the page that could tell who
 * is meant.
 */
export const names = createStore<NameOf>(() => undefined);
