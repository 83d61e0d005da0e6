import { z } from 'zod';
import { optionsFor } from '#server/services/plan/options-for.ts';
import { reads } from '../../../../http/handle.ts';
import { answer, notFound } from '../../../../http/problem.ts';

/** What can be done about an order of today, best first (SCHD-11): each option with its command or call, and the gate's word on it. */
export const GET = reads(z.strictObject({}), async ({ viewer, services, params }) => {
  const options = await optionsFor(services, viewer, params.id ?? '');
  switch (options) {
    case 'no_order':
      return notFound('order');
    case 'not_today':
      return notFound('order of today that may still be moved');
    default:
      return answer(options);
  }
});
