import { z } from 'zod';
import { listPhotos } from '#server/services/photo/show-photo.ts';
import { reads } from '../../../../http/handle.ts';
import { answer, notFound } from '../../../../http/problem.ts';

/** What was photographed of an order, without the images, and whether the viewer may look at these. */
export const GET = reads(z.strictObject({}), async ({ viewer, services, params }) => {
  const shown = await listPhotos(services, viewer, params.id ?? '');
  return shown ? answer(shown) : notFound('order');
});
