import { z } from 'zod';
import { reads } from '../../http/handle.ts';
import { answer } from '../../http/problem.ts';

/** Who is signed in. */
export const GET = reads(z.strictObject({}), async ({ viewer }) => answer(viewer));
