import { useMessages } from '../../ui/i18n/provider.tsx';
import css from './ripple.module.css';
import type { Ripple } from './use-ripple.ts';

/** How many visits of today need somebody, and whether something better was found. Pressing it opens the panel. */
export function RippleChip({ ripple }: { ripple: Ripple }) {
  const m = useMessages().ripple;
  const waiting = ripple.troubles.filter(({ isTold }) => !isTold).length;
  const label = [m.chip(waiting), ripple.suggestion && m.suggestion.title].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      className={css.chip}
      aria-pressed={ripple.open}
      aria-label={`${label} (T)`}
      title={`${label} (T)`}
      data-ripple-chip={waiting}
      data-pressing={waiting > 0 ? '' : undefined}
      onClick={() => ripple.setOpen(!ripple.open)}
    >
      <svg width="16" height="16" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <circle cx="10" cy="10" r="2" fill="currentColor" />
        <path
          d="M5.8 14.2a6 6 0 0 1 0-8.4M14.2 5.8a6 6 0 0 1 0 8.4M3 17A10 10 0 0 1 3 3M17 3a10 10 0 0 1 0 14"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
      </svg>
      {waiting > 0 ? <span>{waiting}</span> : null}
      {ripple.suggestion ? <span className={css.chipDot} aria-hidden="true" /> : null}
    </button>
  );
}
