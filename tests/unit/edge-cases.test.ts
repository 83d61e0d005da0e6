import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const TESTS = join(import.meta.dirname, '..');

/** The edge cases that the standard's catalogue shows (§25), by number. */
const SHOWN = [
  1, 2, 3, 6, 8, 9, 10, 11, 12, 13, 15, 16, 20, 21, 23, 25, 26, 27, 28, 30, 32, 33, 36, 37, 38, 39, 41, 42,
  44, 45, 46, 48, 50, 52, 53, 54, 55, 57, 59, 60, 63, 64, 67, 68, 69, 71, 73, 74, 76, 77, 79, 80, 83, 84, 85,
  87, 88, 90, 91, 93, 94, 96, 99, 101, 102, 103, 104, 105, 106, 107,
];

it('every edge case of the standard that is shown is told by a scenario or a test, which names it', () => {
  const told = new Set(
    readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(yaml|test\.ts)$/.test(file) && !file.endsWith('edge-cases.test.ts'))
      .flatMap((file) => readFileSync(join(TESTS, file), 'utf8').match(/\bE-\d+\b/g) ?? []),
  );
  expect(SHOWN.map((number) => `E-${String(number).padStart(2, '0')}`).filter((id) => !told.has(id))).toEqual(
    [],
  );
});
