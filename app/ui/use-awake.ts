'use client';

import { useSyncExternalStore } from 'react';

const NEVER = () => () => undefined;

/** Is the page's code there? What is chosen before, on the page as the server sent it, would be taken back by the code when it comes. */
export function useAwake(): boolean {
  return useSyncExternalStore(
    NEVER,
    () => true,
    () => false,
  );
}
