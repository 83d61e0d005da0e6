import type { Instant } from '#domain/base/brand.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { clock, dayWords } from '../../ui/time.ts';
import { HEAD_PX, hoursOf, isInSight, type Scale, xOf } from './scale.ts';
import css from './timeline.module.css';

/** So much room the name of a day needs, CSS pixels. */
const DAY_PX = 92;

/** The hours above all rows, the days where there are several, and the present among them. */
export function Ruler({ scale, now, rows }: { scale: Scale; now: Instant; rows: number }) {
  const m = useMessages().dispatch.timeline;
  const language = useLanguage();
  const nowX = xOf(scale, now);
  const nowInSight = isInSight(scale, now);
  const isUnderDay = (hour: Instant) =>
    scale.midnights.some((midnight) => hour > midnight && xOf(scale, hour) - xOf(scale, midnight) < DAY_PX);
  return (
    <div className={css.ruler} aria-hidden="true">
      <div className={css.corner}>{m.rows(rows)}</div>
      {hoursOf(scale)
        // The last label would stick out; one under the present would be half covered.
        .filter((hour) => hour < scale.to && !(nowInSight && Math.abs(xOf(scale, hour) + 18 - nowX) < 38))
        .filter((hour) => !isUnderDay(hour))
        .map((hour) => (
          <span key={hour} className={css.hour} style={{ left: HEAD_PX + xOf(scale, hour) }}>
            {scale.midnights.includes(hour) ? <strong>{dayWords(hour, language)}</strong> : clock(hour)}
          </span>
        ))}
      {nowInSight ? (
        <span className={css.nowTag} style={{ left: HEAD_PX + nowX }}>
          {clock(now)}
        </span>
      ) : null}
    </div>
  );
}
