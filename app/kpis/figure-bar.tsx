'use client';

import type { ReportedFigure } from '#domain/kpi/report.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import classes from './figures.module.css';
import { markWords } from './words.ts';

/** Room above the largest of figure and marks, for hours. */
const ROOM = 1.25;

/** The figure as a bar, with the standard's marks across it. */
export function FigureBar({ figure }: { figure: ReportedFigure }) {
  const m = useMessages();
  const { value, unit, targets } = figure;
  const shown = value === null ? null : unit === 'hours' ? value : value * 100;
  const full = unit === 'hours' ? Math.max(shown ?? 0, ...targets, 1) * ROOM : 100;
  const share = (one: number) => `${Math.min(100, (one / full) * 100)}%`;
  return (
    <span className={classes.track} aria-hidden="true">
      {shown === null ? null : <span className={classes.fill} style={{ width: share(shown) }} />}
      {targets.map((mark) => (
        <span
          key={mark}
          className={classes.mark}
          style={{ left: share(mark) }}
          title={markWords(mark, unit, m)}
        />
      ))}
    </span>
  );
}
