import { problem } from '../../http/problem.ts';

/** Whatever stands under no other address: told in the form that programs read, as every other refusal is. */
function unknown(request: Request): Response {
  const { pathname } = new URL(request.url);
  return problem({
    ok: false,
    code: 'not_found',
    title: `There is nothing at ${pathname}. What there is stands at /api/docs.`,
  });
}

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
