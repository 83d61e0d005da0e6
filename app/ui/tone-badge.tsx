import type { ReactNode } from 'react';
import { type Tone, toneColors } from './tone.ts';
import classes from './tone-badge.module.css';
import { ToneIcon } from './tone-icon.tsx';

/** A status in words, with its colour and its shape. */
export function ToneBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { color, soft } = toneColors(tone);
  return (
    <span className={classes.badge} style={{ color, background: soft }} data-tone={tone}>
      <ToneIcon tone={tone} size={12} />
      {children}
    </span>
  );
}
