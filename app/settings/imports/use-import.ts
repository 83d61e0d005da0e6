'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportRun } from '#protocol/import.ts';
import { type ImportAnswer, type ImportAsk, runImport } from './import-client.ts';

export type Problem = Exclude<ImportAnswer, { ok: true }>;

export interface ImportState {
  /** The last check that ended. */
  checked: ImportRun | null;
  /** The import itself, while it runs and when it has ended. */
  imported: ImportRun | null;
  busy: 'checking' | 'importing' | null;
  problem: Problem | null;
  check(ask: Omit<ImportAsk, 'dryRun' | 'partial'>): Promise<void>;
  take(ask: Omit<ImportAsk, 'dryRun'>): Promise<void>;
  reset(): void;
}

/** Checks and imports one file at a time; a newer check puts an older one aside. */
export function useImport(): ImportState {
  const [checked, setChecked] = useState<ImportRun | null>(null);
  const [imported, setImported] = useState<ImportRun | null>(null);
  const [busy, setBusy] = useState<ImportState['busy']>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const run = useCallback(
    async (
      ask: ImportAsk,
      doing: 'checking' | 'importing',
      show: (run: ImportRun) => void,
    ): Promise<void> => {
      current.current?.abort();
      const mine = new AbortController();
      current.current = mine;
      setBusy(doing);
      setProblem(null);
      try {
        const onMove = doing === 'importing' ? show : () => undefined;
        const answer = await runImport(crypto.randomUUID(), ask, onMove, mine.signal);
        if (answer.ok) show(answer.run);
        else setProblem(answer);
      } catch (error) {
        if (!mine.signal.aborted) throw error;
      } finally {
        if (current.current === mine) setBusy(null);
      }
    },
    [],
  );

  return {
    checked,
    imported,
    busy,
    problem,
    check: (ask) => run({ ...ask, dryRun: true, partial: false }, 'checking', setChecked),
    take: (ask) => run({ ...ask, dryRun: false }, 'importing', setImported),
    reset() {
      current.current?.abort();
      setChecked(null);
      setImported(null);
      setProblem(null);
      setBusy(null);
    },
  };
}
