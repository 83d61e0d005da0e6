'use client';

import { useMessages } from '../ui/i18n/provider.tsx';
import { SlaBar } from '../ui/sla-bar.tsx';
import { minutesWords } from '../ui/time.ts';
import classes from './board.module.css';
import type { AreaLoad } from './tally.ts';

/** How full each area's day is: work and travel booked against the hours of those on duty. */
export function AreaLoads({ loads }: { loads: readonly AreaLoad[] }) {
  const m = useMessages();
  const words = m.board.areas;
  return (
    <>
      <h2 className={classes.loadsTitle}>{words.title}</h2>
      <ul className={classes.loads}>
        {loads.map((load) => {
          const share = load.capacityS > 0 ? load.bookedS / load.capacityS : null;
          const label = words.loadOf(
            minutesWords(load.bookedS / 60, m),
            minutesWords(load.capacityS / 60, m),
          );
          return (
            <li key={load.area.id} className={classes.load}>
              <span className={classes.loadHead}>
                <strong>{load.area.name}</strong>
                <span>{share === null ? words.none : `${Math.round(share * 100)}%`}</span>
              </span>
              {share === null ? null : <SlaBar share={share} label={label} />}
              <span className={classes.loadFacts}>
                {words.onDuty} {load.onDuty} · {words.visits} {load.visits} ·{' '}
                <span data-some={load.pool > 0 ? '' : undefined}>
                  {words.pool} {load.pool}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
