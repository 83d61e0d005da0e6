import type { Instant } from '#domain/base/brand.ts';
import type { Outcome } from '#domain/base/verdict.ts';
import { clock } from '../../ui/time.ts';
import { type Scale, xOf } from './scale.ts';
import css from './timeline.module.css';

interface Props {
  readonly scale: Scale;
  readonly from: Instant;
  readonly to: Instant;
  readonly label: string;
  /** Colours the ghost of a drag. */
  readonly outcome?: Outcome;
  /** A ghost of a proposed plan. */
  readonly proposed?: boolean;
}

/** A visit that is not there yet: under the pointer, or in a proposed plan. */
export function GhostBar({ scale, from, to, label, outcome, proposed }: Props) {
  const left = xOf(scale, from);
  return (
    <div
      className={css.ghost}
      style={{ left, width: Math.max(18, xOf(scale, to) - left) }}
      data-outcome={outcome}
      data-proposed={proposed ? '' : undefined}
    >
      <span className={css.ghostTime}>{clock(from)}</span>
      <span className={css.ghostLabel}>{label}</span>
    </div>
  );
}
