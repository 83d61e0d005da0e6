import type { ImportCrs, ImportKind, ImportRun } from '#protocol/import.ts';
import { pause } from '../../ui/pause.ts';
import { problemTitle } from '../../ui/problem-title.ts';

/** What is asked of the server about one file. */
export interface ImportAsk {
  file: File;
  kind: ImportKind;
  crs: ImportCrs;
  mapping: Readonly<Record<string, string | null>>;
  dryRun: boolean;
  partial: boolean;
  turnSwapped: boolean;
}

/** The run as far as it has come, or why there is none. */
export type ImportAnswer =
  | { ok: true; run: ImportRun }
  | { ok: false; problem: 'away' | 'forbidden' }
  | { ok: false; problem: 'other'; title: string };

const POLL_MS = 400;
/** So many questions in a row may stay without an answer. */
const MOST_SILENT = 25;

/**
 * Sends a file and follows it to its end; `onMove` hears how far it is. The same `id` sent again is the same import, so
 * that a lost answer never imports twice.
 */
export async function runImport(
  id: string,
  ask: ImportAsk,
  onMove: (run: ImportRun) => void,
  signal: AbortSignal,
): Promise<ImportAnswer> {
  const form = new FormData();
  form.set('file', ask.file);
  form.set('kind', ask.kind);
  form.set('crs', ask.crs);
  form.set('mapping', JSON.stringify(ask.mapping));
  form.set('dryRun', String(ask.dryRun));
  form.set('partial', String(ask.partial));
  form.set('turnSwapped', String(ask.turnSwapped));
  let answer = await call('/api/v1/imports', {
    method: 'POST',
    body: form,
    headers: { 'idempotency-key': id },
    signal,
  });
  let silent = 0;
  while (answer.ok && answer.run.status === 'running') {
    onMove(answer.run);
    await pause(POLL_MS, signal);
    const next = await call(`/api/v1/imports/${answer.run.id}`, { cache: 'no-store', signal });
    silent = isAway(next) ? silent + 1 : 0;
    // The import runs on without us: a network that is gone for a moment is no end of it.
    if (silent === 0 || silent > MOST_SILENT) answer = next;
  }
  return answer;
}

function isAway(answer: ImportAnswer): boolean {
  return !answer.ok && answer.problem === 'away';
}

async function call(url: string, init: RequestInit): Promise<ImportAnswer> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    return { ok: false, problem: 'away' };
  }
  if (response.ok) return { ok: true, run: (await response.json()) as ImportRun };
  if (response.status === 403) return { ok: false, problem: 'forbidden' };
  if (response.status >= 500) return { ok: false, problem: 'away' };
  const title = problemTitle(await response.text()) ?? `${response.status} ${response.statusText}`;
  return { ok: false, problem: 'other', title };
}
