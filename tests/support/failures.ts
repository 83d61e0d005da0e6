import { stripVTControlCharacters } from 'node:util';

/** A test that failed, as it is named at the end of a run: where, what it tells, and the beginning of why. */
export type Failure = { test: string; why: string };

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};

/** The failures of a Vitest JSON report; a file that failed without a failed test is one by itself. */
export function failuresOfVitest({ testResults }: VitestReport): Failure[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.slice(name.lastIndexOf('/tests/') + 1);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [failure(file, message)] : [];
    return failed.map((test) => failure(`${file} › ${test.fullName}`, test.failureMessages?.join('\n')));
  });
}

type PlaywrightResult = { status: string; error?: { message?: string } };
type PlaywrightSuite = {
  specs?: { file: string; title: string; tests: { results: PlaywrightResult[] }[] }[];
  suites?: PlaywrightSuite[];
};

/** The failures of a Playwright JSON report: tests that failed even once, and errors outside any test. */
export function failuresOfPlaywright({
  suites,
  errors,
}: {
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
}): Failure[] {
  const within = (suite: PlaywrightSuite): Failure[] => [
    ...(suite.specs ?? []).flatMap(({ file, title, tests }) =>
      tests
        .flatMap(({ results }) => results)
        .filter(({ status }) => status !== 'passed' && status !== 'skipped')
        .map(({ error }) => failure(`${file} › ${title}`, error?.message)),
    ),
    ...(suite.suites ?? []).flatMap(within),
  ];
  return [...suites.flatMap(within), ...errors.map(({ message }) => failure('outside any test', message))];
}

const LINES = 12;

function failure(test: string, message = 'no reason was reported'): Failure {
  return { test, why: stripVTControlCharacters(message).trim().split('\n').slice(0, LINES).join('\n') };
}
