import { type ComponentType, useEffect, useRef, useState } from 'react';

/** Longest wait for a moment in which nothing is drawn, milliseconds. */
const LATEST_MS = 4000;

/** Code that the first view does without: fetched once, and again when that failed. */
export interface Later<Props> {
  readonly fetch: () => Promise<ComponentType<Props>>;
}

export function later<Props>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let loading: Promise<ComponentType<Props>> | null = null;
  return {
    fetch() {
      loading ??= load().catch((error: unknown) => {
        loading = null;
        throw error;
      });
      return loading;
    },
  };
}

/** The part once it is wanted and there, else null. `onFail`: it could not be fetched; the next wish tries again. */
export function useLater<Props>(
  part: Later<Props>,
  wanted: boolean,
  onFail: () => void,
): ComponentType<Props> | null {
  const [view, setView] = useState<ComponentType<Props> | null>(null);
  const failed = useRef(onFail);
  failed.current = onFail;
  useEffect(() => {
    if (!wanted || view) return;
    part.fetch().then(
      (loaded) => setView(() => loaded),
      (error: unknown) => {
        reportError(error);
        failed.current();
      },
    );
  }, [part, wanted, view]);
  return view;
}

/** Fetches these one after another when the first view stands, so that they are there even if the line is lost later. */
export function useFetchedLater(parts: readonly { readonly fetch: () => Promise<unknown> }[]): void {
  useEffect(() => {
    let off = false;
    const run = async () => {
      for (const { fetch } of parts) if (!off) await fetch();
    };
    const stop = whenIdle(() => void run().catch(reportError));
    return () => {
      off = true;
      stop();
    };
  }, [parts]);
}

function whenIdle(work: () => void): () => void {
  if (typeof window.requestIdleCallback === 'function') {
    const handle = window.requestIdleCallback(work, { timeout: LATEST_MS });
    return () => window.cancelIdleCallback(handle);
  }
  const handle = window.setTimeout(work, LATEST_MS / 2);
  return () => window.clearTimeout(handle);
}
