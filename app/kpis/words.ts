import type { Figure } from '#domain/kpi/figure.ts';
import type { ReportedFigure } from '#domain/kpi/report.ts';
import type { Messages } from '../ui/i18n/zh-cn.ts';

/** `93.3 %`, `12.4 小时`; `–` where there was nothing to judge. */
export function valueWords(value: Figure['value'], unit: ReportedFigure['unit'], m: Messages): string {
  if (value === null) return '–';
  return unit === 'hours' ? m.figures.hours(round(value)) : `${round(value * 100)} %`;
}

/** What the figure was counted from: `3 / 4`, `12 单平均`; nothing where there was nothing to judge. */
export function countWords(figure: ReportedFigure, m: Messages): string {
  const { numerator, denominator, unit } = figure;
  if (denominator === 0) return '';
  return unit === 'hours' ? m.figures.average(denominator) : m.figures.counted(round(numerator), denominator);
}

/** A mark of the standard in the unit of its figure. */
export function markWords(mark: number, unit: ReportedFigure['unit'], m: Messages): string {
  return unit === 'hours' ? m.figures.hours(round(mark)) : `${round(mark)} %`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** How a figure stands to its marks; null where the standard states none or there is nothing to judge. */
export function standing({ value, unit, targets }: ReportedFigure): 'challenge' | 'met' | 'missed' | null {
  const [base, challenge] = targets;
  if (value === null || base === undefined) return null;
  if (unit === 'hours') return value <= Math.max(...targets) ? 'met' : 'missed';
  const percent = value * 100;
  if (challenge !== undefined && percent >= challenge) return 'challenge';
  return percent >= base ? 'met' : 'missed';
}
