import { z } from 'zod';
import { optionsFor } from '#server/services/plan/options-for.ts';
import { reads } from '../../../../http/handle.ts';
import { answer, notFound } from '../../../../http/problem.ts';

/** What can be done about an order of today, best first (SCHD-11): each option with its command or call, and the gate's word on it. */
export const GET = reads(z.strictObject({}), async ({ viewer, services, params }) => {
  const options = await optionsFor(services, viewer, params.id ?? '');
  return options ? answer(options) : notFound('order');
});
