import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type CSSProperties, useEffect, useState } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import { useStore, whole } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock } from '../../ui/time.ts';
import { useConsole } from '../state/console.ts';
import { cascadeOf, type Moved } from './cascade.ts';
import css from './cascade-card.module.css';
import { VerdictSign } from './verdict-chip.tsx';

const SHOWN = 5;

/**
 * Before a drop: which other visits would move, who would be late, whom to call, and how many changes they have left. It stands where
 * nothing is aimed at: over the map while a row is, over the rows while a pin is, and in a map of its own at the other side.
 */
export function CascadeCard({ mapShare }: { mapShare: number | null }) {
  const m = useMessages();
  const aim = useAim();
  const c = m.tools.cascade;
  const { session, board } = useConsole();
  const over = useStore(session.over, whole);
  const lifted = useStore(session.lifted, whole);
  if (!over || !lifted || over.verdict.outcome === 'refused') return null;
  const moved = cascadeOf(over.verdict, lifted.orderIds, (id) => board.get().orders.get(id));
  const name = board.get().technicians.get(over.technicianId)?.name ?? over.technicianId;
  const calls = moved.filter(({ mustCall }) => mustCall).length;
  return (
    <aside
      className={css.card}
      style={placeOf(aim, mapShare)}
      data-cascade
      data-outcome={over.verdict.outcome}
    >
      <p className={css.title}>
        <VerdictSign outcome={over.verdict.outcome} />
        {moved.length === 0 ? c.nothing(name) : c.title(name, moved.length)}
        {calls > 0 ? <strong className={css.calls}>{c.calls(calls)}</strong> : null}
      </p>
      {moved.length > 0 ? (
        <ul className={css.list}>
          {moved.slice(0, SHOWN).map((one) => (
            <MovedLine key={one.order.id} moved={one} />
          ))}
        </ul>
      ) : null}
      {moved.length > SHOWN ? <p className={css.more}>{c.more(moved.length - SHOWN)}</p> : null}
    </aside>
  );
}

interface Aim {
  readonly at: 'rows' | 'map';
  readonly half: 'left' | 'right';
}

/** What the pointer carries orders over; rows while they are carried by keys. */
function useAim(): Aim {
  const [aim, setAim] = useState<Aim>({ at: 'rows', half: 'left' });
  useEffect(
    () =>
      monitorForElements({
        onDrag: ({ location: { current } }) => {
          const at = current.dropTargets[0]?.element.closest('[data-zone-map]') ? 'map' : 'rows';
          const half = current.input.clientX > window.innerWidth / 2 ? 'right' : 'left';
          setAim((before) => (before.at === at && before.half === half ? before : { at, half }));
        },
        onDrop: () => setAim({ at: 'rows', half: 'left' }),
      }),
    [],
  );
  return aim;
}

/** `mapShare`: the part of the surface that the map has, above the rows; null where the map is alone. */
function placeOf({ at, half }: Aim, mapShare: number | null): CSSProperties {
  if (mapShare === null) return { bottom: 32, [half === 'left' ? 'right' : 'left']: 16 };
  const map = `${mapShare * 100}%`;
  return at === 'map'
    ? { right: 16, bottom: 16, maxHeight: `calc(100% - ${map} - 28px)` }
    : { right: 16, bottom: `calc(100% - ${map} + 12px)`, maxHeight: `calc(${map} - 24px)` };
}

function MovedLine({ moved: { order, from, to, lateMin, mustCall } }: { moved: Moved }) {
  const m = useMessages();
  const c = m.tools.cascade;
  const left = useChangesLeft(order.id);
  return (
    <li className={css.line} data-call={mustCall ? '' : undefined}>
      <span className={css.place}>{order.estate ?? order.number}</span>
      <span className={css.times}>{from === to ? clock(to) : `${clock(from)} → ${clock(to)}`}</span>
      <span className={css.note}>
        {[
          lateMin > 0 && c.late(lateMin),
          mustCall && c.mustCall,
          mustCall && left !== null && m.dispatch.pool.changesLeft(left),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

function useChangesLeft(orderId: OrderId): number | null {
  return useStore(useConsole().entries, (entries) => entries.get(orderId)?.changesLeft ?? null);
}
