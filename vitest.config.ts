import { defineConfig } from 'vitest/config';
import { CountReporter } from './scripts/test/counts.ts';
import { SlowFirst } from './scripts/test/slow-first.ts';
import { listDatabaseTests } from './tests/setup/database-tests.ts';

const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
/** Tests check what, not how fast: a database on a busy machine takes a while. */
const unitMilliseconds = 120_000;
const wholeProductMilliseconds = 240_000;
/** For what a page shows after what was asked of it: words follow maps, and two pages are drawn at once. */
const afterMapsMilliseconds = 30_000;

const databaseTests = listDatabaseTests();
const setupFiles = ['tests/setup/folders.ts', 'tests/setup/property-seed.ts', 'tests/setup/assertions.ts'];

export default defineConfig({
  test: {
    reporters: ['default', new CountReporter()],
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          include: ['tests/{geodata,sql,api,viewer,scripts}/**/*.test.{ts,tsx}'],
          exclude: databaseTests,
          setupFiles: [...setupFiles, 'tests/setup/screen.ts'],
          // Reading the sources takes longer than testing them: each worker reads them once, for all its files.
          isolate: false,
          pool: 'threads',
          // One more than there are processors: some wait for what stays silent.
          maxWorkers: 3,
          unstubGlobals: true,
          testTimeout: unitMilliseconds,
          hookTimeout: unitMilliseconds,
        },
      },
      {
        oxc,
        test: {
          name: 'database',
          include: databaseTests,
          globalSetup: ['tests/setup/programs.ts'],
          setupFiles,
          isolate: false,
          // One more than there are processors: some wait for a clock, a lock or a process of their own.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: unitMilliseconds,
          hookTimeout: 2 * unitMilliseconds,
        },
      },
      {
        oxc,
        test: {
          name: 'e2e',
          // After the others: what is timed and what is large has the machine to itself.
          sequence: { groupOrder: 2 },
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/setup/programs.ts', 'tests/setup/product.ts'],
          setupFiles,
          isolate: false,
          // One more than there are processors: pages wait until nothing comes any more.
          maxWorkers: 3,
          expect: { poll: { timeout: afterMapsMilliseconds } },
          testTimeout: wholeProductMilliseconds,
          hookTimeout: wholeProductMilliseconds,
        },
      },
      {
        oxc,
        test: {
          name: 'real',
          // After the others: what is timed and what is large has the machine to itself.
          sequence: { groupOrder: 3 },
          include: ['tests/real/**/*.test.ts'],
          setupFiles,
          fileParallelism: false,
          testTimeout: 2 * wholeProductMilliseconds,
          hookTimeout: 2 * wholeProductMilliseconds,
        },
      },
    ],
  },
});
