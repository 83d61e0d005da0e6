'use client';

import { useMessages } from '../ui/i18n/provider.tsx';
import { ToneIcon } from '../ui/tone-icon.tsx';
import classes from './board.module.css';
import type { BoardList } from './lists.ts';
import { type Tally, TIGHT_MIN } from './tally.ts';

/** The figures across the wall. Each opens its list; colour comes with a shape and only when there is something to see. */
export function Tiles(props: {
  tally: Tally;
  lists: readonly BoardList[];
  open: BoardList;
  onOpen: (list: BoardList) => void;
}) {
  const m = useMessages().board;
  const { tally } = props;
  return (
    <div className={classes.tiles}>
      {props.lists.map((list) => {
        const figure = tally[list].length;
        return (
          <button
            key={list}
            type="button"
            className={classes.tile}
            data-list={list}
            data-zero={figure === 0 ? '' : undefined}
            aria-pressed={props.open === list}
            onClick={() => props.onOpen(list)}
          >
            <span className={classes.tileName}>
              <ToneIcon tone={TONE[list]} size={14} />
              {m.tiles[list]}
            </span>
            <span className={classes.figure}>
              {figure}
              {list === 'kept' ? <small>{m.of(tally.promisedToday)}</small> : null}
            </span>
            <span className={classes.tileHint}>
              {list === 'atRisk' ? riskHint(tally, m) : m.tileHints[list]}
            </span>
          </button>
        );
      })}
    </div>
  );
}

const TONE = {
  kept: 'done',
  atRisk: 'blocked',
  broken: 'breached',
  approvals: 'planned',
  silent: 'unassigned',
  overLimit: 'breached',
} as const;

function riskHint(
  tally: Tally,
  m: { tileHints: { atRisk: string }; slackUnder: (n: number) => string; lateAlready: string },
): string {
  if (tally.atRisk.length === 0) return m.tileHints.atRisk;
  const late = tally.atRisk.filter(({ promise }) => (promise.slackMin ?? 0) < 0).length;
  const tight = tally.atRisk.filter(
    ({ promise }) => (promise.slackMin ?? 0) >= 0 && (promise.slackMin ?? 0) < TIGHT_MIN,
  ).length;
  return [
    late > 0 ? `${m.lateAlready} ${late}` : null,
    tight > 0 ? `${m.slackUnder(TIGHT_MIN)} ${tight}` : null,
    late + tight === 0 ? m.tileHints.atRisk : null,
  ]
    .filter(Boolean)
    .join(' · ');
}
