import { z } from 'zod';
import { slug } from '#protocol/schema-base.ts';
import { listApprovals } from '#server/services/approval/list.ts';
import { reads, writes } from '../../http/handle.ts';
import { answer } from '../../http/problem.ts';
import { send } from '../../http/send.ts';

/** Requests for approval that are still open. */
export const GET = reads(z.strictObject({ area: slug.optional() }), async ({ viewer, services, query }) =>
  answer({ approvals: await listApprovals(services, viewer, query.area) }),
);

/** Asks that a command which needs approval be allowed. */
export const POST = writes((ask) => send(ask, 'approval.request', {}, 201));
