import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readInstance } from '#server/cli/instance/read-instance.ts';
import { solveInstance } from '#server/cli/solve-instance.ts';

// Trials and seed are fixed, not seconds, so that a slow machine gives the same answer.
const shared = join(import.meta.dirname, '../../../../shared/data/appointments/U1.txt');

it.skipIf(!existsSync(shared))(
  'stays below 2 070 travel minutes on U1 of ../shared/data after 200 000 trials (skipped where that folder is missing)',
  { timeout: 600_000 },
  () => {
    const instance = readInstance(readFileSync(shared, 'utf8'), 'distance');
    const solved = solveInstance(instance, {
      seed: 1,
      objective: 'distance',
      spent: (trials) => trials / 200_000,
    });
    expect(solved.unserved).toEqual([]);
    expect(solved.distance).toBeLessThanOrEqual(2070);
  },
);
