import { HEAD_PX, type Scale, xOf } from './scale.ts';
import css from './timeline.module.css';

/** Where one day ends and the next begins, through all rows. */
export function DayLines({ scale }: { scale: Scale }) {
  return scale.midnights
    .filter((midnight) => midnight > scale.from)
    .map((midnight) => (
      <div
        key={midnight}
        className={css.dayLine}
        style={{ left: HEAD_PX + xOf(scale, midnight) }}
        data-midnight={midnight}
        aria-hidden="true"
      />
    ));
}
