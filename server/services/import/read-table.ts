import Papa from 'papaparse';
import { decodeText, type Encoding } from './decode-text.ts';
import type { FileFault } from './fault.ts';
import { readSpreadsheet } from './spreadsheet.ts';

/** Cells of a file as text, the first row first; row n of the spreadsheet is `cells[n − 1]`. */
export interface Table {
  readonly encoding: Encoding | 'XLSX';
  /** What stood between the cells of a text file; null for a spreadsheet. */
  readonly delimiter: string | null;
  readonly cells: readonly (readonly string[])[];
}

export type TableReading =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly fault: FileFault };

export const MAX_BYTES = 20_000_000;
export const MAX_ROWS = 50_000;

/**
 * Reads the bytes of a CSV or XLSX file: encoding and delimiter detected, quotes and line ends of any
 * system. Never throws for a bad file; says what is wrong with it.
 */
export async function readTable(bytes: Uint8Array): Promise<TableReading> {
  if (bytes.length === 0) return refuse('empty_file');
  if (bytes.length > MAX_BYTES) return refuse('too_large', { bytes: bytes.length, limit: MAX_BYTES });
  if (isZip(bytes)) return readXlsx(bytes);
  if (isOldExcel(bytes)) return refuse('old_excel');
  const decoded = decodeText(bytes);
  if (decoded === undefined) return refuse('unreadable_encoding');
  const { data, meta } = Papa.parse<string[]>(decoded.text, {
    delimitersToGuess: [',', '\t', ';', '|'],
    skipEmptyLines: false,
  });
  return limited({ encoding: decoded.encoding, delimiter: meta.delimiter, cells: data });
}

async function readXlsx(bytes: Uint8Array): Promise<TableReading> {
  const cells = await readSpreadsheet(bytes);
  return cells ? limited({ encoding: 'XLSX', delimiter: null, cells }) : refuse('broken_excel');
}

function limited(table: Table): TableReading {
  const filled = table.cells.filter((row) => row.some((cell) => cell.trim() !== '')).length;
  if (filled === 0) return refuse('empty_file');
  if (filled > MAX_ROWS) return refuse('too_many_rows', { rows: filled, limit: MAX_ROWS });
  return { ok: true, table };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

function isOldExcel(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

function refuse(reason: FileFault['reason'], facts: FileFault['facts'] = {}): TableReading {
  return { ok: false, fault: { reason, facts } };
}
