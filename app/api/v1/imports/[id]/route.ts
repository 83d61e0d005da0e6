import { z } from 'zod';
import { uuid } from '#protocol/schema-base.ts';
import { readImport } from '#server/services/import/start-import.ts';
import { reads } from '../../../http/handle.ts';
import { answer, notFound } from '../../../http/problem.ts';

/** One import: how far it is, and every row that was not taken with row, column, value and reason. */
export const GET = reads(z.strictObject({}), async ({ viewer, services, params }) => {
  const run = uuid.safeParse(params.id).success ? await readImport(services, viewer, params.id ?? '') : null;
  return run ? answer(run) : notFound('import');
});
