import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from '../../live/use-store.ts';
import { holderOf } from '../state/board-view.ts';
import { useConsole } from '../state/console.ts';
import { barTimes } from './day-bars.ts';
import { HEAD_PX, RULER_PX, type Scale, xOf } from './scale.ts';

interface Shown {
  readonly scroll: RefObject<HTMLElement | null>;
  /** Technicians, from the top. */
  readonly rowIds: readonly string[];
  readonly scale: Scale;
  readonly rowPx: number;
}

/** Room left beside a bar that is brought into sight, CSS pixels. */
const BESIDE_PX = 24;

/**
 * Brings the row that is lit or aimed at by keys, and the bar of the order that is open or was selected last, into sight: once for each,
 * so that nobody who has scrolled on is fetched back. Never while something is carried by pointer: rows would slip from under it.
 */
export function useBringIntoSight({ scroll, rowIds, scale, rowPx }: Shown): void {
  const { view, board, session, now } = useConsole();
  const lit = useStore(view, ({ technicianId }) => technicianId);
  const active = useStore(view, ({ open, selection }) => open ?? selection.ids.at(-1) ?? null);
  const aimed = useStore(session.over, (over) => over?.technicianId ?? null);
  const lifted = useStore(session.lifted, (value) => value?.by ?? null);
  const brought = useRef('');
  const lastLifted = useRef(lifted);

  useEffect(() => {
    // Where something was put down is where people look: nothing scrolls away from there.
    const putDown = lastLifted.current !== null && lifted === null;
    lastLifted.current = lifted;
    if (lifted === 'pointer') return;
    const technicianId = lifted ? aimed : lit;
    const held = lifted || active === null ? undefined : board.get().orders.get(active);
    const order = held && holderOf(held) === technicianId ? held : undefined;
    const wish = `${technicianId} ${order?.id} ${scale.from}`;
    const index = technicianId === null ? -1 : rowIds.indexOf(technicianId);
    if (index < 0 || wish === brought.current) return;
    brought.current = wish;
    if (putDown) return;
    const zone = scroll.current!;
    const top = intoSpan(zone.scrollTop, zone.clientHeight - RULER_PX, index * rowPx, (index + 1) * rowPx);
    const times = order && barTimes(order, now.get());
    const onScale = times && times.to > scale.from && times.from < scale.to;
    const left = onScale
      ? intoSpan(
          zone.scrollLeft,
          zone.clientWidth - HEAD_PX,
          xOf(scale, times.travelFrom) - BESIDE_PX,
          xOf(scale, times.to) + BESIDE_PX,
        )
      : zone.scrollLeft;
    // At once: a browser's own movement takes longer than anything here may move.
    zone.scrollTo({ top, left, behavior: 'instant' });
  }, [lit, active, aimed, lifted, rowIds, scale, rowPx, scroll, board, now]);
}

/** The scroll position nearest to `at` at which a span lies inside the room; its beginning where it is longer. */
export function intoSpan(at: number, room: number, from: number, to: number): number {
  if (from < at || to - from > room) return Math.max(0, from);
  return to > at + room ? to - room : at;
}
