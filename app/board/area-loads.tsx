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
    <table className={classes.loads}>
      <caption>{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.area}</th>
          <th scope="col">{words.onDuty}</th>
          <th scope="col">{words.visits}</th>
          <th scope="col">{words.pool}</th>
          <th scope="col">{words.load}</th>
        </tr>
      </thead>
      <tbody>
        {loads.map((load) => {
          const label = words.loadOf(
            minutesWords(load.bookedS / 60, m),
            minutesWords(load.capacityS / 60, m),
          );
          return (
            <tr key={load.area.id}>
              <th scope="row">{load.area.name}</th>
              <td>{load.onDuty}</td>
              <td>{load.visits}</td>
              <td data-some={load.pool > 0 ? '' : undefined}>{load.pool}</td>
              <td className={classes.loadCell}>
                {load.capacityS > 0 ? (
                  <>
                    <span>{Math.round((load.bookedS / load.capacityS) * 100)}%</span>
                    <SlaBar share={load.bookedS / load.capacityS} label={label} />
                  </>
                ) : (
                  words.none
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
