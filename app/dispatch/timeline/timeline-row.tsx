import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { clockMs } from '#domain/time/zone.ts';
import { cascadeOf } from '../drag/cascade.ts';
import { dropData } from '../drag/drag-data.ts';
import { VerdictChip } from '../drag/verdict-chip.tsx';
import type { PlanGhost } from '../plan/plan-proposal.ts';
import { useConsole } from '../state/console.ts';
import { useStore } from '../state/use-store.ts';
import { dayBars } from './day-bars.ts';
import { GhostBar } from './ghost-bar.tsx';
import { RowHead } from './row-head.tsx';
import type { Load } from './row-order.ts';
import { dropStart, type Scale, xOf } from './scale.ts';
import css from './timeline.module.css';
import { VisitBar } from './visit-bar.tsx';

interface Props {
  readonly technician: Technician;
  readonly visits: readonly Order[];
  readonly load: Load;
  readonly areaName: string;
  readonly scale: Scale;
  /** Local midnight of the shown date. */
  readonly midnight: Instant;
  readonly now: Instant;
  readonly top: number;
  readonly ghosts: readonly PlanGhost[];
}

/** One technician's day: name and load at the left, shift, journeys and visits on the hours. A place to drop on. */
export const TimelineRow = memo(function TimelineRow(props: Props) {
  const { technician, visits, scale, midnight, now, top, ghosts } = props;
  const { session, view } = useConsole();
  const row = useRef<HTMLLIElement>(null);
  const hours = useRef<HTMLDivElement>(null);
  const verdict = useStore(session.lifted, (lifted) => lifted?.verdicts.get(technician.id) ?? null);
  const over = useStore(session.over, (place) => (place?.technicianId === technician.id ? place : null));
  const lit = useStore(view, ({ technicianId }) => technicianId === technician.id);
  const bars = useMemo(() => dayBars(visits, scale, now), [visits, scale, now]);

  useEffect(
    () =>
      dropTargetForElements({
        element: row.current!,
        getData: ({ input, source }) => {
          const edge = hours.current!.getBoundingClientRect();
          const onHours = input.clientX >= edge.left && input.clientX > headRight(row.current!);
          const grasp = typeof source.data.graspPx === 'number' ? source.data.graspPx : 0;
          return dropData({
            technicianId: technician.id,
            at: onHours ? dropStart(scale, input.clientX - edge.left, grasp) : null,
          });
        },
      }),
    [technician.id, scale],
  );

  const shiftFrom = xOf(scale, midnight + clockMs(technician.shift.start));
  const shiftTo = xOf(scale, midnight + clockMs(technician.shift.end));
  return (
    <li
      ref={row}
      className={css.row}
      style={{ transform: `translateY(${top}px)` }}
      data-technician={technician.id}
      data-verdict={verdict?.outcome}
      data-over={over ? '' : undefined}
      data-lit={lit ? '' : undefined}
      data-off={technician.onDuty ? undefined : ''}
    >
      <RowHead technician={technician} load={props.load} areaName={props.areaName} lit={lit}>
        {verdict ? <VerdictChip verdict={over?.verdict ?? verdict} at={over?.at ?? null} /> : null}
      </RowHead>
      <div ref={hours} className={css.hours} data-hours>
        <div
          className={css.shift}
          style={{ transform: `translateX(${shiftFrom}px)`, width: shiftTo - shiftFrom }}
        />
        {bars.map((bar) => (
          <VisitBar key={bar.order.id} bar={bar} scale={scale} technician={technician} visits={visits} />
        ))}
        {ghosts.map((ghost) => (
          <GhostBar
            key={ghost.orderId}
            scale={scale}
            from={ghost.start}
            to={ghost.end}
            label={ghost.label}
            proposed
          />
        ))}
        {over ? <DropGhosts row={technician.id} scale={scale} /> : null}
      </div>
    </li>
  );
});

function headRight(row: HTMLElement): number {
  return row.firstElementChild!.getBoundingClientRect().right;
}

/** Where the lifted orders would come to stand in this row, and where they would push its other visits. */
function DropGhosts({ row, scale }: { row: string; scale: Scale }) {
  const { session, board } = useConsole();
  const over = useStore(session.over, (place) => (place?.technicianId === row ? place : null));
  const lifted = useStore(session.lifted, (value) => value);
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
