/**
 * The shape that a second language must fill: the same keys, strings for strings, and functions of the same
 * arguments. A missing or surplus key is a type error.
 */
export type Translation<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Translation<T[K]> };
