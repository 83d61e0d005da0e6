import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef } from 'react';
import type { Order } from '#domain/order/order.ts';
import { localDate, MINUTE } from '#domain/time/zone.ts';
import { update, useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ZONE } from '../../ui/time.ts';
import type { PlanGhost } from '../plan/plan-proposal.ts';
import { useConsole } from '../state/console.ts';
import { joined, selectOne } from '../state/selection.ts';
import { cellWords } from './cell-words.ts';
import { DayLines } from './day-lines.tsx';
import { dayScale, daysShown } from './day-scale.ts';
import { loadsOf, NO_LOAD, rowOrder } from './row-order.ts';
import { Ruler } from './ruler.tsx';
import { HEAD_PX, hoursOf, isInSight, labelStep, widthOf, xOf } from './scale.ts';
import { stepOnGrid } from './step-on-grid.ts';
import css from './timeline.module.css';
import { TimelineRow } from './timeline-row.tsx';
import { TimelineTools } from './timeline-tools.tsx';
import { useBringIntoSight } from './use-bring-into-sight.ts';
import { useDayVisits } from './use-day-visits.ts';
import { useRoom } from './use-room.ts';

const ROW_PX = 52;
const NO_VISITS: readonly Order[] = [];
const NO_GHOSTS: readonly PlanGhost[] = [];

/** Technician rows × time of day. Only the rows in sight exist. */
export function Timeline({ ghosts }: { ghosts: ReadonlyMap<string, readonly PlanGhost[]> }) {
  const messages = useMessages();
  const m = messages.dispatch.timeline;
  const console = useConsole();
  const board = useStore(console.board, (value) => value);
  const now = useStore(console.now, (at) => Math.floor(at / MINUTE) * MINUTE);
  const view = useStore(console.view, (value) => value);
  const date = view.date ?? localDate(now, ZONE);
  const scroll = useRef<HTMLDivElement>(null);
  const room = useRoom(scroll);

  const days = daysShown(view.zoom);
  const visits = useDayVisits(days);
  const loads = useMemo(
    () => loadsOf(board.technicians.values(), visits, now, days),
    [board.technicians, visits, now, days],
  );
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

  const rowIds = useMemo(() => technicians.map(({ id }) => id), [technicians]);
  useBringIntoSight({ scroll, rowIds, scale, rowPx: ROW_PX });

  // Rows out of sight follow once those in sight are shown.
  const shown = useMemo(() => ({ visits, loads, scale, now }), [visits, loads, scale, now]);
  const shownLater = useDeferredValue(shown);
  const isSeen = (index: number) =>
    !rows.range || (index >= rows.range.startIndex && index <= rows.range.endIndex);

  const walk = (event: KeyboardEvent) => {
    if (console.session.lifted.get() || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stepOnGrid(event.key, rowIds, visits, view);
    if (!next) return;
    event.preventDefault();
    keepFocus();
    console.say(cellWords(next, board, now, messages));
    update(console.view, (before) => ({
      ...before,
      technicianId: next.technicianId,
      selection:
        next.orderId === null
          ? before.selection
          : event.shiftKey
            ? joined(before.selection, next.orderId)
            : selectOne(next.orderId),
    }));
  };

  // A bar that was pressed would take the focus with it when its row is scrolled out of sight: the timeline has it.
  const keepFocus = () => scroll.current!.focus({ preventScroll: true });

  const areaName = new Map(board.areas.map(({ id, name }) => [id, name]));
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
        onClick={({ target }) => (target as Element).closest('button[data-order]') && keepFocus()}
      >
        {technicians.length === 0 ? (
          <EmptyState title={m.emptyTitle} body={m.emptyBody} />
        ) : (
          <div
            className={css.canvas}
            style={{
              width: HEAD_PX + widthOf(scale),
              ['--hour' as string]: `${scale.pxPerMin * 60 * labelStep(scale)}px`,
              ['--line-at' as string]: `${xOf(scale, hoursOf(scale)[0]!)}px`,
            }}
          >
            <Ruler scale={scale} now={now} rows={technicians.length} />
            <ul className={css.rows} style={{ height: rows.getTotalSize() }}>
              {rows.getVirtualItems().map(({ index, start }) => {
                const technician = technicians[index]!;
                const row = isSeen(index) ? shown : shownLater;
                return (
                  <TimelineRow
                    key={technician.id}
                    top={start}
                    technician={technician}
                    visits={row.visits.get(technician.id) ?? NO_VISITS}
                    load={row.loads.get(technician.id) ?? NO_LOAD}
                    areaName={areaName.get(technician.areaId) ?? technician.areaId}
                    scale={row.scale}
                    now={row.now}
                    ghosts={ghosts.get(technician.id) ?? NO_GHOSTS}
                  />
                );
              })}
            </ul>
            <DayLines scale={scale} />
            {isInSight(scale, now) ? (
              <div className={css.nowLine} style={{ left: HEAD_PX + xOf(scale, now) }} aria-hidden="true" />
            ) : null}
          </div>
        )}
      </section>
    </section>
  );
}
