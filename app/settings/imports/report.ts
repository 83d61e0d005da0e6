import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { ImportRemark, ImportReport, ImportRun } from '#protocol/import.ts';

/** How the rows of a checked file divide. */
export interface Counts {
  total: number;
  clean: number;
  faulty: number;
  alreadyThere: number;
}

/** Counts rows, not remarks: a row with three faults is one faulty row. */
export function countsOf(run: ImportRun): Counts {
  const faulty = new Set(run.report?.faults.map(({ row }) => row)).size;
  const repeated = run.report?.warnings.filter(({ reason }) => reason === 'repeated_row').length ?? 0;
  const clean = Math.max(0, run.total - faulty - repeated - run.alreadyThere);
  return { total: run.total, clean, faulty, alreadyThere: run.alreadyThere };
}

/** The headers of the file; when it lacks needed columns they come with the fault. */
export function headersOf(report: ImportReport): readonly string[] {
  if (report.headers.length > 0) return report.headers;
  const { headers } = report.fileFault?.facts ?? {};
  return Array.isArray(headers) ? (headers as string[]) : [];
}

/** Where a previewed row stands, WGS-84; null when it has no place. */
export function pointOf(row: Readonly<Record<string, unknown>>): LngLat | null {
  const place = row.place as { point?: LngLat } | null | undefined;
  const home = row.home as LngLat | null | undefined;
  return place?.point ?? home ?? null;
}

/** Remarks as CSV for the one who will correct the file: with a byte order mark, and no cell that a spreadsheet runs. */
export function remarksCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A remark's words, from the catalogue's functions by reason. */
export function reasonWords(
  remark: Pick<ImportRemark, 'reason' | 'facts'>,
  book: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>) => string>>,
  unknown: string,
): string {
  return book[remark.reason]?.(remark.facts ?? {}) ?? `${unknown} (${remark.reason})`;
}
