import { parse, uuidSchema } from '#protocol/schema.ts';
import type { Schema } from '#protocol/schema-base.ts';
import type { Services } from '#server/services/context.ts';
import { type Read, readBytes } from './body.ts';

const FILE_LIMIT_BYTES = 20 * 1024 * 1024;
/** What the form adds to its file. */
const AROUND_BYTES = 64 * 1024;

export interface Upload<Fields> {
  /** The Idempotency-Key, or an id of ours. */
  id: string;
  fileName: string;
  bytes: Uint8Array;
  fields: Fields;
}

/** Reads a multipart form with one file, named `file`, of at most `fileLimit` bytes or so, and checked text fields. */
export async function readUpload<Fields>(
  request: Request,
  schema: Schema<Fields>,
  services: Pick<Services, 'newId'>,
  fileLimit = FILE_LIMIT_BYTES,
): Promise<Read<Upload<Fields>>> {
  const key = request.headers.get('idempotency-key');
  if (key !== null && !uuidSchema.safeParse(key).success)
    return { ok: false, field: 'Idempotency-Key', message: `is ${JSON.stringify(key)}: expected a UUID` };
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data'))
    return {
      ok: false,
      code: 'unsupported',
      field: 'Content-Type',
      message: 'must be multipart/form-data',
    };
  const bytes = await readBytes(request, fileLimit + AROUND_BYTES);
  if (!bytes.ok) return bytes;
  const form = await formOf(bytes.value, type);
  if (!form) return { ok: false, field: 'body', message: 'is not a multipart form' };
  const file = form.get('file');
  if (!(file instanceof File))
    return { ok: false, field: 'file', message: 'is missing: send the file in this field' };
  const texts = [...form].filter(([, value]) => typeof value === 'string');
  const fields = parse(schema, Object.fromEntries(texts));
  if (!fields.ok) return { ok: false, ...fields.fault };
  return {
    ok: true,
    value: {
      id: key?.toLowerCase() ?? services.newId(),
      fileName: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      fields: fields.value,
    },
  };
}

async function formOf(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | null> {
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    return null;
  }
}
