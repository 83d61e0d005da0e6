import { z } from 'zod';
import { uuidSchema } from '#protocol/schema.ts';
import { MOST_BYTES } from '#server/services/photo/clean-image.ts';
import { receivePhoto, tooLarge } from '#server/services/photo/receive-photo.ts';
import { changes } from '../../../../http/handle.ts';
import { answer, problem } from '../../../../http/problem.ts';
import { readUpload } from '../../../../http/upload.ts';

const fields = z.strictObject({ photo: uuidSchema });

/** The image of a photo that a step has named; `id` is the visit's or its order's. Sent again it is as taken. */
export const POST = changes(async ({ request, viewer, services, params }) => {
  const upload = await readUpload(request, fields, services, MOST_BYTES);
  if (!upload.ok) {
    const { code = 'invalid', field, message } = upload;
    const said = request.headers.get('content-length');
    if (code === 'too_large') return problem(tooLarge(said === null ? null : Number(said)));
    return problem({ ok: false, code, title: `${field}: ${message}.`, field });
  }
  const { bytes, fields: given } = upload.value;
  const photoId = given.photo.toLowerCase();
  const taken = await receivePhoto(services, viewer, { visitOrOrderId: params.id ?? '', photoId, bytes });
  if (!taken.ok) return problem(taken);
  return answer({ photo: photoId }, taken.again ? 200 : 201);
});
