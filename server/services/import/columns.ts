import type { FileFault } from './fault.ts';
import type { FieldWords } from './field-words.ts';

export type Fields<Field extends string> = Readonly<Record<Field, FieldWords>>;

/** Which column of the file holds which field. */
export interface Columns<Field extends string> {
  /** Spreadsheet number of the header row. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** Field → place of its column, from 0. */
  readonly at: Readonly<Partial<Record<Field, number>>>;
  /** Headers that stand for no field; their cells are not taken. */
  readonly unused: readonly string[];
  /** Required fields without a column. */
  readonly missing: readonly Field[];
}

/** The user's own mapping: field → header as written in the file, or null to leave the field out. */
export type Mapping<Field extends string> = Readonly<Partial<Record<Field, string | null>>>;

const HEADER_WITHIN = 10;

/**
 * Finds the header row (a title above it is passed over) and suggests the column of each field by the
 * header's words; the user's mapping goes before the suggestion.
 */
export function matchColumns<Field extends string>(
  cells: readonly (readonly string[])[],
  fields: Fields<Field>,
  given?: Mapping<Field>,
): { ok: true; columns: Columns<Field> } | { ok: false; fault: FileFault } {
  const mapping: Mapping<Field> = given ?? ({} as Mapping<Field>);
  const names = Object.keys(fields) as Field[];
  const header = findHeader(cells, fields, mapping);
  if (header === undefined) return { ok: false, fault: { reason: 'no_header', facts: {} } };
  const headers = cells[header]!.map((cell) => cell.trim());
  const unknown = names.flatMap((field) => {
    const wanted = mapping[field];
    return typeof wanted === 'string' && !headers.includes(wanted.trim()) ? [wanted] : [];
  });
  if (unknown.length > 0) {
    return { ok: false, fault: { reason: 'unknown_column', facts: { columns: unknown, headers } } };
  }
  const at: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  const take = (field: Field, column: number) => {
    at[field] = column;
    taken.add(column);
  };
  for (const field of names) {
    const wanted = mapping[field];
    if (typeof wanted === 'string') take(field, headers.indexOf(wanted.trim()));
  }
  const plain = headers.map(plainHeader);
  for (const field of names) {
    if (field in mapping) continue;
    const words = fields[field].headers.map(plainHeader);
    // The first word that the file knows wins: the lists go from the plainest to the most general.
    const column = words
      .map((word) => plain.findIndex((h, i) => h === word && !taken.has(i)))
      .find((i) => i >= 0);
    if (column !== undefined) take(field, column);
  }
  const missing = names.filter((field) => fields[field].required && at[field] === undefined);
  const unused = headers.filter((name, i) => name !== '' && !taken.has(i));
  return { ok: true, columns: { headerRow: header + 1, headers, at, unused, missing } };
}

function findHeader<Field extends string>(
  cells: readonly (readonly string[])[],
  fields: Fields<Field>,
  mapping: Mapping<Field>,
): number | undefined {
  const known = new Set<string>();
  for (const words of Object.values<FieldWords>(fields))
    for (const word of words.headers) known.add(plainHeader(word));
  for (const word of Object.values(mapping)) if (typeof word === 'string') known.add(plainHeader(word));
  let [best, most] = [-1, 0];
  for (let i = 0; i < Math.min(cells.length, HEADER_WITHIN); i++) {
    const hits = cells[i]!.filter((cell) => known.has(plainHeader(cell))).length;
    if (hits > most) [best, most] = [i, hits];
  }
  if (most >= 2) return best;
  const first = cells.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  return first >= 0 && cells[first]!.length > 1 ? first : undefined;
}

/** A header without what exports decorate it with: case, spaces, stars, units in brackets, full width. */
function plainHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s_*:.-]/g, '');
}
