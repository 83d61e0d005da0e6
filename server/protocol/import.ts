import type { Instant } from '#domain/base/brand.ts';

export const IMPORT_KINDS = ['orders', 'technicians', 'areas'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export const IMPORT_CRS = ['wgs84', 'gcj02', 'bd09'] as const;
export type ImportCrs = (typeof IMPORT_CRS)[number];

/** One remark on one cell; `reason` names a message of the catalogue. Rows are the spreadsheet's, the header counted. */
export interface ImportRemark {
  row: number;
  column: string | null;
  field: string;
  value: string;
  reason: string;
  expected: readonly string[];
  fix?: string;
  facts?: Readonly<Record<string, string | number>>;
}

/** What was read of a file. */
export interface ImportReport {
  encoding: string | null;
  delimiter: string | null;
  headers: readonly string[];
  /** Field → header of its column. */
  columns: Readonly<Record<string, string>>;
  unused: readonly string[];
  faults: readonly ImportRemark[];
  warnings: readonly ImportRemark[];
  /** The first rows as they would be taken. */
  preview: readonly Readonly<Record<string, unknown>>[];
  /** Why the whole file was not read. */
  fileFault: { reason: string; facts: Readonly<Record<string, unknown>> } | null;
}

/** One import as its watcher sees it. */
export interface ImportRun {
  id: string;
  kind: ImportKind;
  fileName: string;
  crs: ImportCrs;
  mapping: Readonly<Record<string, string | null>>;
  dryRun: boolean;
  partial: boolean;
  turnSwapped: boolean;
  /**
   * `checked`: read only, as asked. `refused`: something is wrong with the file and nothing was taken. `failed`: cut off
   * or hit by a fault; nothing was taken.
   */
  status: 'running' | 'checked' | 'done' | 'refused' | 'failed';
  requestedAt: Instant;
  finishedAt: Instant | null;
  total: number;
  done: number;
  taken: number;
  alreadyThere: number;
  report: ImportReport | null;
  failure: string | null;
}
