import { readSheet } from 'read-excel-file/node';

/** What an XLSX may unpack to, bytes: a small file can hold a very large one. */
const MAX_UNPACKED = 200_000_000;

/** The first sheet's cells as text, or undefined when the file is no readable spreadsheet or unpacks too large. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<string[][] | undefined> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === undefined || unpacked > MAX_UNPACKED) return undefined;
  try {
    const sheet = await readSheet(Buffer.from(bytes));
    return sheet.map((row) => row.map(cellText));
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** A cell as a person would have typed it: dates in year-month-day, numbers without exponent. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  // A spreadsheet's date has no zone; the reader gives its wall clock as UTC.
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T', ' ');
  if (typeof value === 'number') return plainNumber(value);
  return String(value);
}

function plainNumber(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en', { useGrouping: false }) : String(value);
}

/** Sum of the unpacked sizes that the archive's own directory states; undefined when it has none. */
function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const entries = view.getUint16(end + 10, true);
  let [at, sum] = [view.getUint32(end + 16, true), 0];
  for (let i = 0; i < entries; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return undefined;
    sum += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum;
}

/** The end record stands in the last 64 kB, before a comment of at most that length. */
function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}
