import { z } from 'zod';
import { areas } from '#db/query/area.ts';
import { reads } from '../../http/handle.ts';
import { answer } from '../../http/problem.ts';

/** The viewer's areas. */
export const GET = reads(z.strictObject({}), async ({ viewer, services }) =>
  answer({ areas: await areas(services.database.sql, viewer.areaIds) }),
);
