import type { ReactNode } from 'react';
import type { Technician } from '#domain/technician/technician.ts';
import { update } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import type { Load } from './row-order.ts';
import css from './timeline.module.css';

interface Props {
  readonly technician: Technician;
  readonly load: Load;
  readonly areaName: string;
  readonly lit: boolean;
  /** Takes the place of the load while something is lifted. */
  readonly children: ReactNode;
}

/** The left end of a row: who, on duty or not, and how full the day is. Pressing it lights the technician everywhere. */
export function RowHead({ technician, load, areaName, lit, children }: Props) {
  const m = useMessages().dispatch.timeline;
  const { view } = useConsole();
  const share = load.shiftMin === 0 ? 0 : load.busyMin / load.shiftMin;
  const percent = Math.round(share * 100);
  return (
    <div className={css.head} data-row-head>
      <button
        type="button"
        className={css.who}
        aria-pressed={lit}
        onClick={() => update(view, (before) => ({ ...before, technicianId: lit ? null : technician.id }))}
      >
        <span className={css.duty} data-on={technician.onDuty ? '' : undefined} aria-hidden="true" />
        <span className={css.name}>{technician.name}</span>
        <span className={css.sub}>
          {technician.number.toUpperCase()}
          <span className={css.area}> · {areaName}</span>
          <span className={css.unseen}>{technician.onDuty ? m.onDuty : m.offDuty}</span>
        </span>
      </button>
      {children ?? (
        <span className={css.load} title={`${m.load(percent)} · ${m.done(load.done, load.visits)}`}>
          <span className={css.loadCount}>
            {load.done}/{load.visits}
          </span>
          <span className={css.loadTrack}>
            <span
              className={css.loadFill}
              data-full={share > 1 ? 'over' : share > 0.85 ? 'nearly' : undefined}
              style={{ width: `${Math.min(100, percent)}%` }}
            />
          </span>
        </span>
      )}
    </div>
  );
}
