import { readablePage } from '../openapi/readable-page.ts';

/** The surface on a page to read. */
export const GET = async () =>
  new Response(readablePage(), { headers: { 'content-type': 'text/html; charset=utf-8' } });
