import { useMemo } from 'react';
import type { SavedFilter } from '#protocol/saved-filter.ts';
import { update, useStore } from '../../live/use-store.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { changeOrConfirm, openLockMenu } from '../keys/use-console-keys.ts';
import { caption } from '../state/caption.ts';
import { type Console, useConsole } from '../state/console.ts';
import { type Choice, choice } from './choice.ts';
import { actChoices, pageChoices, viewChoices } from './view-choices.ts';

export interface ChoiceGroup {
  /** Its heading. */
  readonly group: string;
  /** Shown before anything is typed. */
  readonly always: boolean;
  readonly choices: () => readonly Choice[];
}

interface Given {
  readonly onPlan: () => void;
  /** Opens and closes what changed today. */
  readonly onRipple: () => void;
  readonly filters: readonly SavedFilter[];
  readonly apply: (filter: SavedFilter) => void;
}

/** Everything that the palette offers, read when it is asked. */
export function useChoices({ onPlan, onRipple, filters, apply }: Given): readonly ChoiceGroup[] {
  const m = useMessages();
  const console = useConsole();
  const selected = useStore(console.view, ({ selection }) => selection.ids);
  return useMemo(() => {
    const { groups } = m.tools.palette;
    return [
      { group: groups.selected, always: true, choices: () => withSelected(console, m, selected) },
      { group: groups.orders, always: false, choices: () => orders(console, m) },
      { group: groups.technicians, always: false, choices: () => technicians(console, m) },
      {
        group: m.dispatch.keys.groups.act,
        always: true,
        choices: () => actChoices(console, m, { onPlan, onRipple }),
      },
      {
        group: groups.filters,
        always: true,
        choices: () =>
          filters.map((filter) => choice(`filter ${filter.name}`, filter.name, () => apply(filter))),
      },
      { group: groups.view, always: true, choices: () => viewChoices(console, m) },
      { group: m.common.seats.nav, always: false, choices: () => pageChoices(console, m) },
    ];
  }, [console, m, selected, filters, apply, onPlan, onRipple]);
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
