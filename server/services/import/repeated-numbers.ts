import type { Row } from './row.ts';

/** What a number's earlier appearance means for a row: take it, leave it out, or it is already there. */
export type Standing = 'new' | 'repeated' | 'known';

/**
 * Watches the numbers of a file. A number that the operator already has is left out quietly, so that the
 * same file twice adds nothing. A row repeated word for word is left out and said; the same number on
 * another order is a fault of the later row, and the earlier one is pointed out.
 */
export function numberWatch<Field extends string>(field: Field, known: ReadonlySet<string>) {
  const seen = new Map<string, Row<Field>>();
  return (row: Row<Field>): Standing => {
    const number = row.text(field);
    if (number === '') return 'new';
    const first = seen.get(number);
    if (first === undefined) {
      seen.set(number, row);
      return known.has(number) ? 'known' : 'new';
    }
    if (first.content === row.content) {
      row.warn(field, 'repeated_row', { facts: { firstRow: first.number } });
      return 'repeated';
    }
    row.fault(field, 'duplicate_number', { facts: { firstRow: first.number } });
    first.warn(field, 'number_reused', { facts: { laterRow: row.number } });
    return 'new';
  };
}
