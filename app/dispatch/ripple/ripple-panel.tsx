import { CloseButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { usePane } from '../keys/use-pane.ts';
import css from './ripple.module.css';
import { SuggestionCard } from './suggestion-card.tsx';
import { TroubleRow } from './trouble-row.tsx';
import type { Ripple } from './use-ripple.ts';

/**
 * What changed: the visits that the day, left as it is, serves too late or not at all, each with its ways out; and the suggestion that
 * stands. Arrows walk, Enter opens, a number takes the option of that number, Escape closes.
 */
export function RipplePanel({ ripple }: { ripple: Ripple }) {
  const m = useMessages().ripple;
  const panel = useRef<HTMLElement>(null);
  const pane = usePane(panel, () => ripple.setOpen(false));
  const { troubles, suggestion } = ripple;
  const [chosen, setChosen] = useState<string | null>(null);
  const untold = troubles.filter(({ isTold }) => !isTold).map(({ order }) => order.id);
  // The first is open of itself, and stays so while it needs somebody: a graver one must not come between a way out and its press.
  const [held, setHeld] = useState<string | null>(null);
  const first = untold.find((id) => id === held) ?? untold[0] ?? null;
  if (first !== held) setHeld(first);
  const open = chosen === '' ? null : (troubles.find(({ order }) => order.id === chosen)?.order.id ?? first);
  useEffect(() => {
    const head = panel.current?.querySelector<HTMLElement>('[data-trouble-head]');
    (head ?? panel.current)?.focus();
  }, []);
  const walk = (event: KeyboardEvent) => {
    pane.onKeyDown(event);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const heads = [...(panel.current?.querySelectorAll<HTMLElement>('[data-trouble-head]') ?? [])];
    const at = heads.indexOf(document.activeElement as HTMLElement);
    if (step !== 0 && heads.length > 0) {
      event.preventDefault();
      heads[Math.min(heads.length - 1, Math.max(0, at + step))]?.focus();
    }
    if (/^[1-9]$/.test(event.key) && !(event.target instanceof HTMLInputElement)) {
      const ways = panel.current?.querySelectorAll<HTMLButtonElement>('[data-way] button');
      ways?.[Number(event.key) - 1]?.click();
    }
    // The keys of the console speak of what is selected on its surface, not of what stands here.
    if (step !== 0 || event.key === 'Enter' || event.key === ' ') event.stopPropagation();
  };
  return (
    <aside {...pane} ref={panel} className={css.panel} aria-label={m.title} data-ripple onKeyDown={walk}>
      <div className={css.head}>
        <h2 className={css.title}>{m.title}</h2>
        <CloseButton aria-label={m.close} onClick={() => ripple.setOpen(false)} />
      </div>
      <div className={css.scroll}>
        {suggestion ? <SuggestionCard key={suggestion.run.id} shown={suggestion} /> : null}
        {troubles.length === 0 ? (
          <p className={css.none}>
            {m.none} {m.watched}
          </p>
        ) : (
          <ul className={css.troubles}>
            {troubles.map((trouble) => (
              <TroubleRow
                key={trouble.order.id}
                trouble={trouble}
                open={trouble.order.id === open}
                onToggle={(on) => setChosen(on ? trouble.order.id : '')}
              />
            ))}
          </ul>
        )}
      </div>
      <p className={css.foot}>{m.hint}</p>
    </aside>
  );
}
