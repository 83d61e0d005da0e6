import { z } from 'zod';
import { endImport, importById, insertImport, recentImports } from '#db/query/import-run.ts';
import { STANDARD_IDS } from '#domain/standard/catalogue.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { IMPORT_CRS, IMPORT_KINDS, type ImportKind, type ImportRun } from '#protocol/import.ts';
import { text } from '#protocol/schema-base.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { forbidden, keyReuse } from '../command/refusal.ts';
import type { Services } from '../context.ts';
import { runImport } from './run-import.ts';

const yesOrNo = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

const mapping = z
  .string()
  .max(10_000)
  .default('{}')
  .transform((given, context): unknown => {
    try {
      return JSON.parse(given);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON: expected {"field": "header"}' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), text(200).nullable()));

/** The fields beside the file. `crs` is asked, never guessed. */
export const importFields = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  crs: z.enum(IMPORT_CRS),
  mapping,
  dryRun: yesOrNo,
  partial: yesOrNo,
  turnSwapped: yesOrNo,
  standardId: z.enum(STANDARD_IDS as [string, ...string[]]).default('base'),
});
export type ImportFields = z.output<typeof importFields>;

const DESK: readonly Viewer['role'][] = ['dispatcher', 'area_lead', 'supervisor', 'admin'];
const IMPORTERS: Readonly<Record<ImportKind, readonly Viewer['role'][]>> = {
  orders: [...DESK, 'csr'],
  technicians: DESK,
  areas: ['admin', 'supervisor'],
};

/** A run that has not moved for so long was cut off with its process; it has taken nothing. */
const SILENT_MS = 60_000;

export type StartedImport =
  | {
      ok: true;
      run: ImportRun;
      /** Settles when the run has ended. It never rejects: how it ended is in the run. */
      ended: Promise<void>;
    }
  | CommandRefused;

/** Begins an import under this id and lets it run on; the same id again is the same import. */
export async function startImport(
  services: Services,
  viewer: Viewer,
  ask: { id: string; fileName: string; bytes: Uint8Array; fields: ImportFields },
): Promise<StartedImport> {
  const { id, fileName, bytes, fields } = ask;
  if (!IMPORTERS[fields.kind].includes(viewer.role)) return forbidden(`import ${fields.kind}`);
  const { sql } = services.database;
  const { standardId, ...options } = fields;
  const begun = await insertImport(sql, {
    id,
    fileName: fileName.slice(0, 200),
    ...options,
    requestedBy: viewer.personId,
    requestedAt: services.now(),
  });
  const run = await importById(sql, id);
  if (!run || run.requestedBy !== viewer.personId) return keyReuse(id);
  if (!begun) return { ok: true, run, ended: Promise.resolve() };
  const ended = runImport({ services, viewer, run, bytes, standardId }).catch((error: unknown) =>
    giveUp(services, id, error),
  );
  return { ok: true, run, ended };
}

async function giveUp(services: Services, id: string, error: unknown): Promise<void> {
  services.log.error({ err: error, importId: id }, 'an import failed; nothing of it was taken');
  const end = { status: 'failed', at: services.now(), failure: 'A fault of the program.' } as const;
  await endImport(services.database.sql, id, end).catch((again: unknown) =>
    services.log.error({ err: again, importId: id }, 'that an import failed could not be written either'),
  );
}

/** An import of the viewer's own as it stands. */
export async function readImport(services: Services, viewer: Viewer, id: string): Promise<ImportRun | null> {
  const run = await importById(services.database.sql, id);
  if (!run || run.requestedBy !== viewer.personId) return null;
  if (run.status !== 'running' || services.now() - run.movedAt < SILENT_MS) return run;
  return { ...run, status: 'failed', failure: 'The server stopped while it ran; nothing was taken.' };
}

/** The viewer's latest imports. */
export async function listImports(services: Services, viewer: Viewer): Promise<ImportRun[]> {
  return recentImports(services.database.sql, viewer.personId, 20);
}
