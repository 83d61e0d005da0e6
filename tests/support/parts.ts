import { type Tally, tallyPlaywright, tallyVitest } from '#tests/support/results.ts';

/** One part of the test run: a command, and how its results are counted. */
export type Part = {
  name: string;
  /** Commands run one after the other; the first that fails ends the part. Each is a script below node_modules. */
  commands: string[][];
  env?: Record<string, string>;
  /** Reads what the last command reported; a part without it is a gate, which counts only when it fails. */
  tally?: (report: never) => Tally;
  /** Part of `npm run verify`: needs neither database nor browser. */
  quick?: boolean;
  limitMinutes: number;
};

const VITEST = 'vitest/vitest.mjs';
const TSC = 'typescript/bin/tsc';
const BIOME = '@biomejs/biome/bin/biome';
const NEXT = 'next/dist/bin/next';

function vitest(name: string, project: string, more: Partial<Part> = {}): Part {
  return {
    name,
    commands: [[VITEST, 'run', '--project', project]],
    tally: tallyVitest,
    limitMinutes: 15,
    ...more,
  };
}

/** Everything `npm test` runs, in order: the quick before the slow, the built application last. */
export const PARTS: Part[] = [
  { name: 'lint', commands: [[BIOME, 'ci', '.']], quick: true, limitMinutes: 5 },
  {
    name: 'types',
    commands: [
      // Writes the types of routes and style sheets, which a fresh clone does not have.
      [NEXT, 'typegen'],
      [TSC, '--noEmit'],
      [TSC, '--noEmit', '-p', 'server/domain/tsconfig.json'],
    ],
    env: { NEXT_TELEMETRY_DISABLED: '1' },
    quick: true,
    limitMinutes: 5,
  },
  vitest('unit', 'unit', { quick: true }),
  vitest('unit-los-angeles', 'unit', { env: { TZ: 'America/Los_Angeles' } }),
  vitest('unit-urumqi', 'unit', { env: { TZ: 'Asia/Urumqi' } }),
  vitest('scenarios', 'scenarios', { quick: true }),
  vitest('property', 'property', { quick: true }),
  vitest('integration', 'integration'),
  vitest('faults', 'faults', { limitMinutes: 20 }),
  { name: 'build', commands: [[NEXT, 'build']], env: { NEXT_TELEMETRY_DISABLED: '1' }, limitMinutes: 15 },
  {
    name: 'e2e',
    commands: [['@playwright/test/cli.js', 'test']],
    tally: tallyPlaywright,
    limitMinutes: 30,
  },
];
