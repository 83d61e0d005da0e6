import { type Failure, failuresOfPlaywright, failuresOfVitest } from '#tests/support/failures.ts';
import { type Tally, tallyPlaywright, tallyVitest } from '#tests/support/results.ts';

/** One part of the test run: a command, and how its results are counted. */
export type Part = {
  name: string;
  /** Commands run one after the other; the first that fails ends the part. Each is a script of the project. */
  commands: string[][];
  /** Parts that have ended, well or badly, before this one begins. */
  after?: string[];
  env?: Record<string, string>;
  /** Reads what the last command reported; a part without it is a gate, which counts only when it fails. */
  report?: { tally: (report: never) => Tally; failures: (report: never) => Failure[] };
  limitMinutes: number;
};

const VITEST_REPORT = { tally: tallyVitest, failures: failuresOfVitest };
const PLAYWRIGHT_REPORT = { tally: tallyPlaywright, failures: failuresOfPlaywright };

export const VITEST = 'node_modules/vitest/vitest.mjs';
const TSC = 'node_modules/typescript/bin/tsc';
const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const NEXT = 'node_modules/next/dist/bin/next';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

function vitest(name: string, project: string, more: Partial<Part> = {}): Part {
  return {
    name,
    commands: [[VITEST, 'run', '--project', project]],
    report: VITEST_REPORT,
    limitMinutes: 15,
    ...more,
  };
}

const LINT: Part = { name: 'lint', commands: [[BIOME, 'ci', '.']], limitMinutes: 5 };

/**
 * One checker, for each further one checks again the types that all files share; what it found is kept beside the
 * packages, so that the next run checks only what has changed since (`npm ci` forgets it).
 */
function typeCheck(project: string, kept: string): string[] {
  const keep = ['--incremental', '--tsBuildInfoFile', `node_modules/.cache/types/${kept}.tsbuildinfo`];
  return [TSC, '--noEmit', '--checkers', '1', ...keep, '-p', project];
}

const TYPES: Part = {
  name: 'types',
  commands: [
    // Writes the types of routes and style sheets, which a fresh clone does not have.
    [NEXT, 'typegen'],
    typeCheck('tsconfig.json', 'all'),
    typeCheck('server/domain/tsconfig.json', 'domain'),
  ],
  // The compiler is a Go program: let it tidy its heap less often, for it ends in a moment.
  env: { NEXT_TELEMETRY_DISABLED: '1', GOGC: '400' },
  limitMinutes: 5,
};

/** What `npm run verify` runs: all that needs neither database nor browser. Property tests run fewer cases, so that the answer comes at once. */
export const VERIFY: Part[] = [
  {
    name: 'tests',
    commands: [[VITEST, 'run', '--project', 'unit', '--project', 'scenarios', '--project', 'property']],
    env: { PROPERTY_RUNS: '100' },
    report: VITEST_REPORT,
    limitMinutes: 15,
  },
  TYPES,
  LINT,
];

/** Stories of the dispatcher's console; all other files are stories of the other screens. */
const CONSOLE = 'console|drag|change|ripple|plan-day|two-dispatchers';

/** Stories in the browser whose files' names begin so, in a town of their own. */
function stories(name: string, files: string): Part {
  return {
    name,
    commands: [[PLAYWRIGHT, 'test', '--output', `test-results/${name}`, `tests/e2e/(${files})`]],
    after: ['build', 'browser'],
    report: PLAYWRIGHT_REPORT,
    limitMinutes: 30,
  };
}

/**
 * Everything `npm test` runs, in the order in which parts are taken up: the browser's, which take longest, as soon as
 * there is an application to open, and beside them all the others, the long before the short, so that both ends of the
 * run come at about the same time.
 */
export const PARTS: Part[] = [
  TYPES,
  LINT,
  // Where none is installed one is fetched, once.
  { name: 'browser', commands: [['tests/support/find-browser.ts']], limitMinutes: 25 },
  {
    name: 'build',
    commands: [[NEXT, 'build']],
    // Both write below .next.
    after: ['types'],
    env: { NEXT_TELEMETRY_DISABLED: '1' },
    limitMinutes: 15,
  },
  stories('e2e-console', CONSOLE),
  vitest('integration', 'integration'),
  vitest('faults', 'faults', { limitMinutes: 20 }),
  stories('e2e-screens', `(?!${CONSOLE})`),
  vitest('property', 'property'),
  vitest('unit', 'unit'),
  vitest('unit-los-angeles', 'unit', { env: { TZ: 'America/Los_Angeles' } }),
  vitest('unit-urumqi', 'unit', { env: { TZ: 'Asia/Urumqi' } }),
  vitest('scenarios', 'scenarios'),
];
