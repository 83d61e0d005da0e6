import { z } from 'zod';
import { slug } from '#protocol/schema-base.ts';
import { listOutages } from '#server/services/outage/list.ts';
import { reads } from '../../http/handle.ts';
import { answer } from '../../http/problem.ts';

/** Outages that are not closed (OUTG-01). */
export const GET = reads(z.strictObject({ area: slug.optional() }), async ({ viewer, services, query }) =>
  answer({ outages: await listOutages(services, viewer, query.area) }),
);
