'use client';

import { useCallback, useEffect, useRef } from 'react';

/** Is what asked still on screen? An answer may come when its form has long been closed, and another stands in its place. */
export function useStillThere(): () => boolean {
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  return useCallback(() => there.current, []);
}
