import { defineConfig } from 'vitest/config';

// Nothing may depend on the machine's zone: TZ=America/Los_Angeles npm run verify must give the same results.
process.env.TZ ??= 'UTC';

const cluster = './tests/support/cluster-setup.ts';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    environment: 'node',
    projects: [
      // Unit tests keep nothing between files, so each file need not load the house anew.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], isolate: false } },
      {
        test: {
          name: 'property',
          include: ['tests/property/**/*.test.ts'],
          setupFiles: ['./tests/support/property-setup.ts'],
          testTimeout: 120_000,
        },
      },
      { test: { name: 'scenarios', include: ['tests/scenarios/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: [cluster],
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
        },
      },
    ],
  },
});
