/** Why a value was not taken. The catalogue's message is `imports.fault.<reason>`. */
export type FaultReason =
  | 'required'
  | 'unknown_word'
  | 'too_long'
  | 'unprintable'
  | 'not_a_phone'
  | 'not_a_date'
  | 'impossible_date'
  | 'in_future'
  | 'not_a_bandwidth'
  | 'not_a_number'
  | 'half_coordinates'
  | 'zero_coordinates'
  | 'swapped_coordinates'
  | 'outside_region'
  | 'unknown_area'
  | 'no_area'
  | 'duplicate_number'
  | 'not_an_id'
  | 'not_a_shift'
  | 'not_a_break'
  | 'not_overtime'
  | 'not_a_polygon';

/** What was taken, but should be looked at. The catalogue's message is `imports.warning.<reason>`. */
export type WarningReason =
  | 'read_as'
  | 'no_coordinates'
  | 'placed_by_estate'
  | 'to_be_placed'
  | 'swapped_corrected'
  | 'estate_from_address'
  | 'no_estate'
  | 'area_from_point'
  | 'area_disagrees'
  | 'wish_before_intake'
  | 'no_phone'
  | 'no_old_address'
  | 'old_address_unused'
  | 'old_area_assumed'
  | 'old_to_be_placed'
  | 'private_words'
  | 'repeated_row'
  | 'number_reused'
  | 'certificate_expired'
  | 'stays_as_it_is'
  | 'ring_closed';

/** One remark on one cell. Rows are numbered as the spreadsheet numbers them, the header included. */
export interface Remark<Reason extends string> {
  readonly row: number;
  /** The column's header as the file writes it; null where the file has no such column. */
  readonly column: string | null;
  readonly field: string;
  readonly value: string;
  readonly reason: Reason;
  /** What would have been taken: words, or patterns such as `2026-03-10 14:00`. */
  readonly expected: readonly string[];
  /** The value that would be right, where it can be told. */
  readonly fix?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

export type Fault = Remark<FaultReason>;
export type Warning = Remark<WarningReason>;

/** Why a whole file was not read. The catalogue's message is `imports.file.<reason>`. */
export type FileFaultReason =
  | 'empty_file'
  | 'too_large'
  | 'too_many_rows'
  | 'unreadable_encoding'
  | 'old_excel'
  | 'broken_excel'
  | 'no_header'
  | 'missing_columns'
  | 'unknown_column';

export interface FileFault {
  readonly reason: FileFaultReason;
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
}
