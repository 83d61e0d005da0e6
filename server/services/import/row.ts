import type { Columns } from './columns.ts';
import type { Fault, FaultReason, Remark, Warning, WarningReason } from './fault.ts';

type Extra = Pick<Remark<string>, 'fix' | 'facts'> & { expected?: readonly string[]; value?: string };

/** One row of the file while it is being read: gives cells by field and gathers all that is wrong with them. */
export class Row<Field extends string> {
  readonly number: number;
  readonly faults: Fault[] = [];
  readonly warnings: Warning[] = [];
  readonly #cells: readonly string[];
  readonly #headers: readonly string[];
  readonly #at: Readonly<Partial<Record<string, number>>>;

  constructor(number: number, cells: readonly string[], columns: Columns<Field>) {
    this.number = number;
    this.#cells = cells;
    this.#headers = columns.headers;
    this.#at = columns.at;
  }

  /** Whether the file has a column for it. */
  has(field: Field): boolean {
    return this.#at[field] !== undefined;
  }

  /** The cell as it stands in the file; empty when the file has no such column. */
  raw(field: Field): string {
    const at = this.#at[field];
    return at === undefined ? '' : (this.#cells[at] ?? '');
  }

  /** The cell without the spaces around it. */
  text(field: Field): string {
    return this.raw(field).trim();
  }

  fault(field: Field, reason: FaultReason, extra: Extra = {}): void {
    this.faults.push(this.#remark(field, reason, extra));
  }

  warn(field: Field, reason: WarningReason, extra: Extra = {}): void {
    this.warnings.push(this.#remark(field, reason, extra));
  }

  /** All cells in one string, to tell a repeated row from a reused number. */
  get content(): string {
    return JSON.stringify(this.#cells.map((cell) => cell.trim()));
  }

  #remark<Reason extends string>(
    field: Field,
    reason: Reason,
    { expected = [], value, ...rest }: Extra,
  ): Remark<Reason> {
    const at = this.#at[field];
    return {
      row: this.number,
      column: at === undefined ? null : this.#headers[at]!,
      field,
      value: value ?? this.raw(field),
      reason,
      expected,
      ...rest,
    };
  }
}
