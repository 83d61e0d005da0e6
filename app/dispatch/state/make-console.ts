import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import { middleOf } from '#domain/geo/centre.ts';
import { presentPlace } from '#domain/geo/freshness.ts';
import type { Order } from '#domain/order/order.ts';
import { areaTravel } from '#domain/scheduling/day-travel.ts';
import type { Expectations } from '#domain/scheduling/expected-area.ts';
import { resolveStandard, standardOf } from '#domain/standard/catalogue.ts';
import { HOUR, instantOf, localDate } from '#domain/time/zone.ts';
import type { Presence } from '#protocol/live.ts';
import { createStore } from '../../live/store.ts';
import { update } from '../../live/use-store.ts';
import { ZONE } from '../../ui/time.ts';
import { BROWSER_FRAMES, createDragSession } from '../drag/drag-session.ts';
import type { PoolEntry } from '../pool/pool-entry.ts';
import { barTimes } from '../timeline/day-bars.ts';
import { type BoardView, EMPTY_BOARD } from './board-view.ts';
import type { Console, ConsoleVerbs, Dialog, MenuAt } from './console.ts';
import { selectOne, selectRange, toggleOne } from './selection.ts';
import { FIRST_VIEW, type View } from './view.ts';

/** A console's stores, and what can be read from them. The verbs are given by `verbsOf`. */
export function makeConsole(
  viewer: Console['viewer'],
  start: Instant,
  verbsOf: (console: Omit<Console, keyof ConsoleVerbs>) => ConsoleVerbs,
): Console {
  const view = createStore<View>(FIRST_VIEW);
  const board = createStore<BoardView>(EMPTY_BOARD);
  const now = createStore<Instant>(start);
  const date = () => view.get().date ?? localDate(now.get(), ZONE);

  const standardOfOrder = (orderId: OrderId) => {
    const order = board.get().orders.get(orderId);
    return order ? standardOf(order) : null;
  };
  const ground: Console['ground'] = (orderId, at = null) => {
    const order = board.get().orders.get(orderId);
    const meant = at ?? (order && currentAppointment(order)?.start) ?? null;
    const day = meant === null ? openDay(date(), order, now.get()) : localDate(meant, ZONE);
    const { visits, beside, areas } = board.get();
    return {
      date: day,
      now: now.get(),
      standard: order ? standardOf(order) : resolveStandard(areas[0]!.standardId),
      visitsOf: (technicianId) => visits.get(technicianId) ?? [],
      besideOf: (technicianId) => beside.get(technicianId) ?? [],
      centreOf: once((areaId) => {
        const ring = areas.find(({ id }) => id === areaId)?.polygon?.coordinates[0];
        return ring ? (middleOf(ring.map(([lng, lat]) => ({ lng, lat }))) ?? null) : null;
      }),
      travelOf: once((areaId) => areaTravel(areas.find(({ id }) => id === areaId))),
      placeOf: (technicianId) =>
        day === localDate(now.get(), ZONE)
          ? presentPlace(board.get().positionOf(technicianId), now.get())
          : null,
      onDate: (other) => isOnDate(other, day, now.get()),
    };
  };

  const base: Omit<Console, keyof ConsoleVerbs> = {
    viewer,
    view,
    board,
    now,
    date,
    standardOf: standardOfOrder,
    ground,
    expected: createStore<Expectations>(new Map()),
    entries: createStore<ReadonlyMap<OrderId, PoolEntry>>(new Map()),
    dialog: createStore<Dialog | null>(null),
    lassoing: createStore(false),
    menu: createStore<MenuAt | null>(null),
    session: createDragSession(BROWSER_FRAMES),
    presence: createStore<readonly Presence[]>([]),
    proposed: createStore<ReadonlySet<OrderId>>(new Set()),
    spoken: createStore(''),
    pick: (orderId, how = {}) =>
      update(view, (before) => ({
        ...before,
        technicianId: board.get().orders.get(orderId)?.technicianId ?? before.technicianId,
        selection: how.add
          ? toggleOne(before.selection, orderId)
          : how.range
            ? selectRange(before.selection, orderId, how.shown ?? [])
            : selectOne(orderId),
        open: how.add || how.range || before.open === null ? before.open : orderId,
      })),
    open: (orderId) =>
      update(view, (before) => ({
        ...before,
        open: orderId,
        // What is open is selected, wherever it was opened from; of several that are selected it is one.
        ...(orderId !== null &&
          !before.selection.ids.includes(orderId) && {
            selection: selectOne(orderId),
            technicianId: board.get().orders.get(orderId)?.technicianId ?? before.technicianId,
          }),
      })),
  };
  return { ...base, ...verbsOf(base) };
}

/** Answers each question once: a verdict on every technician asks the same of an area. */
function once<T>(answer: (areaId: string) => T): (areaId: string) => T {
  const known = new Map<string, T>();
  return (areaId) => {
    const before = known.get(areaId);
    if (before !== undefined) return before;
    const now = answer(areaId);
    known.set(areaId, now);
    return now;
  };
}

function isOnDate(order: Order, date: string, now: Instant): boolean {
  const times = barTimes(order, now);
  return times !== null && localDate(times.from, ZONE) === date;
}

/** The day on which an order without a time is placed: once today's visit window has closed, the next one (APPT-10). */
function openDay(shown: string, order: Order | undefined, now: Instant): string {
  const today = localDate(now, ZONE);
  if (shown !== today || !order || order.emergencyLine) return shown;
  const [, closes] = standardOf(order).get('visit.window');
  return now >= instantOf(today, closes, ZONE) ? localDate(now + 24 * HOUR, ZONE) : shown;
}
