import type { ImportReport } from '#protocol/import.ts';
import type { FileFault } from './fault.ts';
import type { ImportReading } from './read-import.ts';

const PREVIEW_ROWS = 20;
/** A file of another kind would fill the report with one remark a cell. */
const MOST_REMARKS = 2_000;

/** What the page shows of a file that was read. */
export function reportOf<T extends object, Field extends string>(
  reading: ImportReading<T, Field>,
): ImportReport {
  const { headers, at, unused } = reading.columns;
  const columns = Object.entries<number | undefined>(at).flatMap(([field, column]) =>
    column === undefined ? [] : [[field, headers[column] ?? '']],
  );
  return {
    encoding: reading.encoding,
    delimiter: reading.delimiter,
    headers,
    columns: Object.fromEntries(columns),
    unused,
    faults: reading.faults.slice(0, MOST_REMARKS),
    warnings: reading.warnings.slice(0, MOST_REMARKS),
    preview: reading.rows.slice(0, PREVIEW_ROWS).map((row) => ({ ...row }) as Record<string, unknown>),
    fileFault: null,
  };
}

/** The same for a file that could not be read at all. */
export function unreadReport(fileFault: FileFault): ImportReport {
  return {
    encoding: null,
    delimiter: null,
    headers: [],
    columns: {},
    unused: [],
    faults: [],
    warnings: [],
    preview: [],
    fileFault,
  };
}
