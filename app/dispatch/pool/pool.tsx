import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { sameFields, update, useStore, whole } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ToneIcon } from '../../ui/tone-icon.tsx';
import { POOL_DROP } from '../drag/drag-data.ts';
import { useConsole } from '../state/console.ts';
import { NOTHING_SELECTED } from '../state/selection.ts';
import { type View, WHOLE_POOL } from '../state/view.ts';
import { Chips } from './chips.tsx';
import css from './pool.module.css';
import { PoolCard } from './pool-card.tsx';
import { belongsInPool } from './pool-entry.ts';
import { PoolHead } from './pool-head.tsx';
import { chipCounts, poolList } from './pool-list.ts';
import { loadSpell, type Spell, searchFor } from './pool-search.ts';
import { stepInList } from './step-in-list.ts';

const CARD_PX = 82;

/** A card that the arrows stepped on to, and what was selected then. */
interface Stepped {
  readonly id: string;
  readonly past: readonly string[];
}

/** What the pool shows of the view: another day changes nothing here. */
function poolPart({ areas, query, types, statuses, access, flags, sort, selection }: View) {
  return { areas, query, types, statuses, access, flags, sort, selection };
}

/** Unassigned and at-risk orders: searched, filtered, sorted by what presses. Takes orders back when they are dropped on it. */
export function Pool() {
  const m = useMessages();
  const p = m.dispatch.pool;
  const console = useConsole();
  const view = useStore(console.view, poolPart, sameFields);
  const entries = useStore(console.entries, whole);
  const technicians = useStore(console.board, ({ technicians }) => technicians);
  const now = useStore(console.now, (at) => Math.floor(at / MINUTE) * MINUTE);
  const query = useDeferredValue(view.query);
  const spell = useSpell(view.query);
  const zone = useRef<HTMLElement>(null);
  const scroll = useRef<HTMLDivElement>(null);

  const pool = useMemo(() => [...entries.values()].filter(belongsInPool), [entries]);
  const { areas, types, statuses, access, flags, sort } = view;
  const ask = useMemo(
    () => ({ areas, types, statuses, access, flags, sort, found: searchFor(query, spell) }),
    [areas, types, statuses, access, flags, sort, query, spell],
  );
  const inAreas = useMemo(
    () => pool.filter(({ order }) => areas.length === 0 || areas.includes(order.areaId)).length,
    [pool, areas],
  );
  const list = useMemo(() => poolList(pool, ask), [pool, ask]);
  const counts = useMemo(() => chipCounts(pool, ask), [pool, ask]);
  const shown = useMemo(() => list.map(({ order }) => order.id), [list]);
  const rows = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => CARD_PX,
    overscan: 6,
    getItemKey: useCallback((index: number) => shown[index]!, [shown]),
  });

  useEffect(() => dropTargetForElements({ element: zone.current!, getData: () => ({ ...POOL_DROP }) }), []);

  const last = view.selection.ids.at(-1) ?? null;
  // With Ctrl the arrows step on without selecting: that card is the active one until something else is selected.
  const [stepped, setStepped] = useState<Stepped | null>(null);
  const passed = stepped?.past === view.selection.ids && shown.includes(stepped.id) ? stepped.id : null;
  const stepPast = (id: string) => setStepped({ id, past: console.view.get().selection.ids });
  const active = passed ?? last;
  const place = useRef(-1);
  useEffect(() => {
    const index = active === null ? -1 : shown.indexOf(active);
    if (index < 0) return;
    place.current = index;
    rows.scrollToIndex(index, { align: 'auto' });
  }, [active, shown, rows]);

  const walk = (event: KeyboardEvent) => {
    if (console.session.lifted.get() || event.altKey) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      update(console.view, (before) => ({ ...before, selection: { ids: shown, anchor: shown[0] ?? null } }));
      return;
    }
    if (ctrl && event.key === 'Enter' && active !== null) {
      event.preventDefault();
      console.pick(active, { add: true });
      stepPast(active);
      return;
    }
    const next = stepInList(event.key, active === null ? -1 : shown.indexOf(active), place.current);
    const id = next === null ? undefined : shown[Math.min(shown.length - 1, next)];
    if (id === undefined) return;
    event.preventDefault();
    if (ctrl) stepPast(id);
    else console.pick(id, { range: event.shiftKey, shown });
  };

  const toList = useCallback(() => scroll.current?.focus({ preventScroll: true }), []);
  const selectedHere = view.selection.ids.filter((id) => entries.has(id));
  return (
    <section ref={zone} className={css.zone} aria-label={p.title}>
      <PoolHead shown={list.length} all={inAreas} toList={toList} />
      <Chips counts={counts} />
      {list.length === 0 ? (
        // No list without anything in it, but a word about it and a way on.
        <section className={css.list} aria-label={p.list} tabIndex={-1} data-zone="pool">
          <NothingHere filtered={inAreas > 0} />
        </section>
      ) : (
        <div
          ref={scroll}
          className={css.list}
          role="listbox"
          aria-label={p.list}
          aria-multiselectable="true"
          aria-activedescendant={active && shown.includes(active) ? `pool-${active}` : undefined}
          tabIndex={0}
          data-zone="pool"
          onKeyDown={walk}
          // A pressed card would take the focus with it when it is scrolled out of sight: the list has it, once no drag may follow.
          onClick={toList}
        >
          <div className={css.canvas} role="presentation" style={{ height: rows.getTotalSize() }}>
            {rows.getVirtualItems().map(({ index, start, key }) => {
              const entry = list[index]!;
              return (
                <PoolCard
                  key={key}
                  entry={entry}
                  now={now}
                  top={start}
                  shown={shown}
                  passed={key === passed}
                  holder={goersOf(entry.order, technicians)}
                />
              );
            })}
          </div>
        </div>
      )}
      {selectedHere.length > 0 ? (
        <div className={css.bottom}>
          <span>{p.selected(selectedHere.length)}</span>
          <Button
            size="compact-sm"
            onClick={() =>
              console.dialog.set({ kind: 'assign', orderIds: inShownOrder(selectedHere, shown) })
            }
          >
            {p.assign}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => update(console.view, (before) => ({ ...before, selection: NOTHING_SELECTED }))}
          >
            {p.clearSelection}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function NothingHere({ filtered }: { filtered: boolean }) {
  const p = useMessages().dispatch.pool;
  const { view } = useConsole();
  if (!filtered)
    return <EmptyState mark={<ToneIcon tone="done" size={28} />} title={p.emptyTitle} body={p.emptyBody} />;
  const clear = () => update(view, (before) => ({ ...before, ...WHOLE_POOL }));
  return (
    <EmptyState
      title={p.noMatchTitle}
      body={p.noMatchBody}
      action={
        <Button size="xs" variant="default" onClick={clear}>
          {p.clearFilters}
        </Button>
      }
    />
  );
}

function inShownOrder(ids: readonly string[], shown: readonly string[]): readonly string[] {
  return [...ids].sort((a, b) => shown.indexOf(a) - shown.indexOf(b));
}

/** The pinyin speller, fetched once someone types Latin letters. */
function useSpell(query: string): Spell | null {
  const [spell, setSpell] = useState<Spell | null>(null);
  const wanted = /[a-z]/i.test(query);
  useEffect(() => {
    if (!wanted || spell) return;
    loadSpell().then(
      (loaded) => setSpell(() => loaded),
      // Without the dictionary the search still finds what is written; the browser's console names the reason.
      (error: unknown) => reportError(error),
    );
  }, [wanted, spell]);
  return spell;
}

/** Who has the order and who goes along, by name; null for an unassigned one. */
function goersOf(
  { technicianId, companionId }: Order,
  technicians: ReadonlyMap<string, Technician>,
): string | null {
  if (technicianId === null) return null;
  const goers = [technicianId, companionId].filter((id) => id !== null);
  return goers.map((id) => technicians.get(id)?.name ?? id).join(' + ');
}
