/**
 * The edge between the database's `timestamptz` and the domain's instants, which are whole epoch milliseconds.
 * Sessions run in UTC, so the server writes `2026-11-22 08:30:00.123+00`. Columns should be `timestamptz(3)`: what is
 * finer than a millisecond is cut off here and could no longer be compared.
 */

/** Reads a timestamptz as epoch milliseconds; `infinity` and `-infinity` become the infinite numbers. */
export function parseInstant(text: string): number {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  const instant = Date.parse(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
  if (Number.isNaN(instant))
    throw new Error(`The database gave ${JSON.stringify(text)} where an instant was expected.`);
  return instant;
}

/** Writes epoch milliseconds (or a Date, or text that is passed on as it is) for a timestamptz parameter. */
export function formatInstant(instant: number | Date | string): string {
  if (typeof instant === 'string') return instant;
  if (instant === Number.POSITIVE_INFINITY) return 'infinity';
  if (instant === Number.NEGATIVE_INFINITY) return '-infinity';
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) {
    throw new TypeError(`${String(instant)} is not an instant: epoch milliseconds were expected.`);
  }
  return date.toISOString();
}

/** Writes [from, until) as a `tstzrange` parameter. */
export function formatInstantRange(range: { from: number; until: number }): string {
  return `[${formatInstant(range.from)},${formatInstant(range.until)})`;
}
