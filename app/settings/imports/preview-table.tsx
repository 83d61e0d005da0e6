'use client';

import type { DailyBreak } from '#domain/technician/technician.ts';
import { breakOf } from '../../ui/break-words.ts';
import type { Language } from '../../ui/i18n/language.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import type { Messages } from '../../ui/i18n/zh-cn.ts';
import { clock, dayWords } from '../../ui/time.ts';
import classes from './imports.module.css';
import { pointOf } from './report.ts';
import { ScrollFrame } from './scroll-frame.tsx';

type Row = Readonly<Record<string, unknown>>;

/** Fields of a taken row that are shown, in this order, where the row has them. */
const SHOWN = [
  'number',
  'type',
  'customerName',
  'name',
  'phone',
  'address',
  'estate',
  'accessType',
  'subscribedMbps',
  'intakeAt',
  'preferredAt',
  'skills',
  'shift',
  'breaks',
  'overtimeMin',
  'region',
  'certifiedUntil',
  'lng',
] as const;

/** Fields of a row that go by the name of another. */
const HEADED_BY: Readonly<Record<string, string>> = { subscribedMbps: 'bandwidth', overtimeMin: 'overtime' };

/** The first rows as they would be taken, every value already read and converted. */
export function PreviewTable({ rows }: { rows: readonly Row[] }) {
  const m = useMessages();
  const language = useLanguage();
  const shown = SHOWN.filter((field) => rows.some((row) => cellOf(row, field, m, language) !== ''));
  const names: Readonly<Record<string, string>> = m.imports.fields;
  return (
    <section className={classes.block} aria-labelledby="preview-title">
      <h2 id="preview-title">{m.imports.preview.title}</h2>
      <p className={classes.hint}>{m.imports.preview.hint(rows.length)}</p>
      <ScrollFrame label={m.imports.preview.title}>
        <table className={classes.remarks}>
          <thead>
            <tr>
              <th scope="col">{m.imports.preview.row}</th>
              {shown.map((field) => (
                <th key={field} scope="col">
                  {field === 'lng' ? 'WGS-84' : (names[HEADED_BY[field] ?? field] ?? field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={String(row.row)}>
                <td>{String(row.row)}</td>
                {shown.map((field) => (
                  <td key={field}>{cellOf(row, field, m, language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  );
}

function cellOf(row: Row, field: (typeof SHOWN)[number], m: Messages, language: Language): string {
  if (field === 'lng') {
    const point = pointOf(row);
    return point ? `${point.lng.toFixed(6)}, ${point.lat.toFixed(6)}` : '';
  }
  const value = row[field];
  if (value === null || value === undefined || value === '') return '';
  if (field === 'type') return m.order.type[value as keyof Messages['order']['type']] ?? String(value);
  if (field === 'region') return m.order.region[value as keyof Messages['order']['region']] ?? String(value);
  if (field === 'intakeAt' || field === 'preferredAt') {
    const at = typeof value === 'number' ? value : Date.parse(String(value));
    return `${dayWords(at, language)} ${clock(at)}`;
  }
  if (field === 'shift') {
    const { start, end } = value as { start: string; end: string };
    return `${start}–${end}`;
  }
  if (field === 'breaks') return (value as readonly DailyBreak[]).map((one) => breakOf(one, m)).join(' ');
  if (field === 'overtimeMin') return m.common.minutes(Number(value));
  return Array.isArray(value) ? value.join(' ') : String(value);
}
