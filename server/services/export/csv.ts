/**
 * A table as CSV for spreadsheets: UTF-8 with a mark, CRLF, quoted as RFC 4180 asks. No cell can start
 * a formula, whatever the customer's name or note is.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** One cell: text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvCell(text: string): string {
  const safe = startsFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Signs that begin a formula, also in full width and behind spaces, and the controls that hide one. */
function startsFormula(text: string): boolean {
  return /^[\t\r\n\0]|^\s*[=+\-@＝＋－＠]/u.test(text);
}
