/**
 * The server without its screens, as a process that tests may hurt.
 * TEST_CLOCK_SHIFT_MS sets its clock. A file at TEST_BREAKPOINT_FILE that names a breakpoint makes the process die there,
 * `throw BREAKPOINT` throws there where nobody can catch it, `hold BREAKPOINT` waits there until the file is gone.
 */
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { withKeptCompilation } from '#server/keep-compiled.ts';
import type { Breakpoint } from '#server/services/context.ts';

const shift = Number(process.env.TEST_CLOCK_SHIFT_MS ?? 0);
const breakpointFile = process.env.TEST_BREAKPOINT_FILE;

await withKeptCompilation(async () => {
  const { runProcess } = await import('#server/run-process.ts');
  await runProcess({
    pages: false,
    amend: (services) => ({
      ...services,
      now: () => Date.now() + shift,
      at: (breakpoint) => hurt(breakpoint),
    }),
  });
});

async function hurt(breakpoint: Breakpoint): Promise<void> {
  if (breakpointFile === undefined) return;
  const armed = read(breakpointFile);
  if (armed === breakpoint) {
    rmSync(breakpointFile);
    process.kill(process.pid, 'SIGKILL');
    // The signal may take a moment; nothing more may happen in it.
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
  }
  if (armed === `throw ${breakpoint}`) {
    rmSync(breakpointFile);
    setImmediate(() => {
      throw new Error('A fault that nobody catches.');
    });
  }
  while (read(breakpointFile) === `hold ${breakpoint}`) await wait(10);
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
