import { describe, expect, it } from 'vitest';
import { failuresOfPlaywright, failuresOfVitest } from '#tests/support/failures.ts';
import {
  addTallies,
  closingLine,
  judge,
  readReport,
  tallyPlaywright,
  tallyVitest,
} from '#tests/support/results.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

describe('the results of a test run', () => {
  it('count what Vitest reports', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [file('passed', 'passed'), file('failed', 'passed', 'failed')],
    };
    expect(tallyVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('count a file that could not even be loaded', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [file('passed', 'passed'), file('failed')],
    };
    expect(tallyVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('count what Playwright reports, a flaky test and a broken set-up as failures', () => {
    const stats = { expected: 9, unexpected: 1, flaky: 1, skipped: 2 };
    expect(tallyPlaywright({ stats, errors: [{}] })).toEqual({ passed: 9, failed: 3, skipped: 2 });
  });

  it('name what failed in Vitest, and a file that could not be loaded', () => {
    const failed = {
      status: 'failed',
      fullName: 'a clock stands',
      failureMessages: ['\u001b[31m1 is not 2\u001b[39m'],
    };
    const report = {
      testResults: [
        {
          name: '/home/tests/unit/a.test.ts',
          status: 'failed',
          assertionResults: [{ status: 'passed', fullName: 'x' }, failed],
        },
        {
          name: '/home/tests/unit/b.test.ts',
          status: 'failed',
          message: 'no such module',
          assertionResults: [],
        },
      ],
    };
    expect(failuresOfVitest(report)).toEqual([
      { test: 'tests/unit/a.test.ts › a clock stands', why: '1 is not 2' },
      { test: 'tests/unit/b.test.ts', why: 'no such module' },
    ]);
  });

  it('name what failed in Playwright, within suites and outside any test', () => {
    const spec = (title: string, status: string) => ({
      file: 'drag.test.ts',
      title,
      tests: [{ results: [{ status, error: { message: `${status}\nhere` } }] }],
    });
    const suites = [{ specs: [spec('a', 'passed')], suites: [{ specs: [spec('b', 'timedOut')] }] }];
    expect(failuresOfPlaywright({ suites, errors: [{}] })).toEqual([
      { test: 'drag.test.ts › b', why: 'timedOut\nhere' },
      { test: 'outside any test', why: 'no reason was reported' },
    ]);
  });

  it('never pass by saying nothing', () => {
    expect(judge(0, undefined)).toMatchObject({ failed: 1, note: 'ended with 0 and left no report' });
    expect(judge(0, { passed: 0, failed: 0, skipped: 4 })).toMatchObject({
      failed: 1,
      skipped: 4,
      note: 'ran no test',
    });
    expect(judge(1, { passed: 7, failed: 0, skipped: 0 })).toMatchObject({ passed: 7, failed: 1 });
    expect(judge(null, { passed: 7, failed: 0, skipped: 0 })).toMatchObject({ failed: 1 });
    expect(judge(0, { passed: 7, failed: 0, skipped: 1 })).toEqual({ passed: 7, failed: 0, skipped: 1 });
  });

  it('have no report where none was written', () => {
    expect(readReport('/nonexistent/report.json')).toBeUndefined();
  });

  it('close with one plain line', () => {
    const sum = addTallies([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 3, failed: 1, skipped: 0 },
    ]);
    expect(closingLine(sum)).toBe('4 passed, 1 failed, 2 skipped');
  });
});
