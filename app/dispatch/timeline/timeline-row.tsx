import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { DailyBreak, Technician } from '#domain/technician/technician.ts';
import { clockMs, MINUTE } from '#domain/time/zone.ts';
import { useStore } from '../../live/use-store.ts';
import { breakOf } from '../../ui/break-words.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { dropData } from '../drag/drag-data.ts';
import type { PlanGhost } from '../plan/plan-proposal.ts';
import { useConsole } from '../state/console.ts';
import { CompanionBar } from './companion-bar.tsx';
import { dayBars } from './day-bars.ts';
import { GhostBar } from './ghost-bar.tsx';
import { RowDrop } from './row-drop.tsx';
import { RowHead } from './row-head.tsx';
import type { Load } from './row-order.ts';
import { RowVerdict } from './row-verdict.tsx';
import { dropStart, hoursOf, labelStep, type Scale, xOf } from './scale.ts';
import css from './timeline.module.css';
import { useShownVerdict } from './use-shown-verdict.ts';
import { VisitBar } from './visit-bar.tsx';

interface Props {
  readonly technician: Technician;
  readonly visits: readonly Order[];
  readonly load: Load;
  readonly areaName: string;
  readonly scale: Scale;
  readonly now: Instant;
  readonly top: number;
  readonly ghosts: readonly PlanGhost[];
}

const NOTHING_BESIDE: readonly Order[] = [];

/** One technician's day: name and load at the left, shift, journeys and visits on the hours. A place to drop on. */
export const TimelineRow = memo(function TimelineRow(props: Props) {
  const { technician, visits, scale, now, top, ghosts } = props;
  const { view, board } = useConsole();
  const row = useRef<HTMLLIElement>(null);
  const hours = useRef<HTMLDivElement>(null);
  const outcome = useShownVerdict(technician.id, (verdict) => verdict?.outcome);
  const lit = useStore(view, ({ technicianId }) => technicianId === technician.id);
  const bars = useMemo(() => dayBars(visits, scale, now), [visits, scale, now]);
  const beside = useStore(board, (value) => value.beside.get(technician.id) ?? NOTHING_BESIDE);
  const along = useMemo(() => dayBars(beside, scale, now), [beside, scale, now]);

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

  return (
    <li
      ref={row}
      className={css.row}
      style={{ transform: `translateY(${top}px)` }}
      data-technician={technician.id}
      data-verdict={outcome}
      data-lit={lit ? '' : undefined}
      data-off={technician.onDuty ? undefined : ''}
    >
      <RowHead technician={technician} load={props.load} areaName={props.areaName} lit={lit}>
        {outcome ? <RowVerdict technicianId={technician.id} /> : null}
      </RowHead>
      <div ref={hours} className={css.hours} data-hours>
        <Shifts shift={technician.shift} scale={scale} />
        {technician.breaks ? <Breaks breaks={technician.breaks} scale={scale} /> : null}
        {along.map((bar) => (
          <CompanionBar key={bar.order.id} bar={bar} scale={scale} />
        ))}
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
        {outcome ? <RowDrop technicianId={technician.id} row={row} scale={scale} /> : null}
      </div>
    </li>
  );
});

/** When the technician is on shift, each day shown. */
function Shifts({ shift, scale }: { shift: Technician['shift']; scale: Scale }) {
  const step = labelStep(scale) * 60 * scale.pxPerMin;
  const firstLine = xOf(scale, hoursOf(scale)[0]!);
  return scale.midnights.map((midnight) => {
    const left = xOf(scale, midnight + clockMs(shift.start));
    const width = xOf(scale, midnight + clockMs(shift.end)) - left;
    // Its own ground hides the hours' lines; they go on across it where they were.
    const lineAt = (((firstLine - left) % step) + step) % step;
    return (
      <div
        key={midnight}
        className={css.shift}
        style={{ left, width, ['--line-at' as string]: `${lineAt}px` }}
      />
    );
  });
}

/** Between which times the technician's breaks lie, each day shown: when within them one is taken follows from the visits. */
function Breaks({ breaks, scale }: { breaks: readonly DailyBreak[]; scale: Scale }) {
  const m = useMessages();
  return scale.midnights.flatMap((midnight) =>
    breaks.map((pause) => {
      const left = xOf(scale, midnight + clockMs(pause.from));
      const width = xOf(scale, midnight + clockMs(pause.until) + pause.minutes * MINUTE) - left;
      const words = `${m.dispatch.keys.barBreak} ${breakOf(pause, m)}`;
      return (
        <div
          key={`${midnight} ${pause.from}`}
          className={css.pause}
          style={{ left, width }}
          title={words}
          data-break
        />
      );
    }),
  );
}

function headRight(row: HTMLElement): number {
  return row.firstElementChild!.getBoundingClientRect().right;
}
