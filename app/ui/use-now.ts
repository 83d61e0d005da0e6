'use client';

import { useEffect, useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';

/**
 * The time, renewed every `everyMs`. `initial` is the server's render time, so that the first paint agrees with it;
 * `offsetMs` is how far the server's clock is ahead of this device's.
 */
export function useNow(initial: Instant, everyMs: number, offsetMs = 0): Instant {
  const [now, setNow] = useState<Instant>(initial);
  useEffect(() => {
    const read = () => setNow(Date.now() + offsetMs);
    read();
    const timer = setInterval(read, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, offsetMs]);
  return now;
}
