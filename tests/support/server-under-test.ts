/**
 * The server without its screens, as a process that tests may hurt.
 * TEST_CLOCK_SHIFT_MS sets its clock; a file at TEST_BREAKPOINT_FILE that names a breakpoint makes the process die there.
 */
import { readFileSync, rmSync } from 'node:fs';
import { runProcess } from '#server/run-process.ts';
import type { Breakpoint } from '#server/services/context.ts';

const shift = Number(process.env.TEST_CLOCK_SHIFT_MS ?? 0);
const breakpointFile = process.env.TEST_BREAKPOINT_FILE;

await runProcess({
  pages: false,
  amend: (services) => ({
    ...services,
    now: () => Date.now() + shift,
    at: async (breakpoint) => dieAt(breakpoint),
  }),
});

function dieAt(breakpoint: Breakpoint): void {
  if (breakpointFile === undefined || armed(breakpointFile) !== breakpoint) return;
  rmSync(breakpointFile);
  process.kill(process.pid, 'SIGKILL');
  // The signal may take a moment; nothing more may happen in it.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
}

function armed(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
