import { z } from 'zod';
import { slug } from '#protocol/schema-base.ts';
import { listCalls } from '#server/services/contact/list-calls.ts';
import { reads } from '../../http/handle.ts';
import { answer } from '../../http/problem.ts';

/** Who must be told what by when. */
export const GET = reads(z.strictObject({ area: slug.optional() }), async ({ viewer, services, query }) =>
  answer({ calls: await listCalls(services, viewer, query.area) }),
);
