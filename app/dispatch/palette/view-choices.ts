import { ACCESS_TYPES, ORDER_TYPES } from '#domain/order/order-type.ts';
import { addDays, localDate } from '#domain/time/zone.ts';
import { update } from '../../live/use-store.ts';
import { seatsOf } from '../../ui/frame/seats.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { ZONE } from '../../ui/time.ts';
import { openMapWindow } from '../map/open-map-window.ts';
import { POOL_STATUSES } from '../pool/pool-entry.ts';
import type { Console } from '../state/console.ts';
import {
  POOL_FLAGS,
  POOL_SORTS,
  ROUTE_VIEWS,
  ROW_SORTS,
  type View,
  WHOLE_POOL,
  ZOOMS,
} from '../state/view.ts';
import { type Choice, choice } from './choice.ts';

interface Acts {
  readonly onPlan: () => void;
  readonly onRipple: () => void;
}

/** What can be done whatever is selected. */
export function actChoices(console: Console, m: Messages, { onPlan, onRipple }: Acts): readonly Choice[] {
  const p = m.tools.palette;
  const search = () => document.querySelector<HTMLInputElement>('[data-search]')?.focus();
  return [
    choice('plan', m.dispatch.bar.plan, onPlan),
    choice('ripple', m.ripple.title, onRipple, { keys: 'T' }),
    choice('undo', m.dispatch.bar.undo, () => void console.undo(), { keys: 'Z' }),
    // The palette gives the focus back as it closes; the search takes it after that.
    choice('search', m.dispatch.keys.rows.search, () => setTimeout(search), { keys: '/' }),
    choice('lasso', p.lasso, () => console.lassoing.set(true), { keys: 'X' }),
    choice('window', m.tools.window.open, () => openMapWindow(console, m)),
    choice('keys', p.keys, () => console.dialog.set({ kind: 'keys' }), { keys: '?' }),
  ];
}

/** Everything that changes what is shown: day, areas, filters, orders of the lists, zoom, routes. */
export function viewChoices(console: Console, m: Messages): readonly Choice[] {
  const p = m.tools.palette;
  const { bar, pool, timeline, map } = m.dispatch;
  const put = (part: Partial<View>) => update(console.view, (before) => ({ ...before, ...part }));
  const step = (days: number) => {
    const today = localDate(console.now.get(), ZONE);
    const date = addDays(console.date(), days);
    put({ date: date === today ? null : date });
  };
  const all = <T extends string>(
    name: string,
    values: readonly T[],
    label: (value: T) => string,
    part: (value: T) => Partial<View>,
  ) => values.map((value) => choice(`${name} ${value}`, label(value), () => put(part(value))));
  return [
    choice('today', p.today, () => put({ date: null })),
    choice('back', bar.previousDay, () => step(-1)),
    choice('on', bar.nextDay, () => step(1)),
    choice('clear', p.clear, () => put({ ...WHOLE_POOL, areas: [] })),
    ...all(
      'zoom',
      ZOOMS,
      (zoom) => p.zoom(timeline.zooms[zoom]),
      (zoom) => ({ zoom }),
    ),
    ...all(
      'routes',
      ROUTE_VIEWS,
      (routes) => p.routes(map.routeViews[routes]),
      (routes) => ({ routes }),
    ),
    ...all(
      'sort',
      POOL_SORTS,
      (sort) => `${pool.sort}: ${pool.sorts[sort]}`,
      (sort) => ({ sort }),
    ),
    ...all(
      'rows',
      ROW_SORTS,
      (rowSort) => `${timeline.sort}: ${timeline.sorts[rowSort]}`,
      (rowSort) => ({ rowSort }),
    ),
    choice('off', timeline.hideOff, () => put({ hideOff: !console.view.get().hideOff })),
    ...all(
      'flag',
      POOL_FLAGS,
      (flag) => `${pool.list}: ${pool.flags[flag]}`,
      (flag) => ({ flags: [flag] }),
    ),
    ...all(
      'type',
      ORDER_TYPES,
      (type) => `${pool.list}: ${m.order.type[type]}`,
      (type) => ({ types: [type] }),
    ),
    ...all(
      'status',
      POOL_STATUSES,
      (status) => `${pool.list}: ${m.order.status[status]}`,
      (status) => ({ statuses: [status] }),
    ),
    ...all(
      'access',
      ACCESS_TYPES,
      (access) => `${pool.list}: ${access}`,
      (access) => ({ access: [access] }),
    ),
    ...console.board
      .get()
      .areas.map(({ id, name }) => choice(`area ${id}`, `${bar.areas}: ${name}`, () => put({ areas: [id] }))),
  ];
}

/** The other pages of this person. */
export function pageChoices({ viewer }: Console, m: Messages): readonly Choice[] {
  return seatsOf(viewer.role)
    .filter(({ name }) => name !== 'dispatch')
    .map(({ name, href }) =>
      choice(`page ${name}`, m.common.seats[name], () => window.location.assign(href)),
    );
}
