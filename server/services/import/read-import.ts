import { IMPORT_KINDS, type ImportKind } from '#protocol/import.ts';
import { type Columns, type Fields, type Mapping, matchColumns } from './columns.ts';
import type { Fault, FileFault, Warning } from './fault.ts';
import {
  AREA_FIELDS,
  type AreaField,
  ORDER_FIELDS,
  type OrderField,
  TECHNICIAN_FIELDS,
  type TechnicianField,
} from './field-words.ts';
import type { Known } from './known.ts';
import { type AreaRow, parseAreaRow } from './parse-area-row.ts';
import { parseOrderRow } from './parse-order-row.ts';
import { parseTechnicianRow, type TechnicianRow } from './parse-technician-row.ts';
import { type PlacedOrderRow, placeOrders } from './place-orders.ts';
import { readTable, type Table } from './read-table.ts';
import { numberWatch } from './repeated-numbers.ts';
import { Row } from './row.ts';

/** A file read to its end. Rows with a fault are not among `rows`; nothing of them is lost: see `faults`. */
export interface ImportReading<T, Field extends string> {
  readonly encoding: Table['encoding'];
  readonly delimiter: string | null;
  readonly columns: Columns<Field>;
  /** Rows of the file that hold something, the header not counted. */
  readonly total: number;
  readonly rows: readonly T[];
  /** Spreadsheet rows whose number the operator already has. */
  readonly alreadyThere: readonly number[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
}

export type ImportResult<T, Field extends string> =
  | { readonly ok: true; readonly reading: ImportReading<T, Field> }
  | { readonly ok: false; readonly fault: FileFault };

/** How a file is to be read, beyond what is known. */
export interface ImportOptions<Field extends string> {
  readonly mapping?: Mapping<Field>;
  /** Called and awaited every 200 rows, and at the end: shows progress and lets other work have its turn. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
}

const PROGRESS_ROWS = 200;

/** Reads a file of orders and settles where each is. */
export async function readOrders(
  bytes: Uint8Array,
  known: Known,
  options: ImportOptions<OrderField> = {},
): Promise<ImportResult<PlacedOrderRow, OrderField>> {
  const result = await readRows(bytes, ORDER_FIELDS, 'number', known, parseOrderRow, options);
  if (!result.ok) return result;
  const { rows, warnings } = result.reading;
  const columns: Columns<OrderField> = result.reading.columns;
  const header = (field: OrderField) => {
    const at = columns.at[field];
    return at === undefined ? null : columns.headers[at]!;
  };
  const placed = placeOrders(rows, known, {
    estate: header('estate'),
    lng: header('lng'),
    previousAddress: header('previousAddress'),
  });
  const all = [...warnings, ...placed.warnings].sort((a, b) => a.row - b.row);
  return { ok: true, reading: { ...result.reading, rows: placed.rows, warnings: all } };
}

/** Reads a file of technicians. */
export function readTechnicians(
  bytes: Uint8Array,
  known: Known,
  options: ImportOptions<TechnicianField> = {},
): Promise<ImportResult<TechnicianRow, TechnicianField>> {
  return readRows(bytes, TECHNICIAN_FIELDS, 'number', known, parseTechnicianRow, options);
}

/** Reads a file of areas. `known.numbers` holds the names that are already there. */
export function readAreas(
  bytes: Uint8Array,
  known: Known,
  options: ImportOptions<AreaField> = {},
): Promise<ImportResult<AreaRow, AreaField>> {
  return readRows(bytes, AREA_FIELDS, 'name', known, parseAreaRow, options);
}

const FIELDS_OF: Readonly<Record<ImportKind, Fields<string>>> = {
  orders: ORDER_FIELDS,
  technicians: TECHNICIAN_FIELDS,
  areas: AREA_FIELDS,
};

/** What the headers speak of: the kind that has all it needs, the one with most columns first. */
function kindOf(cells: Table['cells']): ImportKind | undefined {
  const fitting = IMPORT_KINDS.flatMap((kind) => {
    const matched = matchColumns(cells, FIELDS_OF[kind]);
    if (!matched.ok || matched.columns.missing.length > 0) return [];
    return [{ kind, columns: Object.keys(matched.columns.at).length }];
  });
  return fitting.sort((a, b) => b.columns - a.columns)[0]?.kind;
}

async function readRows<T, Field extends string>(
  bytes: Uint8Array,
  fields: Fields<Field>,
  key: Field,
  known: Known,
  parse: (row: Row<Field>, known: Known) => T | undefined,
  { mapping, onProgress }: ImportOptions<Field>,
): Promise<ImportResult<T, Field>> {
  const file = await readTable(bytes);
  if (!file.ok) return file;
  const { cells, encoding, delimiter } = file.table;
  const matched = matchColumns(cells, fields, mapping);
  if (!matched.ok) return matched;
  const { columns } = matched;
  if (columns.missing.length > 0) {
    const facts = { columns: columns.missing, headers: columns.headers, looksLike: kindOf(cells) ?? '' };
    return { ok: false, fault: { reason: 'missing_columns', facts } };
  }

  const standingOf = numberWatch(key, known.numbers);
  const read: Row<Field>[] = [];
  const clean: T[] = [];
  const alreadyThere: number[] = [];
  const filled = cells.flatMap((row, i) =>
    i >= columns.headerRow && row.some((cell) => cell.trim() !== '') ? [i] : [],
  );
  for (const [done, i] of filled.entries()) {
    if (done % PROGRESS_ROWS === 0) await onProgress?.(done, filled.length);
    const row = new Row(i + 1, cells[i]!, columns);
    read.push(row);
    const standing = standingOf(row);
    if (standing === 'known') alreadyThere.push(row.number);
    if (standing !== 'new') continue;
    const value = parse(row, known);
    if (value !== undefined) clean.push(value);
  }
  await onProgress?.(filled.length, filled.length);
  return {
    ok: true,
    reading: {
      encoding,
      delimiter,
      columns,
      total: filled.length,
      rows: clean,
      alreadyThere,
      faults: read.flatMap(({ faults }) => faults),
      warnings: read.flatMap(({ warnings }) => warnings),
    },
  };
}
