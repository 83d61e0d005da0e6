import { z } from 'zod';
import { readStandard } from '#server/services/standard/read-standard.ts';
import { reads } from '../../../http/handle.ts';
import { answer, notFound } from '../../../http/problem.ts';

/** What one service standard says: every parameter with its value, its origin and the document's words. */
export const GET = reads(z.strictObject({}), async ({ params }) => {
  const standard = readStandard(params.id ?? '');
  return standard ? answer(standard) : notFound('standard');
});
