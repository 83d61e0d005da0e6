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

/** So much room a time needs, CSS pixels: half of one would be read as another. */
const TIME_PX = 48;
/** And so much a time with a name that can be recognised. */
const BOTH_PX = 76;

/** A visit that is not there yet: under the pointer, or in a proposed plan. */
export function GhostBar({ scale, from, to, label, outcome, proposed }: Props) {
  const left = xOf(scale, from);
  const width = Math.max(18, xOf(scale, to) - left);
  return (
    <div
      className={css.ghost}
      style={{ left, width }}
      data-outcome={outcome}
      data-proposed={proposed ? '' : undefined}
    >
      {width < TIME_PX ? null : (
        <>
          <span className={css.ghostTime}>{clock(from)}</span>
          {width < BOTH_PX ? null : <span className={css.ghostLabel}>{label}</span>}
        </>
      )}
    </div>
  );
}
