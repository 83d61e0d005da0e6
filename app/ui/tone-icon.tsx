import type { Tone } from './tone.ts';

const SHAPES: Record<Tone, string> = {
  unassigned: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  planned: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3',
  en_route: 'M2.5 8h10M8.5 3.5 13 8l-4.5 4.5',
  on_site: 'M2.5 8 8 3l5.5 5M4.5 7v6.5h7V7',
  done: 'M3 8.5 6.5 12 13 4.5',
  blocked: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM4.2 4.2l7.6 7.6',
  breached: 'M8 2 14.5 13.5h-13zM8 6v3.5M8 11.5v.3',
};

/** The shape that goes with a status colour, so that colour never stands alone. Decorative: words stand beside it. */
export function ToneIcon({ tone, size = 14 }: { tone: Tone; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={SHAPES[tone]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeDasharray={tone === 'unassigned' ? '3 2.4' : undefined}
      />
    </svg>
  );
}
