import { uuidSchema } from '#protocol/schema.ts';
import { photoQuery, showPhoto } from '#server/services/photo/show-photo.ts';
import { reads } from '../../../http/handle.ts';
import { notFound, problem } from '../../../http/problem.ts';

/** One image, for those who may look at it and for no cache. */
export const GET = reads(photoQuery, async ({ viewer, services, params, query: { size } }) => {
  const id = uuidSchema.safeParse(params.id);
  if (!id.success) return notFound('photo');
  const shown = await showPhoto(services, viewer, id.data, size);
  if (!shown.ok) return problem(shown);
  return new Response(new Uint8Array(shown.bytes), {
    headers: {
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${id.data}.jpg"`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  });
});
