import { useId, useState } from 'react';
import { ACCESS_TYPES, ORDER_TYPES } from '#domain/order/order-type.ts';
import { sameFields, update, useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { Chevron } from '../chevron.tsx';
import { useConsole } from '../state/console.ts';
import { POOL_FLAGS, type View } from '../state/view.ts';
import css from './pool.module.css';
import { POOL_STATUSES } from './pool-entry.ts';
import type { ChipCounts, KindName } from './pool-list.ts';

interface Choice {
  readonly kind: KindName | 'flags';
  readonly value: string;
  readonly words: string;
  readonly count: number;
  readonly on: boolean;
}

function asked({ flags, types, statuses, areas, access }: View) {
  return { flags, types, statuses, areas, access };
}

/**
 * Filters with how many orders each would show. Kinds that the day does not have are left out; states, areas and access
 * types stand behind one more press, those that filter always in sight.
 */
export function Chips({ counts }: { counts: ChipCounts }) {
  const m = useMessages();
  const p = m.dispatch.pool;
  const [more, setMore] = useState(false);
  const moreId = useId();
  const { view, board } = useConsole();
  const shown = useStore(view, asked, sameFields);
  const areas = useStore(board, (value) => value.areas);

  const choices = <T extends string>(
    kind: KindName | 'flags',
    values: readonly T[],
    wordsOf: (value: T) => string,
  ): readonly Choice[] => {
    const chosen: readonly string[] = shown[kind];
    const counted: ReadonlyMap<string, number> = counts[kind];
    return values
      .map((value) => ({
        kind,
        value,
        words: wordsOf(value),
        count: counted.get(value) ?? 0,
        on: chosen.includes(value),
      }))
      .filter(({ count, on }) => count > 0 || on);
  };
  const first = [
    ...choices('flags', POOL_FLAGS, (flag) => p.flags[flag]),
    ...choices('types', ORDER_TYPES, (type) => m.order.type[type]),
  ];
  const nameOf = (id: string) => areas.find((area) => area.id === id)?.name ?? id;
  const groups = [
    { name: p.kinds.status, of: choices('statuses', POOL_STATUSES, (status) => m.order.status[status]) },
    {
      name: p.kinds.area,
      of: choices(
        'areas',
        areas.map(({ id }) => id),
        nameOf,
      ),
    },
    { name: p.kinds.access, of: choices('access', ACCESS_TYPES, (type) => type) },
    // One kind alone leaves nothing to choose.
  ].filter(({ of }) => of.length > 1 || of.some(({ on }) => on));
  const open = more && groups.length > 0;
  const kept = open ? [] : groups.flatMap(({ of }) => of.filter(({ on }) => on));

  return (
    <div className={css.chips}>
      <div className={css.chipRow}>
        {[...first, ...kept].map((choice) => (
          <Chip key={`${choice.kind} ${choice.value}`} choice={choice} />
        ))}
        {groups.length > 0 ? (
          <button
            type="button"
            className={css.chip}
            data-more=""
            aria-expanded={open}
            aria-controls={open ? moreId : undefined}
            onClick={() => setMore(!more)}
          >
            {p.moreChips}
            <Chevron down />
          </button>
        ) : null}
      </div>
      {open ? (
        <div id={moreId} className={css.moreChips}>
          {groups.map(({ name, of }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a form's look undone
            <div key={name} role="group" aria-label={name} className={css.chipGroup}>
              <span className={css.chipGroupName} aria-hidden="true">
                {name}
              </span>
              <span className={css.chipRow}>
                {of.map((choice) => (
                  <Chip key={choice.value} choice={choice} />
                ))}
              </span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function Chip({ choice: { kind, value, words, count, on } }: { choice: Choice }) {
  const { view } = useConsole();
  const toggle = () => update(view, (before) => ({ ...before, ...toggled(before, kind, value) }));
  return (
    <button
      type="button"
      className={css.chip}
      aria-pressed={on}
      data-alarm={value === 'at_risk' && count > 0 ? '' : undefined}
      onClick={toggle}
    >
      {words}
      <span className={css.chipCount}>{count}</span>
    </button>
  );
}

function toggled(view: View, kind: KindName | 'flags', value: string): Partial<View> {
  const list: readonly string[] = view[kind];
  return { [kind]: list.includes(value) ? list.filter((other) => other !== value) : [...list, value] };
}
