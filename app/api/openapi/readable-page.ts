import { REFUSAL_CODES, type RefusalCode } from '#protocol/command.ts';
import { openApiDocument } from './document.ts';
import { PATHS } from './paths.ts';

const MEANING: Readonly<Record<RefusalCode, string>> = {
  invalid: '400: a field is missing, unknown or malformed; it is named in `field`.',
  unauthenticated: '401: there is no session, or it is over.',
  not_found: '404: there is no such thing, or none that you may see.',
  forbidden: '403: your role may not do this, or the request does not come from a page of this server.',
  refused: '422: the service standard refuses it; `rules` holds id, clause and facts.',
  needs_approval: '422: a person of the role in `approver` must allow it; POST /approvals asks them.',
  stale: '409: somebody changed it first; `current` is what it is now.',
  key_reuse: '409: this Idempotency-Key was used for another request.',
  overlap: '409: two things exclude each other, such as two visits at one time.',
  too_many: '429: slow down.',
  too_large: '413: more than is taken; the most is in `title`.',
  unsupported: '415: a kind of content that is not taken; those that are stand in `title`.',
  retry: '503: not saved; send the same request with the same Idempotency-Key again.',
};

/** A plain page: no script, nothing from elsewhere. */
export function readablePage(): string {
  const document = openApiDocument() as { paths: Record<string, Record<string, { requestBody?: unknown }>> };
  const calls = PATHS.map(({ method, path, does }) => {
    const { requestBody } = document.paths[path]?.[method] ?? {};
    const body = requestBody
      ? `<details><summary>Body</summary><pre>${text(requestBody)}</pre></details>`
      : '';
    return `<li><code><b>${method.toUpperCase()}</b> /api/v1${escaped(path)}</code> ${escaped(does)}${body}</li>`;
  });
  const codes = REFUSAL_CODES.map(
    (code) => `<dt id="${code}"><code>${code}</code></dt><dd>${escaped(MEANING[code])}</dd>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Zhundian 准点 · API</title>
<style>body{font:15px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}li{margin:.5rem 0}pre{overflow:auto;background:#f4f4f5;padding:.75rem}</style>
<h1>Zhundian 准点 API</h1>
<p>JSON over HTTP under <code>/api/v1</code>. Instants are ISO 8601 with offset, places WGS-84. The machine-readable form is <a href="/api/v1/openapi.json">openapi.json</a>.</p>
<h2>Calls</h2><ul>${calls.join('')}</ul><h2>Refusals</h2><dl>${codes.join('')}</dl></html>`;
}

function text(value: unknown): string {
  return escaped(JSON.stringify(value, null, 2));
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
