'use client';

import { useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { clock, dayWords, isoDay } from '../ui/time.ts';
import classes from './calls.module.css';
import { isOverdue, leftOf, whatOf } from './words.ts';
import type { WorkItem } from './work-list.ts';

const PAGE = 60;

/** The list of one group, most urgent first. Arrow keys walk, Enter opens. */
export function WorkRows(props: {
  items: readonly WorkItem[];
  cards: ReadonlyMap<string, CustomerCard>;
  chosen: string | null;
  now: Instant;
  onChoose: (key: string) => void;
}) {
  const m = useMessages();
  const language = useLanguage();
  const { items, cards, chosen, now } = props;
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ul
        className={classes.rows}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step === 0) return;
          event.preventDefault();
          const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
          const at = rows.indexOf(document.activeElement as HTMLButtonElement);
          rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
        }}
      >
        {items.slice(0, shown).map((item) => {
          const { order } = item;
          const card = cards.get(order.id);
          return (
            <li key={item.key}>
              <button
                type="button"
                className={classes.row}
                data-row={item.key}
                data-over={isOverdue(item, now) ? '' : undefined}
                aria-current={chosen === item.key ? 'true' : undefined}
                onClick={() => props.onChoose(item.key)}
              >
                <span className={classes.rowTime}>
                  {clock(item.usable)}
                  {isoDay(item.usable) === isoDay(now) ? null : (
                    <small>{dayWords(item.usable, language)}</small>
                  )}
                </span>
                <span className={classes.rowMain}>
                  <strong>{whatOf(item, m)}</strong>
                  <small>
                    {[
                      card?.name,
                      order.hasPhone ? card?.phone : m.calls.noPhone,
                      order.estate ?? order.number,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
                <span className={classes.rowSide}>
                  {leftOf(item, now, m)}
                  <small>{m.order.type[order.type]}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {items.length > shown ? (
        <button type="button" className={classes.more} onClick={() => setShown(shown + PAGE)}>
          {m.calls.more(items.length - shown)}
        </button>
      ) : null}
    </>
  );
}
