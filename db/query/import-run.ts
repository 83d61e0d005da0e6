import type { ImportReport, ImportRun } from '#protocol/import.ts';
import type { Queryable, Sent } from '../client.ts';

const columns = (sql: Queryable) => sql`
  id, kind, file_name as "fileName", crs, mapping, dry_run as "dryRun", partial, turn_swapped as "turnSwapped",
  status, requested_by as "requestedBy", requested_at as "requestedAt", moved_at as "movedAt",
  finished_at as "finishedAt", total, done, taken, already_there as "alreadyThere", report, failure`;

/** An import with who asked for it and when it last moved. */
export type ImportRow = ImportRun & { requestedBy: string; movedAt: number };

export type NewImport = Pick<
  ImportRow,
  | 'id'
  | 'kind'
  | 'fileName'
  | 'crs'
  | 'mapping'
  | 'dryRun'
  | 'partial'
  | 'turnSwapped'
  | 'requestedBy'
  | 'requestedAt'
>;

/** Begins an import. False when the id was begun before. */
export async function insertImport(sql: Queryable, run: NewImport): Promise<boolean> {
  const { count } = await sql`
    insert into import_run (id, kind, file_name, crs, mapping, dry_run, partial, turn_swapped, status, requested_by,
      requested_at, moved_at)
    values (${run.id}, ${run.kind}, ${run.fileName}, ${run.crs}, ${sql.json(run.mapping)}, ${run.dryRun},
      ${run.partial}, ${run.turnSwapped}, 'running', ${run.requestedBy}, ${run.requestedAt}, ${run.requestedAt})
    on conflict (id) do nothing`;
  return count === 1;
}

/** One import, or null. */
export async function importById(sql: Queryable, id: string): Promise<ImportRow | null> {
  const [row] = await sql<ImportRow[]>`select ${columns(sql)} from import_run where id = ${id}`;
  return row ?? null;
}

/** A person's latest imports, without their reports. */
export async function recentImports(
  sql: Queryable,
  requestedBy: string,
  limit: number,
): Promise<ImportRow[]> {
  const rows = await sql<ImportRow[]>`
    select ${columns(sql)} from import_run where requested_by = ${requestedBy}
    order by requested_at desc limit ${limit}`;
  return rows.map((row) => ({ ...row, report: null }));
}

/** Tells how far a run is. */
export async function moveImport(
  sql: Queryable,
  id: string,
  progress: { at: number; done: number; total: number },
): Promise<void> {
  await sql`
    update import_run set done = ${progress.done}, total = ${progress.total}, moved_at = ${progress.at}
    where id = ${id} and status = 'running'`;
}

/** Keeps what was read of the file. */
export async function writeImportReport(
  sql: Queryable,
  id: string,
  read: { report: ImportReport; alreadyThere: number; total: number },
): Promise<void> {
  await sql`
    update import_run set report = ${sql.json(read.report as never)}, already_there = ${read.alreadyThere},
      total = ${read.total}
    where id = ${id}`;
}

/** Ends a run that takes nothing. */
export async function endImport(
  sql: Queryable,
  id: string,
  end: { status: 'checked' | 'refused' | 'failed'; at: number; failure: string | null },
): Promise<void> {
  await sql`
    update import_run set status = ${end.status}, finished_at = ${end.at}, failure = ${end.failure}
    where id = ${id} and status = 'running'`;
}

/** Ends a run inside the transaction that writes what it takes. */
export function finishImport(tx: Queryable, { id, taken }: { id: string; taken: number }, at: number): Sent {
  return tx`
    with finished as (
      update import_run set status = 'done', taken = ${taken}, done = total, finished_at = ${at}, moved_at = ${at}
      where id = ${id} and status = 'running' returning 1)
    select insist(count(*) = 1, 'the import is not running') from finished`.execute();
}
