import { z } from 'zod';
import { slug } from '#protocol/schema-base.ts';
import { summariseComplaints } from '#server/services/complaint/summarise.ts';
import { reads } from '../../http/handle.ts';
import { answer } from '../../http/problem.ts';

/** The complaints summed up, the major ones by name. */
export const GET = reads(z.strictObject({ area: slug.optional() }), async ({ viewer, services, query }) =>
  answer({ complaints: await summariseComplaints(services, viewer, query.area) }),
);
