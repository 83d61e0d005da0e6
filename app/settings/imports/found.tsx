'use client';

import type { ImportReport, ImportRun } from '#protocol/import.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from './imports.module.css';
import { countsOf } from './report.ts';

/** What was found in the file: how it is written, and how its rows divide. */
export function Found({ run, report }: { run: ImportRun; report: ImportReport }) {
  const m = useMessages().imports.found;
  const counts = countsOf(run);
  const delimiters: Readonly<Record<string, string>> = {
    ',': m.comma,
    '\t': m.tab,
    ';': m.semicolon,
    '|': m.pipe,
  };
  const facts: { name: string; value: string | number; tone?: 'good' | 'bad' }[] = [
    { name: m.encoding, value: report.encoding === 'XLSX' ? m.spreadsheet : (report.encoding ?? '—') },
    ...(report.delimiter === null
      ? []
      : [{ name: m.delimiter, value: delimiters[report.delimiter] ?? report.delimiter }]),
    { name: m.rows, value: counts.total },
    { name: m.clean, value: counts.clean, tone: 'good' as const },
    { name: m.faults, value: counts.faulty, ...(counts.faulty > 0 ? { tone: 'bad' as const } : {}) },
    { name: m.known, value: counts.alreadyThere },
    { name: m.warnings, value: report.warnings.length },
  ];
  return (
    <dl className={classes.found}>
      {facts.map((fact) => (
        <div key={fact.name} data-tone={fact.tone}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
