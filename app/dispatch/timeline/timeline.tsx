import { SegmentedControl, Select, Switch } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Order } from '#domain/order/order.ts';
import { clockMs, instantOf, localDate, MINUTE } from '#domain/time/zone.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { clock, ZONE } from '../../ui/time.ts';
import type { PlanGhost } from '../plan/plan-proposal.ts';
import { useConsole } from '../state/console.ts';
import { update, useStore } from '../state/use-store.ts';
import { ROW_SORTS, type RowSort, ZOOMS, type Zoom } from '../state/view.ts';
import { barTimes } from './day-bars.ts';
import { dayScale } from './day-scale.ts';
import { type Load, NO_LOAD, rowOrder } from './row-order.ts';
import { hoursOf, widthOf, xOf } from './scale.ts';
import css from './timeline.module.css';
import { TimelineRow } from './timeline-row.tsx';
import { useDayVisits } from './use-day-visits.ts';

const HEAD_PX = 236;
const ROW_PX = 52;
const NO_VISITS: readonly Order[] = [];
const NO_GHOSTS: readonly PlanGhost[] = [];

/** Technician rows × time of day. Only the rows in sight exist; bars stand by transform. */
export function Timeline({ ghosts }: { ghosts: ReadonlyMap<string, readonly PlanGhost[]> }) {
  const m = useMessages().dispatch.timeline;
  const console = useConsole();
  const board = useStore(console.board, (value) => value);
  const now = useStore(console.now, (at) => Math.floor(at / MINUTE) * MINUTE);
  const view = useStore(console.view, (value) => value);
  const date = view.date ?? localDate(now, ZONE);
  const scroll = useRef<HTMLDivElement>(null);
  const room = useRoom(scroll);

  const midnight = instantOf(date, '00:00', ZONE);
  const visits = useDayVisits();
  const loads = useMemo(() => {
    const result = new Map<string, Load>();
    for (const technician of board.technicians.values()) {
      const shiftMin = (clockMs(technician.shift.end) - clockMs(technician.shift.start)) / MINUTE;
      result.set(technician.id, loadOf(visits.get(technician.id) ?? NO_VISITS, shiftMin, now));
    }
    return result;
  }, [board.technicians, visits, now]);
  const technicians = useMemo(() => {
    const shown = [...board.technicians.values()].filter(
      ({ areaId }) => view.areas.length === 0 || view.areas.includes(areaId),
    );
    return rowOrder(shown, loads, view.rowSort, view.hideOff);
  }, [board.technicians, loads, view.areas, view.rowSort, view.hideOff]);
  const scale = useMemo(
    () => dayScale(date, ZONE, technicians, room - HEAD_PX, view.zoom),
    [date, technicians, room, view.zoom],
  );
  const rows = useVirtualizer({
    count: technicians.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 4,
  });

  // The row that is aimed at by keys, or lit from elsewhere, comes into sight.
  const aimed = useStore(console.session.over, (over) => over?.technicianId ?? null);
  const byKeys = useStore(console.session.lifted, (lifted) => lifted?.by === 'keys');
  const wanted = byKeys ? aimed : view.technicianId;
  useEffect(() => {
    const index = technicians.findIndex(({ id }) => id === wanted);
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' });
  }, [wanted, technicians, rows]);

  const walk = (event: KeyboardEvent) => {
    if (event.target !== scroll.current || console.session.lifted.get()) return;
    const next = stepOnGrid(
      event.key,
      technicians.map(({ id }) => id),
      visits,
      view,
    );
    if (!next) return;
    event.preventDefault();
    update(console.view, (before) => ({
      ...before,
      technicianId: next.technicianId,
      selection: next.orderId ? { ids: [next.orderId], anchor: next.orderId } : before.selection,
    }));
  };

  const areaName = new Map(board.areas.map(({ id, name }) => [id, name]));
  const nowX = xOf(scale, now);
  const nowInSight = now >= scale.from && now <= scale.to;
  return (
    <section className={css.zone} aria-label={m.title}>
      <div className={css.barTools}>
        <h2 className={css.title}>{m.title}</h2>
        <TimelineTools />
      </div>
      <section
        ref={scroll}
        className={css.scroll}
        aria-label={m.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the timeline is one tab stop; arrows walk inside it
        tabIndex={0}
        data-zone="timeline"
        data-from={scale.from}
        data-to={scale.to}
        onKeyDown={walk}
      >
        {technicians.length === 0 ? (
          <EmptyState title={m.emptyTitle} body={m.emptyBody} />
        ) : (
          <div
            className={css.canvas}
            style={{ width: HEAD_PX + widthOf(scale), ['--hour' as string]: `${scale.pxPerMin * 60}px` }}
          >
            <div className={css.ruler} aria-hidden="true">
              <div className={css.corner}>{technicians.length}</div>
              {hoursOf(scale)
                // The last label would stick out; one under the present would be half covered.
                .filter(
                  (hour) => hour < scale.to && !(nowInSight && Math.abs(xOf(scale, hour) + 18 - nowX) < 38),
                )
                .map((hour) => (
                  <span
                    key={hour}
                    className={css.hour}
                    style={{ transform: `translateX(${xOf(scale, hour)}px)` }}
                  >
                    {clock(hour)}
                  </span>
                ))}
              {nowInSight ? (
                <span className={css.nowTag} style={{ transform: `translateX(${nowX}px)` }}>
                  {clock(now)}
                </span>
              ) : null}
            </div>
            <ul className={css.rows} style={{ height: rows.getTotalSize() }}>
              {rows.getVirtualItems().map(({ index, start }) => {
                const technician = technicians[index]!;
                return (
                  <TimelineRow
                    key={technician.id}
                    top={start}
                    technician={technician}
                    visits={visits.get(technician.id) ?? NO_VISITS}
                    load={loads.get(technician.id) ?? NO_LOAD}
                    areaName={areaName.get(technician.areaId) ?? technician.areaId}
                    scale={scale}
                    midnight={midnight}
                    now={now}
                    ghosts={ghosts.get(technician.id) ?? NO_GHOSTS}
                  />
                );
              })}
            </ul>
            {nowInSight ? (
              <div
                className={css.nowLine}
                style={{ transform: `translateX(${nowX}px)` }}
                aria-hidden="true"
              />
            ) : null}
          </div>
        )}
      </section>
    </section>
  );
}

function TimelineTools() {
  const m = useMessages().dispatch.timeline;
  const { view } = useConsole();
  const { rowSort, hideOff, zoom } = useStore(view, (value) => value);
  return (
    <div className={css.tools}>
      <Switch
        size="xs"
        label={m.hideOff}
        checked={hideOff}
        onChange={(event) => {
          const checked = event.currentTarget.checked;
          update(view, (before) => ({ ...before, hideOff: checked }));
        }}
      />
      <Select
        size="xs"
        w={104}
        aria-label={m.sort}
        allowDeselect={false}
        data={ROW_SORTS.map((value) => ({ value, label: m.sorts[value] }))}
        value={rowSort}
        onChange={(value) => update(view, (before) => ({ ...before, rowSort: value as RowSort }))}
      />
      <SegmentedControl
        size="xs"
        aria-label={m.zoom}
        data={ZOOMS.map((value) => ({ value, label: m.zooms[value] }))}
        value={zoom}
        onChange={(value) => update(view, (before) => ({ ...before, zoom: value as Zoom }))}
      />
    </div>
  );
}

/** The visible width of an element, followed as it changes. */
function useRoom(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(1100);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

function loadOf(visits: readonly Order[], shiftMin: number, now: number): Load {
  let busyMin = 0;
  let done = 0;
  for (const order of visits) {
    const times = barTimes(order, now)!;
    busyMin += (times.to - times.travelFrom) / MINUTE;
    if (order.completedAt !== null) done++;
  }
  return { visits: visits.length, done, busyMin, shiftMin };
}

/** The next cell of the grid for an arrow key: rows by technician, columns by that technician's visits. */
function stepOnGrid(
  key: string,
  rows: readonly string[],
  visits: ReadonlyMap<string, readonly Order[]>,
  at: { technicianId: string | null; selection: { ids: readonly string[] } },
): { technicianId: string; orderId: string | null } | null {
  const row = rows.indexOf(at.technicianId ?? '');
  const cells = visits.get(at.technicianId ?? '') ?? NO_VISITS;
  const column = cells.findIndex(({ id }) => id === at.selection.ids[0]);
  const cell = (technicianId: string | undefined, index: number) => {
    if (technicianId === undefined) return null;
    const list = visits.get(technicianId) ?? NO_VISITS;
    return { technicianId, orderId: list[Math.min(index, list.length - 1)]?.id ?? null };
  };
  switch (key) {
    case 'ArrowDown':
      return cell(rows[Math.min(rows.length - 1, row + 1)], Math.max(0, column));
    case 'ArrowUp':
      return cell(rows[Math.max(0, row - 1)], Math.max(0, column));
    case 'ArrowRight':
      return cell(rows[Math.max(0, row)], column + 1);
    case 'ArrowLeft':
      return cell(rows[Math.max(0, row)], Math.max(0, column - 1));
    case 'Home':
      return cell(rows[0], 0);
    case 'End':
      return cell(rows.at(-1), 0);
    default:
      return null;
  }
}
