/** A statement may take five seconds; so many rows take a fraction of one. */
const ROWS = 1_000;

/** The rows in stretches that one statement may carry. */
export function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) =>
    rows.slice(index * ROWS, (index + 1) * ROWS),
  );
}
