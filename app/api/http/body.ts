/** Bodies of requests, read no further than is allowed. */

const JSON_LIMIT_BYTES = 256 * 1024;
const DEPTH = 8;
const NODES = 20_000;

export type Read<T> =
  | { ok: true; value: T }
  | { ok: false; field: string; message: string; code?: 'too_large' | 'unsupported' };

/** The bytes of a body; refuses as soon as more than `limit` have come. */
export async function readBytes(request: Request, limit: number): Promise<Read<Uint8Array<ArrayBuffer>>> {
  const tooLarge = {
    ok: false as const,
    code: 'too_large' as const,
    field: 'body',
    message: `is larger than ${Math.floor(limit / 1024)} kB`,
  };
  if (Number(request.headers.get('content-length') ?? 0) > limit) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return tooLarge;
    chunks.push(chunk);
  }
  return { ok: true, value: new Uint8Array(Buffer.concat(chunks)) };
}

/** A JSON body; an empty one counts as `{}`. */
export async function readJson(request: Request): Promise<Read<unknown>> {
  const bytes = await readBytes(request, JSON_LIMIT_BYTES);
  if (!bytes.ok) return bytes;
  if (bytes.value.byteLength === 0) return { ok: true, value: {} };
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim();
  if (type !== 'application/json')
    return { ok: false, field: 'Content-Type', message: 'must be application/json' };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return { ok: false, field: 'body', message: 'is not JSON in UTF-8' };
  }
  if (!isBounded(value))
    return { ok: false, field: 'body', message: `is nested deeper than ${DEPTH} levels` };
  return { ok: true, value };
}

/** Neither deep nor endless: walked without recursion, so that the walk itself cannot be made to fail. */
function isBounded(value: unknown): boolean {
  const open: [unknown, number][] = [[value, 0]];
  for (let seen = 0; open.length > 0; seen++) {
    const [node, depth] = open.pop()!;
    if (node === null || typeof node !== 'object') continue;
    if (depth >= DEPTH || seen > NODES) return false;
    for (const child of Object.values(node)) open.push([child, depth + 1]);
  }
  return true;
}
