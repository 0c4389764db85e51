import { defineConfig } from 'vitest/config';

const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
/** Tests check what, not how fast: a database on a busy machine takes a while. */
const unitMilliseconds = 120_000;
const wholeProductMilliseconds = 240_000;

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          include: ['tests/{geodata,sql,api,viewer,scripts}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup/property-seed.ts'],
          testTimeout: unitMilliseconds,
          hookTimeout: 2 * unitMilliseconds,
        },
      },
      {
        oxc,
        test: {
          name: 'e2e',
          // After the others: what is timed and what is large has the machine to itself.
          sequence: { groupOrder: 1 },
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/setup/product.ts'],
          fileParallelism: false,
          testTimeout: wholeProductMilliseconds,
          hookTimeout: wholeProductMilliseconds,
        },
      },
      {
        oxc,
        test: {
          name: 'real',
          // After the others: what is timed and what is large has the machine to itself.
          sequence: { groupOrder: 2 },
          include: ['tests/real/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 2 * wholeProductMilliseconds,
          hookTimeout: 2 * wholeProductMilliseconds,
        },
      },
    ],
  },
});
