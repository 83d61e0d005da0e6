import { defineConfig } from 'vitest/config';

// Nothing may depend on the machine's zone: TZ=America/Los_Angeles npm run verify must give the same results.
process.env.TZ ??= 'UTC';

/**
 * Modules are loaded by Node itself, as in production, rather than rewritten by Vite: what computes long is as fast here
 * as there. Only what Node can load (no JSX, no style sheets) can be tested so.
 */
const native = { viteModuleRunner: false, nodeLoader: false };

/** What other processes do is waited for as long as a slow machine may need; Vitest's own second is over too soon. */
const patient = { poll: { timeout: 20_000 } };

const cluster = './tests/support/cluster-setup.ts';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    environment: 'node',
    projects: [
      // Tests of these three keep nothing between files, so each file need not load the house anew.
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          isolate: false,
        },
      },
      {
        test: {
          name: 'property',
          include: ['tests/property/**/*.test.ts'],
          setupFiles: ['./tests/support/property-setup.ts'],
          testTimeout: 120_000,
          isolate: false,
          experimental: native,
        },
      },
      {
        test: {
          name: 'scenarios',
          include: ['tests/scenarios/**/*.test.ts'],
          testTimeout: 30_000,
          isolate: false,
          experimental: native,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: [cluster],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: patient,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: [cluster],
          // One at a time: they measure how long a recovery takes.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: patient,
        },
      },
    ],
  },
});
