'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';

/** The server's clock as this page knows it. A demo's clock may run faster than the wall's. */
export interface Clock {
  now(): Instant;
  /** Sets this clock by what the server says it is, where they have come apart: the server may have been started anew. */
  setBy(reading: { readonly now: Instant; readonly rate: number }): void;
  /** The server's clock when it rendered the page: what the first paint must show. */
  readonly renderedAt: Instant;
}

/** Less than this, in milliseconds of the wall's clock, is the way through the net. */
const APART_MS = 2_000;

const ClockContext = createContext<Clock | null>(null);

/** Gives everything beneath the server's clock; this device's own, however wrong, only measures the time between. */
export function ClockProvider(props: { renderedAt: Instant; rate: number; children: ReactNode }) {
  const { renderedAt, rate } = props;
  const [clock] = useState<Clock>(() => {
    let set = { now: renderedAt, rate, at: answeredAt() };
    const now = () => Math.round(set.now + (Date.now() - set.at) * set.rate);
    return {
      renderedAt,
      now,
      setBy(reading) {
        const apart = Math.abs(reading.now - now());
        if (reading.rate !== set.rate || apart > APART_MS * reading.rate)
          set = { ...reading, at: Date.now() };
      },
    };
  });
  return <ClockContext value={clock}>{props.children}</ClockContext>;
}

/** When the server's answer with this page began to arrive, by this device's clock: the nearest there is to its rendering. */
function answeredAt(): number {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page && page.responseStart > 0 ? performance.timeOrigin + page.responseStart : Date.now();
}

/** The clock to read at the moment of an act. */
export function useClock(): Clock {
  const clock = useContext(ClockContext);
  if (!clock) throw new Error('useClock was called outside a ClockProvider.');
  return clock;
}

/** What was said a moment ago may carry the time of a clock that is this much ahead of the page's, milliseconds. */
const SETTLED_MS = 1_000;

/** The time for what is shown, renewed every `everyMs` and whenever that changes: what has just happened lies in no future. */
export function useNow(everyMs: number, shown?: object): Instant {
  const clock = useClock();
  const [now, setNow] = useState<Instant>(clock.renderedAt);
  const [seen, setSeen] = useState(shown);
  useEffect(() => {
    setNow(clock.now());
    const timer = setInterval(() => setNow(clock.now()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  useEffect(() => {
    if (seen === undefined) return;
    const timer = setTimeout(() => setNow(clock.now()), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [clock, seen]);
  if (seen === shown) return now;
  const read = clock.now();
  setSeen(shown);
  setNow(read);
  return read;
}
