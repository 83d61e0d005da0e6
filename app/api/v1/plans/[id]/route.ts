import { z } from 'zod';
import { readPlan } from '#server/services/plan/ask-plan.ts';
import { reads } from '../../../http/handle.ts';
import { answer, notFound } from '../../../http/problem.ts';

/** One plan run: how far it is, and what it proposes. */
export const GET = reads(z.strictObject({}), async ({ viewer, services, params }) => {
  const run = await readPlan(services, viewer, params.id ?? '');
  return run ? answer(run) : notFound('plan');
});
