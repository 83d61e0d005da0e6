import { problemTitle } from '../../ui/problem-title.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** What the server said when it did not give what was asked for. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, title: string) {
    super(title);
    this.status = status;
  }
}

/** Asks the HTTP surface. Instants come as ISO text there and as epoch milliseconds from here. Throws an `ApiError` on a refusal. */
export async function callApi<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(path, {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });
  const text = await answer.text();
  if (!answer.ok)
    throw new ApiError(answer.status, problemTitle(text) ?? `${answer.status} ${answer.statusText}`);
  return JSON.parse(text, revive) as T;
}

function revive(_key: string, value: unknown): unknown {
  return typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : value;
}
