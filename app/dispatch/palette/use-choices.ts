import { useMemo } from 'react';
import type { SavedFilter } from '#protocol/saved-filter.ts';
import { update, useStore } from '../../live/use-store.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { changeOrConfirm, openLockMenu } from '../keys/use-console-keys.ts';
import { caption } from '../state/caption.ts';
import { type Console, useConsole } from '../state/console.ts';
import { type FIRST_VIEW, ROUTE_VIEWS, ZOOMS } from '../state/view.ts';

/** Something to be found and done. `words`: what it is found by. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly keys?: string | undefined;
  readonly words: readonly string[];
  readonly act: () => void;
}

export interface ChoiceGroup {
  readonly group: keyof Messages['tools']['palette']['groups'];
  /** Shown before anything is typed. */
  readonly always: boolean;
  readonly choices: () => readonly Choice[];
}

interface Given {
  readonly onPlan: () => void;
  readonly filters: readonly SavedFilter[];
  readonly apply: (filter: SavedFilter) => void;
}

/** Everything that the palette offers, read when it is asked. */
export function useChoices({ onPlan, filters, apply }: Given): readonly ChoiceGroup[] {
  const m = useMessages();
  const console = useConsole();
  const selected = useStore(console.view, ({ selection }) => selection.ids);
  return useMemo(
    () => [
      { group: 'selected', always: true, choices: () => withSelected(console, m, selected) },
      { group: 'orders', always: false, choices: () => orders(console, m) },
      { group: 'technicians', always: false, choices: () => technicians(console, m) },
      {
        group: 'filters',
        always: true,
        choices: () =>
          filters.map((filter) => choice(`filter ${filter.name}`, filter.name, () => apply(filter))),
      },
      { group: 'view', always: true, choices: () => view(console, m, onPlan) },
    ],
    [console, m, selected, filters, apply, onPlan],
  );
}

function choice(id: string, label: string, act: () => void, more: Partial<Choice> = {}): Choice {
  return { id, label, act, words: [label], ...more };
}

function withSelected(console: Console, m: Messages, ids: readonly string[]): readonly Choice[] {
  const d = m.dispatch.detail;
  const found = ids.flatMap((id) => console.board.get().orders.get(id) ?? []);
  const [first] = found;
  if (!first) return [];
  const description = caption(found, m);
  const verb = (label: string, keys: string, act: () => void) =>
    choice(`do ${keys}`, label, act, { keys, description });
  const one = found.length === 1;
  return [
    verb(d.assign, 'A', () => console.dialog.set({ kind: 'assign', orderIds: ids })),
    ...(one
      ? [
          verb(console.entries.get().get(first.id)?.promise ? d.change : d.confirm, 'R', () =>
            console.dialog.set(changeOrConfirm(console, first.id)),
          ),
          verb(d.call, 'C', () => console.dialog.set({ kind: 'call', orderId: first.id })),
          verb(d.why, 'W', () => console.dialog.set({ kind: 'why', orderId: first.id })),
          verb(m.tools.menu.open, 'Enter', () => console.open(first.id)),
        ]
      : []),
    verb(m.tools.menu.lockMore, 'L', () => openLockMenu(console, ids)),
    ...(found.some(({ technicianId }) => technicianId)
      ? [verb(m.dispatch.drag.backToPool, 'Del', () => void console.takeBack(ids))]
      : []),
  ];
}

function orders(console: Console, m: Messages): readonly Choice[] {
  const { orders: all, cards } = console.board.get();
  return [...all.values()].map((order) => {
    const card = cards.get(order.id);
    return {
      id: order.id,
      label: `${order.estate ?? m.dispatch.pool.unknownEstate} · ${order.number}`,
      description: [m.order.type[order.type], m.order.status[order.status], card?.address]
        .filter(Boolean)
        .join(' · '),
      words: [order.number, order.estate ?? '', card?.address ?? '', card?.name ?? ''],
      act: () => console.pick(order.id),
    };
  });
}

function technicians(console: Console, m: Messages): readonly Choice[] {
  const t = m.dispatch.timeline;
  return [...console.board.get().technicians.values()].map(({ id, name, number, onDuty }) => ({
    id,
    label: `${name} ${number.toUpperCase()}`,
    description: onDuty ? t.onDuty : t.offDuty,
    words: [name, number],
    act: () => update(console.view, (before) => ({ ...before, technicianId: id })),
  }));
}

function view(console: Console, m: Messages, onPlan: () => void): readonly Choice[] {
  const p = m.tools.palette;
  const set = update.bind(null, console.view) as (
    change: (before: typeof FIRST_VIEW) => typeof FIRST_VIEW,
  ) => void;
  return [
    choice('plan', m.dispatch.bar.plan, onPlan),
    choice('today', p.today, () => set((before) => ({ ...before, date: null }))),
    choice('clear', p.clear, () =>
      set((before) => ({ ...before, query: '', types: [], flags: [], areas: [] })),
    ),
    choice('lasso', p.lasso, () => console.lassoing.set(true), { keys: 'X' }),
    choice('keys', p.keys, () => console.dialog.set({ kind: 'keys' }), { keys: '?' }),
    ...ZOOMS.map((zoom) =>
      choice(`zoom ${zoom}`, p.zoom(m.dispatch.timeline.zooms[zoom]), () =>
        set((before) => ({ ...before, zoom })),
      ),
    ),
    ...ROUTE_VIEWS.map((routes) =>
      choice(`routes ${routes}`, p.routes(m.dispatch.map.routeViews[routes]), () =>
        set((before) => ({ ...before, routes })),
      ),
    ),
    ...console.board
      .get()
      .areas.map(({ id, name }) =>
        choice(`area ${id}`, `${m.dispatch.bar.areas}: ${name}`, () =>
          set((before) => ({ ...before, areas: [id] })),
        ),
      ),
  ];
}
