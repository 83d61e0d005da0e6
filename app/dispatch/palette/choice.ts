/** Something to be found and done. `words`: what it is found by. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly keys?: string | undefined;
  readonly words: readonly string[];
  readonly act: () => void;
}

/** A choice that is found by its label. */
export function choice(id: string, label: string, act: () => void, more: Partial<Choice> = {}): Choice {
  return { id, label, act, words: [label], ...more };
}
