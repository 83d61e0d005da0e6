'use client';

import type { ReportedFigure, ReportedGroup } from '#domain/kpi/report.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import type { Asked } from './asked.ts';
import { FigureBar } from './figure-bar.tsx';
import classes from './figures.module.css';
import { countWords, standing, valueWords } from './words.ts';

/** Every indicator with its figure, its marks and what stands beside it. Arrow keys walk, Enter opens. */
export function FigureList(props: {
  group: ReportedGroup;
  flags: number;
  chosen: Asked['kpi'];
  onChoose: (kpi: NonNullable<Asked['kpi']>) => void;
}) {
  const m = useMessages().figures;
  return (
    <ul
      className={classes.rows}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
        const at = rows.indexOf(document.activeElement as HTMLButtonElement);
        rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
      }}
    >
      <li>
        <button
          type="button"
          className={classes.row}
          data-figure="flags"
          data-standing={props.flags > 0 ? 'flagged' : undefined}
          aria-current={props.chosen === 'flags' ? 'true' : undefined}
          onClick={() => props.onChoose('flags')}
        >
          <span className={classes.rowId}>RECD-02</span>
          <span className={classes.rowName}>{m.flags}</span>
          <span className={classes.rowValue}>{props.flags}</span>
        </button>
      </li>
      {props.group.figures.map((figure) => (
        <li key={figure.id}>
          <button
            type="button"
            className={classes.row}
            data-figure={figure.id}
            data-standing={standing(figure) ?? undefined}
            aria-current={props.chosen === figure.id ? 'true' : undefined}
            onClick={() => props.onChoose(figure.id)}
          >
            <FigureWords figure={figure} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function FigureWords({ figure }: { figure: ReportedFigure }) {
  const messages = useMessages();
  const m = messages.figures;
  const how = standing(figure);
  const beside = [
    figure.excluded > 0 ? m.leftOut(figure.excluded) : null,
    figure.corrected.length + figure.carried.length > 0
      ? m.corrections(figure.corrected.length + figure.carried.length)
      : null,
  ].filter(Boolean);
  return (
    <>
      <span className={classes.rowId}>{figure.id}</span>
      <span className={classes.rowName}>
        {m.kpi[figure.id]}
        {beside.length > 0 ? <small>{beside.join(' · ')}</small> : null}
      </span>
      <FigureBar figure={figure} />
      <span className={classes.rowValue}>
        {valueWords(figure.value, figure.unit, messages)}
        {figure.denominator === 0 ? null : <small>{countWords(figure, messages)}</small>}
        {how ? <small className={classes.how}>{m.standing[how]}</small> : null}
      </span>
    </>
  );
}
