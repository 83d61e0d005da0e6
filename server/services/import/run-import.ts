import { createHash } from 'node:crypto';
import { areas as readAllAreas } from '#db/query/area.ts';
import { endImport, type ImportRow, moveImport, writeImportReport } from '#db/query/import-run.ts';
import { takenOrderNumbers } from '#db/query/order.ts';
import { techniciansById } from '#db/query/technician.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { ImportRemark, ImportReport } from '#protocol/import.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { carryOut } from '../command/carry-out.ts';
import type { Services } from '../context.ts';
import type { Mapping } from './columns.ts';
import { differingCells } from './differing-cells.ts';
import { reportOf, unreadReport } from './import-report.ts';
import type { Known } from './known.ts';
import { knownNow } from './known-now.ts';
import { type ImportResult, readAreas, readOrders, readTechnicians } from './read-import.ts';
import { takeAreas } from './take-areas.ts';
import { type Taking, takeOrders } from './take-orders.ts';
import { takeTechnicians, technicianId } from './take-technicians.ts';

export interface ImportTask {
  services: Services;
  viewer: Viewer;
  run: ImportRow;
  bytes: Uint8Array;
  /** For areas: the service standard that they go by. */
  standardId: string;
}

/** How often a file is read anew when somebody else has brought in one of its numbers in between. */
const TRIES = 3;

/**
 * Reads a file and, unless only a look was asked for, takes it in one transaction: all of it or, with `partial`, all of
 * its clean rows, or nothing. The run's row tells how it goes and ends.
 */
export async function runImport(task: ImportTask): Promise<void> {
  const { services, run } = task;
  const { sql } = services.database;
  for (let tries = 1; ; tries++) {
    const file = await readFile(task);
    // Also a mere look asks the rules, and what they refuse is told like every other fault: no row leaves without a word.
    const taking = file.report.fileFault ? null : await file.take();
    const read = { ...file, report: withFaults(file.report, taking?.faults ?? []) };
    await writeImportReport(sql, run.id, read);
    const status = verdictOf(run, read);
    if (status !== 'take' || taking === null)
      return endImport(sql, run.id, {
        status: status === 'take' ? 'refused' : status,
        at: services.now(),
        failure: null,
      });
    const failure = await write(task, taking);
    if (failure === null) return;
    if (failure.again && tries < TRIES) continue;
    return endImport(sql, run.id, { status: 'failed', at: services.now(), failure: failure.title });
  }
}

/** The rules know fields, not columns: the report says which column of the file each refused value stands in. */
function withFaults(report: ImportReport, faults: Taking['faults']): ImportReport {
  if (faults.length === 0) return report;
  const named = faults.map((fault) => ({
    ...fault,
    column: fault.column ?? report.columns[fault.field] ?? null,
  }));
  return { ...report, faults: [...report.faults, ...named].sort((a, b) => a.row - b.row) };
}

function verdictOf(
  { dryRun, partial }: ImportRow,
  { report }: Pick<FileRead, 'report'>,
): 'take' | 'checked' | 'refused' {
  if (report.fileFault) return 'refused';
  if (dryRun) return 'checked';
  return report.faults.length > 0 && !partial ? 'refused' : 'take';
}

async function write(
  { services, viewer, run, bytes }: ImportTask,
  { change, taken }: Taking,
): Promise<{ title: string; again: boolean } | null> {
  const areaId = change.log[0]?.areaId ?? '';
  const answer = await carryOut({
    services,
    viewer,
    id: run.id,
    hash: createHash('sha256').update(bytes).digest(),
    decide: async () => ({
      ok: true,
      change: { ...change, areaId, finishedImport: { id: run.id, taken }, answer: { warnings: [] } },
    }),
  });
  if (answer.ok) return null;
  return { title: answer.title, again: answer.code === 'invalid' };
}

interface FileRead {
  report: ImportReport;
  total: number;
  alreadyThere: number;
  take(): Promise<Taking>;
}

async function readFile(task: ImportTask): Promise<FileRead> {
  const { services, viewer, run, bytes } = task;
  const { sql } = services.database;
  const known = await knownNow(services, viewer, run);
  const moved = (done: number, total: number) => moveImport(sql, run.id, { at: services.now(), done, total });
  const { mapping } = run;
  switch (run.kind) {
    case 'orders': {
      const { result } = await readKnowing(readOrders, bytes, known, mapping, moved, (numbers) =>
        takenOrderNumbers(sql, numbers),
      );
      return fileRead(result, (rows, total) =>
        takeOrders(services, viewer, rows, (done) => moved(done, total)),
      );
    }
    case 'technicians': {
      let there: Technician[] = [];
      const { result, standing } = await readKnowing(
        readTechnicians,
        bytes,
        known,
        mapping,
        moved,
        async (numbers) => {
          there = await techniciansById(sql, numbers.map(technicianId));
          const members = there.filter(({ leftAt }) => leftAt == null);
          return numbers.filter((number) => members.some(({ id }) => id === technicianId(number)));
        },
      );
      const file = fileRead(result, async (rows) => takeTechnicians(services, rows, there));
      const seen = there.filter(({ areaId }) => viewer.areaIds?.includes(areaId) ?? true);
      return withWarnings(file, differingCells(standing, seen, known.areas));
    }
    case 'areas': {
      const names = (await readAllAreas(sql, null)).map(({ name }) => name);
      return fileRead(
        await readAreas(bytes, { ...known, numbers: new Set(names) }, { mapping, onProgress: moved }),
        (rows) => takeAreas(services, rows, task.standardId),
      );
    }
  }
}

type Reader<T, Field extends string> = (
  bytes: Uint8Array,
  known: Known,
  options: { mapping: Mapping<Field>; onProgress(done: number, total: number): Promise<void> },
) => Promise<ImportResult<T, Field>>;

/** Reads the file once to learn its numbers and, where some are taken, again knowing them: `standing` are their rows. */
async function readKnowing<T extends { number: string }, Field extends string>(
  reader: Reader<T, Field>,
  bytes: Uint8Array,
  known: Omit<Known, 'numbers'>,
  mapping: Mapping<Field>,
  onProgress: (done: number, total: number) => Promise<void>,
  takenOf: (numbers: readonly string[]) => Promise<string[]>,
): Promise<{ result: ImportResult<T, Field>; standing: readonly T[] }> {
  const options = { mapping, onProgress };
  const first = await reader(bytes, { ...known, numbers: new Set() }, options);
  if (!first.ok) return { result: first, standing: [] };
  const { rows } = first.reading;
  const taken = new Set(await takenOf(rows.map(({ number }) => number)));
  if (taken.size === 0) return { result: first, standing: [] };
  return {
    result: await reader(bytes, { ...known, numbers: taken }, options),
    standing: rows.filter(({ number }) => taken.has(number)),
  };
}

/** A row that is already there stays as it is; where the file says otherwise, that is told in the file's own columns. */
function withWarnings(file: FileRead, warnings: readonly ImportRemark[]): FileRead {
  const { report } = file;
  const named = warnings.map((warning) => ({ ...warning, column: report.columns[warning.field] ?? null }));
  const all = [...report.warnings, ...named].sort((a, b) => a.row - b.row);
  return { ...file, report: { ...report, warnings: all } };
}

function fileRead<T extends object, Field extends string>(
  result: ImportResult<T, Field>,
  take: (rows: readonly T[], total: number) => Promise<Taking>,
): FileRead {
  if (!result.ok) {
    const nothing = () => Promise.reject(new Error('A file that was not read cannot be taken.'));
    return { report: unreadReport(result.fault), total: 0, alreadyThere: 0, take: nothing };
  }
  const { reading } = result;
  return {
    report: reportOf(reading),
    total: reading.total,
    alreadyThere: reading.alreadyThere.length,
    take: () => take(reading.rows, reading.total),
  };
}
