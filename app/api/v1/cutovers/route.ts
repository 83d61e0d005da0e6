import { z } from 'zod';
import { slug } from '#protocol/schema-base.ts';
import { listCutovers } from '#server/services/cutover/list.ts';
import { reads } from '../../http/handle.ts';
import { answer } from '../../http/problem.ts';

/** Cutovers that are neither done nor called off (CUTV-01). */
export const GET = reads(z.strictObject({ area: slug.optional() }), async ({ viewer, services, query }) =>
  answer({ cutovers: await listCutovers(services, viewer, query.area) }),
);
