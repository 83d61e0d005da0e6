import { readFileSync } from 'node:fs';

/** What a part of the tests came to. */
export type Tally = { passed: number; failed: number; skipped: number };

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

/** Adds tallies up. */
export function addTallies(tallies: Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    NOTHING,
  );
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** Counts a Vitest JSON report. A file that failed without one failed test of its own counts as one failure. */
export function tallyVitest(report: VitestReport): Tally {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** Counts a Playwright JSON report. Errors outside any test, as of the set-up, count as failures. */
export function tallyPlaywright({ stats, errors }: PlaywrightReport): Tally {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * What a part came to from its exit code and its report, if it wrote one. A part cannot pass by saying nothing:
 * a run that failed, wrote no report, or ran no test has at least one failure.
 */
export function judge(exitCode: number | null, tally: Tally | undefined): Tally & { note?: string } {
  if (!tally) return { ...NOTHING, failed: 1, note: `ended with ${exitCode} and left no report` };
  if (tally.passed + tally.failed === 0) return { ...tally, failed: 1, note: 'ran no test' };
  if (exitCode !== 0 && tally.failed === 0) return { ...tally, failed: 1, note: `ended with ${exitCode}` };
  return tally;
}

/** Reads a JSON report; undefined when the run did not get as far as writing it. */
export function readReport<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The last line of a run, which other programs read. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
