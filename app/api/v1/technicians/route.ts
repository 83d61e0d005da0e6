import { z } from 'zod';
import { slug } from '#protocol/schema-base.ts';
import { listTechnicians } from '#server/services/technician/list.ts';
import { reads } from '../../http/handle.ts';
import { answer } from '../../http/problem.ts';

/** The technicians of the viewer's areas. */
export const GET = reads(z.strictObject({ area: slug.optional() }), async ({ viewer, services, query }) =>
  answer({ technicians: await listTechnicians(services, viewer, query.area) }),
);
