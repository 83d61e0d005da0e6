import { sharedServices } from '#server/services/context.ts';
import { readBytes } from '../../http/body.ts';
import { invalid } from '../../http/problem.ts';

const LIMIT_BYTES = 16 * 1024;

/** The sign-in library reads bodies whole: they are bounded first. */
async function handle(request: Request): Promise<Response> {
  const body = await readBytes(request, LIMIT_BYTES);
  if (!body.ok) return invalid(body.field, body.message);
  const { url, method, headers } = request;
  const bounded = new Request(url, {
    method,
    headers,
    ...(body.value.byteLength > 0 ? { body: body.value } : {}),
  });
  return sharedServices().access.handle(bounded);
}

export { handle as GET, handle as POST };
