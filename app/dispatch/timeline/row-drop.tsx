import { type RefObject, useEffect } from 'react';
import { useStore, whole } from '../../live/use-store.ts';
import { cascadeOf } from '../drag/cascade.ts';
import { useConsole } from '../state/console.ts';
import { GhostBar } from './ghost-bar.tsx';
import type { Scale } from './scale.ts';

interface Props {
  readonly technicianId: string;
  readonly row: RefObject<HTMLElement | null>;
  readonly scale: Scale;
}

/**
 * Where the lifted orders would come to stand in this row, and where they would push its other visits. Alone renders while a
 * drag crosses the row: the bars beneath stay as they are.
 */
export function RowDrop({ technicianId, row, scale }: Props) {
  const { session, board } = useConsole();
  const over = useStore(session.over, (place) => (place?.technicianId === technicianId ? place : null));
  const lifted = useStore(session.lifted, whole);
  const isOver = over !== null;
  useEffect(() => {
    row.current?.toggleAttribute('data-over', isOver);
    return () => row.current?.removeAttribute('data-over');
  }, [row, isOver]);
  if (!over || !lifted) return null;
  const pushed = cascadeOf(over.verdict, lifted.orderIds, (id) => board.get().orders.get(id));
  const moved = pushed.map(({ order, to, end, lateMin }) => (
    <GhostBar
      key={order.id}
      scale={scale}
      from={to}
      to={end}
      label={order.estate ?? order.number}
      outcome={lateMin > 0 ? 'needs_approval' : 'accepted'}
      proposed
    />
  ));
  const dropped = lifted.orders.map((order) => {
    const from = over.verdict.slots.get(order.id)?.start ?? over.at;
    if (from === null || from === undefined) return null;
    return (
      <GhostBar
        key={order.id}
        scale={scale}
        from={from}
        to={from + order.durationMin * 60_000}
        label={order.estate ?? order.number}
        outcome={over.verdict.outcome}
      />
    );
  });
  return [...moved, ...dropped];
}
