import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS, chooseBrowser } from '#tests/support/browser.ts';
import { freePort } from '#tests/support/running-server.ts';

// This file is read again by every worker; what the first reading settled reaches them through the environment.
const givenOrigin = process.env.E2E_ORIGIN !== undefined && process.env.E2E_BROWSER === undefined;
process.env.E2E_BROWSER ??= chooseBrowser().executablePath;
process.env.E2E_ORIGIN ??= `http://127.0.0.1:${await freePort()}`;

export default defineConfig({
  testDir: './tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: './test-results/e2e',
  ...(givenOrigin ? {} : { globalSetup: './tests/support/e2e-setup.ts' }),
  // All tests share one server and one browser at a time: they play one day, and the machine may be small.
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  // A busy machine is waited for: what passes takes no longer for it.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ...(process.env.TEST_REPORT
      ? [['json', { outputFile: process.env.TEST_REPORT }] as ['json', object]]
      : []),
  ],
  use: {
    baseURL: process.env.E2E_ORIGIN,
    browserName: 'chromium',
    headless: true,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: process.env.E2E_BROWSER, args: BROWSER_ARGUMENTS },
    screenshot: 'only-on-failure',
    // What the page held at every step, without its film: that would cost as much of the machine as the tests themselves.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
  projects: [
    { name: 'shanghai', use: { timezoneId: 'Asia/Shanghai' } },
    // What shows times is tried again on a machine two hours behind: the times shown must be the same.
    { name: 'urumqi', use: { timezoneId: 'Asia/Urumqi' }, grep: /@zones/ },
  ],
});
