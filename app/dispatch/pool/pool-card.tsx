import { memo, useEffect, useRef } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import { useStore } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { clock, dayAndClock, promiseWords } from '../../ui/time.ts';
import { toneOf } from '../../ui/tone.ts';
import { makeOrderSource } from '../drag/order-source.ts';
import { LockSign } from '../lock-sign.tsx';
import { OrderMark } from '../order-mark.tsx';
import { useOthers } from '../others.ts';
import { useConsole } from '../state/console.ts';
import { graspedWith } from '../state/selection.ts';
import { DeadlineTag } from './deadline.tsx';
import css from './pool.module.css';
import type { PoolEntry } from './pool-entry.ts';
import { isPlannable } from './pool-entry.ts';

interface Props {
  readonly entry: PoolEntry;
  readonly now: Instant;
  readonly top: number;
  readonly shown: readonly string[];
  /** The arrows have stepped on to it without selecting it. */
  readonly passed: boolean;
  /** Name of the technician who has it; null for an unassigned one. */
  readonly holder: string | null;
}

/** One order of the pool: kind, number, place, promise or wish, what presses, and what is missing. */
export const PoolCard = memo(function PoolCard({ entry, now, top, shown, passed, holder }: Props) {
  const { order, card } = entry;
  const m = useMessages();
  const p = m.dispatch.pool;
  const console = useConsole();
  const element = useRef<HTMLDivElement>(null);
  const selected = useStore(console.view, ({ selection }) => selection.ids.includes(order.id));
  const lifted = useStore(console.session.lifted, (value) => value?.orderIds.includes(order.id) ?? false);
  const others = useOthers(order.id);
  const movable = isPlannable(order);
  const latestShown = useRef(shown);
  latestShown.current = shown;

  useEffect(() => {
    if (!movable) return undefined;
    return makeOrderSource({
      element: element.current!,
      orderIds: () => graspedWith(console.view.get().selection, order.id, latestShown.current),
      caption: (ids) => (ids.length > 1 ? m.dispatch.drag.many(ids.length) : (order.estate ?? order.number)),
    });
  }, [movable, order.id, order.estate, order.number, console, m]);

  const breached = entry.risk.state === 'broken' || entry.deadline?.state === 'breached';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around the options takes the keys for all of them
    <div
      ref={element}
      id={`pool-${order.id}`}
      className={css.card}
      style={{ transform: `translateY(${top}px)` }}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      data-order={order.id}
      data-lifted={lifted ? '' : undefined}
      data-others={others.hold ? '' : undefined}
      data-passed={passed ? '' : undefined}
      onClick={(event) =>
        console.pick(order.id, { add: event.ctrlKey || event.metaKey, range: event.shiftKey, shown })
      }
      onDoubleClick={() => console.open(order.id)}
    >
      <span className={css.kind}>
        <OrderMark type={order.type} tone={toneOf(order, breached)} size={16} />
      </span>
      <span className={css.head}>
        <span className={css.type}>{m.order.type[order.type]}</span>
        <span className={css.number}>{order.number}</span>
        <DeadlineTag timer={entry.deadline} now={now} />
      </span>
      <span className={css.place}>
        <span className={css.estate} title={order.estate ?? undefined}>
          {order.estate ?? p.unknownEstate}
        </span>
        {card?.address ? (
          <span className={css.address} title={card.address}>
            {card.address}
          </span>
        ) : null}
      </span>
      <span className={css.foot}>
        <Wish entry={entry} now={now} />
        <Changes entry={entry} />
        {entry.flags.has('needs_call') ? <Badge tone="call">{p.flags.needs_call}</Badge> : null}
        {entry.flags.has('no_place') ? <Badge tone="warn">{p.noPlace}</Badge> : null}
        {entry.flags.has('not_ready') ? <Badge tone="warn">{p.missing}</Badge> : null}
        {order.emergencyLine ? <Badge tone="alarm">{m.dispatch.detail.priority.emergency}</Badge> : null}
        {holder && !others.words ? (
          <span className={css.holder}>
            <LockSign lock={order.lock} size={11} /> {p.assignedTo(holder)}
          </span>
        ) : null}
        {others.words ? (
          <span className={css.others} title={others.words}>
            {others.words}
          </span>
        ) : null}
      </span>
      {movable ? (
        // For a pointer alone: an option may hold no button. By keys it is `a`, and the bar beneath the list has the button.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <span
          className={css.assign}
          title={p.assignOrder(order.number)}
          onClick={(event) => {
            event.stopPropagation();
            console.dialog.set({
              kind: 'assign',
              orderIds: graspedWith(console.view.get().selection, order.id, shown),
            });
          }}
        >
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path
              d="M2.5 8h9M8 4l4 4-4 4M13.8 3v10"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.7"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </span>
      ) : null}
    </div>
  );
});

/** The promise, else the customer's wish, else that there is none. */
function Wish({ entry, now }: { entry: PoolEntry; now: Instant }) {
  const m = useMessages();
  const language = useLanguage();
  const p = m.dispatch.pool;
  const { promise, order } = entry;
  if (promise) {
    const window = promise.end > promise.start ? `–${clock(promise.end)}` : '';
    return (
      <span className={css.promise} title={promiseWords(promise.start, promise.end)}>
        {p.promised(dayAndClock(promise.start, now, m, language) + window)}
      </span>
    );
  }
  const wish = order.preferredStarts[0];
  if (wish !== undefined)
    return <span className={css.wish}>{p.preferred(dayAndClock(wish, now, m, language))}</span>;
  return <span className={css.wish}>{p.unpromised}</span>;
}

/** Changes left as dots: full = left, hollow = used. */
function Changes({ entry }: { entry: PoolEntry }) {
  const p = useMessages().dispatch.pool;
  if (!entry.promise || entry.changesLeft === null) return null;
  const used = entry.order.companyChangeCount;
  const words = p.changesLeft(entry.changesLeft);
  return (
    <span className={css.dots} role="img" aria-label={words} title={words}>
      {Array.from({ length: entry.changesLeft + used }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the dots are alike and never move
        <span key={index} className={css.dot} data-used={index >= entry.changesLeft! ? '' : undefined} />
      ))}
    </span>
  );
}

function Badge({ tone, children }: { tone: 'call' | 'warn' | 'alarm'; children: string }) {
  return (
    <span className={css.badge} data-tone={tone}>
      {children}
    </span>
  );
}
