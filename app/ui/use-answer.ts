'use client';

import { useEffect, useState } from 'react';
import { callApi } from '../dispatch/state/read-api.ts';

export type Answered<T> =
  | { readonly state: 'loading'; readonly value: T | null }
  | { readonly state: 'failed'; readonly value: null }
  | { readonly state: 'here'; readonly value: T };

/** What the HTTP surface answers at a path; asked again when the path changes or by `again`. While a new answer is awaited the old one stays. */
export function useAnswer<T>(path: string | null): Answered<T> & { again: () => void } {
  const [tries, setTries] = useState(0);
  const [answered, setAnswered] = useState<Answered<T>>({ state: 'loading', value: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is why to ask again
  useEffect(() => {
    if (path === null) return;
    const gone = new AbortController();
    setAnswered(({ value }) => ({ state: 'loading', value }));
    callApi<T>(path, { signal: gone.signal, cache: 'no-store' }).then(
      (value) => setAnswered({ state: 'here', value }),
      () => {
        if (!gone.signal.aborted) setAnswered({ state: 'failed', value: null });
      },
    );
    return () => gone.abort();
  }, [path, tries]);
  return { ...answered, again: () => setTries((before) => before + 1) };
}
