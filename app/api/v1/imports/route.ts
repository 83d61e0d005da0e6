import { z } from 'zod';
import { importFields, listImports, startImport } from '#server/services/import/start-import.ts';
import { changes, reads } from '../../http/handle.ts';
import { answer, invalid, problem } from '../../http/problem.ts';
import { readUpload } from '../../http/upload.ts';

/** The viewer's latest imports. */
export const GET = reads(z.strictObject({}), async ({ viewer, services }) =>
  answer({ imports: await listImports(services, viewer) }),
);

/** Begins an import: a CSV or XLSX file as `file`, beside it kind, crs, mapping, dryRun, partial. */
export const POST = changes(async ({ request, viewer, services }) => {
  const upload = await readUpload(request, importFields, services);
  if (!upload.ok) return invalid(upload.field, upload.message);
  const started = await startImport(services, viewer, upload.value);
  return started.ok ? answer(started.run, 202) : problem(started);
});
